import Contract
import ContractFixtures
import HTTPMessage
import Testing

@Suite("No secret is written", .timeLimit(.minutes(15)))
struct SecretTests {
  private static let requests: [(name: String, request: Request)] = [
    ("in a prompt", .veniceEdit(prompt: "before \(key) after \(key)")), ("in a part", .edit(prompt: key)),
    ("in the query", .get("/api/v1/models?type=\(key)")),
    ("in the query, in other letters", .get("/api/v1/models?type=%73\(key.dropFirst())")), ("in the path", .get("/v1/\(key)/x")),
    ("in letters of JSON", .json("/api/v1/image/edit", #"{"prompt": "\u0073\#(key.dropFirst())"}"#)),
    ("in base64", .json("/api/v1/image/edit", #"{"prompt": "x", "image": "\#(base64(Array("a \(key) b".utf8)))"}"#)),
    ("in a data URL", .json("/api/v1/image/edit", #"{"image": "data:text/plain;base64,\#(base64(Array(key.utf8)))"}"#)),
    ("as the name of a field", .json("/api/v1/image/edit", #"{"\#(key)": 1}"#)),
    ("in what is no form", .json("/v1/images/edits", "x\(key)", type: "text/plain")),
    ("in another header", .get("/v1/models").with("x-note", "a \(key)")),
  ]

  @Test("The client's key is not in the recording, wherever the client puts it", arguments: requests.indices)
  func written(index: Int) throws {
    let upstream = try UpstreamMock()
    let recorder = try RecordingMock(upstream.url)
    _ = recorder.service.send(Self.requests[index].request)
    let files = try recorder.files
    #expect(!files.isEmpty, "\(recorder.log.text)")
    for (name, bytes) in files {
      #expect(bytes.firstRange(of: Array(key.utf8)) == nil, "\(name)")
      for text in [key, "a \(key) b"] { #expect(bytes.firstRange(of: Array(base64(Array(text.utf8)).utf8)) == nil, "\(name)") }
      #expect(!name.contains(key))
    }
    // Somebody else with another key asks the same.
    let request = try #require(try recorder.fixtures.first).request()
    #expect(try recorder.replaying().send(request).headers["x-mock-replay"] != nil)
  }

  @Test("A picture that has the key in it keeps its length, and with it the offsets of its parts")
  func picture() throws {
    let upstream = try UpstreamMock()
    let recorder = try RecordingMock(upstream.url)
    let request = Request.veniceEdit(prompt: "a \(key) b")
    let response = recorder.service.send(request)
    let replayed = try recorder.replaying().send(request)
    let differences = zip(response.body, replayed.body).filter { $0 != $1 }
    #expect(response.body.count == replayed.body.count && differences.count == key.utf8.count && differences.allSatisfy { $0.1 == 0x2A })
  }

  @Test("Secrets of other headers, of the query, of fields and of URLs are not in the recording")
  func others() throws {
    let upstream = try UpstreamMock()
    let recorder = try RecordingMock(upstream.url)
    let secret = "0123456789-other-secret"
    let fields = #""a": {"token": "\#(secret)"}, "b": "\#(secret)", "image": "https://cdn.test/a.png?X-Amz-Signature=signed0&b=1""#
    let request = Request.json("/api/v1/image/edit?api_key=query-secret", "{\(fields)}").with("X-API-Key", secret).with(
      "Cookie", "a=cookie-secret")
    _ = recorder.service.send(request)
    let files = try recorder.files
    #expect(!files.isEmpty, "\(recorder.log.text)")
    for (name, bytes) in files {
      let text = String(decoding: bytes, as: UTF8.self)
      for secret in [secret, "query-secret", "cookie-secret", "signed0"] { #expect(!text.contains(secret), "\(name)") }
      #expect(text.contains("https://cdn.test/a.png?X-Amz-Signature=***&b=1"))
    }
  }

  @Test("A body that cannot be read and names a secret is not recorded, but still gets its response")
  func unreadable() throws {
    let upstream = try UpstreamMock()
    let recorder = try RecordingMock(upstream.url)
    let response = recorder.service.send(.json("/api/v1/image/edit", #"{"api_key": "abc"#))
    #expect(response.status == 400 && response.headers["x-mock-recorded"] == nil)
    #expect(try recorder.files.isEmpty)
    #expect(recorder.log.text == "not recorded: a body cannot be read, and has the name of a secret in it")
  }

  @Test("A compressed body is not recorded, since its secrets cannot be seen")
  func compressed() throws {
    let upstream = try UpstreamMock()
    let recorder = try RecordingMock(upstream.url)
    let response = recorder.service.send(.json("/api/v1/image/edit", "{}").with("Content-Encoding", "gzip"))
    #expect(response.status == 415 && response.headers["x-mock-recorded"] == nil)
    #expect(try recorder.files.isEmpty)
    #expect(recorder.log.text == "not recorded: a body is compressed, and secrets in it cannot be seen")
  }

  @Test("The key is not in the recording in base64 either, at any alignment", arguments: ["", "x", "xy"])
  func encoded(before: String) throws {
    let upstream = try UpstreamMock()
    let recorder = try RecordingMock(upstream.url)
    let hidden = base64(Array((before + key + "z").utf8))
    _ = recorder.service.send(.veniceEdit(prompt: "a word \(hidden) in a prompt"))
    let core = Array(hidden.utf8.dropFirst(4).dropLast(4))
    #expect(try !recorder.files.isEmpty)
    for (name, bytes) in try recorder.files { #expect(bytes.firstRange(of: core) == nil, "\(name)") }
  }

  @Test("A service's explanation of keys is no key")
  func advice() throws {
    let upstream = try UpstreamMock()
    let recorder = try RecordingMock(upstream.url)
    let request = Request.json("/api/v1/image/edit", "{}", key: nil)
    let response = recorder.service.send(request)
    #expect(String(decoding: response.body, as: UTF8.self).contains("Authorization: Bearer YOUR_API_KEY"))
    #expect(try recorder.replaying().send(request).body == response.body)
  }

  @Test("A placeholder that is no secret is left as it is")
  func placeholder() throws {
    let upstream = try UpstreamMock()
    let recorder = try RecordingMock(upstream.url)
    _ = recorder.service.send(.veniceEdit(prompt: "a test of testing", key: "test"))
    #expect(try recorder.files.values.contains { String(decoding: $0, as: UTF8.self).contains("a test of testing") })
  }
}

extension Request {
  fileprivate func with(_ name: String, _ value: String) -> Request {
    var request = self
    request.head.headers.append(name, value)
    return request
  }
}
