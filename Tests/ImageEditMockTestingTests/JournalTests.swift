import ImageEditMockTesting
import TestClient
import Testing

@Suite("The journal as values", .timeLimit(.minutes(15)))
struct JournalTests {
  @Test("A recorded request has what was sent, what was wrong with it and the response")
  func request() async throws {
    try await withImageEditMock { mock in
      let answer = try mock.client().edit(
        "Make it snow", #""aspect_ratio": "4:3", "model": "qwen-edit", "seed": 0.50, "safe_mode": true, "tags": null"#)
      #expect(answer.status == 400)
      let request = try #require(await mock.requests().first)
      #expect(request.id == answer["x-mock-request-id"])
      #expect((request.order, request.session) == (1, "test"))
      #expect((request.api, request.endpoint) == (.venice, .edit))
      #expect((request.method, request.path, request.query) == ("POST", "/api/v1/image/edit", ""))
      #expect(request[header: "authorization"] == "Bearer ***")
      #expect(request[field: "aspect_ratio"] == "4:3")
      #expect(request[field: "seed"] == .number("0.50"))
      #expect(request[field: "safe_mode"] == .boolean(true))
      #expect(request[field: "tags"] == .other(type: "null"))
      #expect(request[field: "nothing"] == nil)
      #expect((request.prompt, request.model) == ("Make it snow", "qwen-edit"))
      #expect(request.violations.map(\.rule) == (answer["x-mock-rule"] ?? "").split(separator: ", ").map(String.init))
      #expect(request.violations.contains { $0.path == "aspect_ratio" && $0.found == "'4:3'" })
      #expect((request.status, request.delivery) == (400, .complete))
      #expect(request.responseBody == answer.body)
      #expect(request.body.map { String(decoding: $0, as: UTF8.self) }?.contains("4:3") == true)
      #expect(request.description.hasPrefix("POST /api/v1/image/edit 400 refused\n  venice.edit.aspect_ratio.enum: aspect_ratio: expected"))
      #expect(!request.isScripted)
    }
  }

  @Test("Images and files are recorded with their properties, secrets are not")
  func form() async throws {
    try await withImageEditMock { mock in
      let client = mock.client()
      let picture = try client.get("/fixtures/small-256.png").body
      try client.sendForm(picture)
      let request = try #require(await client.session.requests().last)
      #expect((request.api, request.status) == (.dgrid, 200))
      #expect(request[field: "image"] == .file(name: "a.png", bytes: picture.count))
      #expect(request[field: "api_key"] == "***")
      let image = try #require(request.images.first)
      #expect((image.format, image.width, image.height, image.bytes, image.defect) == ("png", 256, 256, picture.count, nil))
      #expect(image.sha256.count == 64)
    }
  }

  @Test("A session has the requests of its key or header, and the mock has all")
  func sessions() async throws {
    let long = "a-test-whose-name-is-longer-than-a-made-up-key"
    try await withImageEditMock { mock in
      try mock.client("one").edit("First")
      try mock.client("two").edit("Second", headers: "X-Mock-Session: one\r\n")
      try mock.client(long).edit("Third")
      #expect(await mock.session("one").requests().map(\.prompt) == ["First", "Second"])
      #expect(await mock.session("two").requests().isEmpty)
      #expect(await mock.requests().map(\.prompt) == ["First", "Second", "Third"])
      let third = try #require(await mock.session(long).requests().first)
      #expect(third.session.hasPrefix("a-te…"))
      #expect(await mock.session(third.session).requests().map(\.id) == [third.id])
    }
  }

  @Test("A recorded request names the step of a scenario, and how the response ended")
  func scripted() async throws {
    try await withImageEditMock { mock in
      try mock.use(scenario: "truncated-body")
      _ = try mock.client().sendingEdit("Make it snow").readRest()
      try mock.client().get("/v1/models")
      let requests = await mock.requests()
      #expect(requests.map(\.scenario) == ["truncated-body", nil])
      #expect(requests.map(\.step) == [1, nil])
      #expect(requests.map(\.delivery) == [.cut, .complete])
      #expect(requests[0].isScripted)
      #expect(requests[1].nearMiss == "scenario truncated-body: no step; nearest is step 1: endpoint is to be edit, found models")
    }
  }
}

extension Client {
  /// An edit by DGrid, with a secret where none belongs.
  fileprivate func sendForm(_ picture: [UInt8]) throws {
    let head = """
      --b\r
      Content-Disposition: form-data; name="model"\r
      \r
      gpt-image-2\r
      --b\r
      Content-Disposition: form-data; name="prompt"\r
      \r
      Make it snow\r
      --b\r
      Content-Disposition: form-data; name="api_key"\r
      \r
      secret\r
      --b\r
      Content-Disposition: form-data; name="image"; filename="a.png"\r
      Content-Type: image/png\r
      \r

      """
    let body = Array(head.utf8) + picture + Array("\r\n--b--\r\n".utf8)
    let answer = try sending("POST", "/v1/images/edits", "Content-Type: multipart/form-data; boundary=b\r\n", body).readResponse()
    #expect(answer.status == 200)
  }
}
