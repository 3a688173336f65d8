import Contract
import ContractFixtures
import HTTPMessage
import Journal
import MockService
import Testing

@Suite("A recording is a fixture that holds, and is replayed", .timeLimit(.minutes(15)))
struct RecordingTests {
  private static let requests: [(name: String, request: Request, file: String)] = [
    ("a JSON edit", .veniceEdit(), "venice.path.known/accept-"), ("a multipart edit", .edit(), "dgrid.path.known/accept-"),
    ("a list of models", .get("/api/v1/models?type=image"), "venice.path.known/accept-"),
    ("a prompt that is too long", .veniceEdit(prompt: String(repeating: "long", count: 10_000)), "venice.edit.prompt.max-length/refuse-"),
    ("a model that cannot edit", .edit(model: "dall-e-3"), "dgrid.edit.model.can-edit/refuse-"),
    ("no key", .edit(key: nil), "dgrid.auth.present/refuse-"),
    ("no body", .json("/api/v1/image/edit", ""), "venice."),
    ("broken JSON", .json("/api/v1/image/edit", #"{"prompt": "#), "venice.edit.json.syntax/refuse-"),
    ("a key of JSON that is there twice", .json("/api/v1/image/edit", #"{"prompt": "a", "prompt": "b"}"#), "venice."),
    ("JSON that looks like a generator", .json("/api/v1/image/edit", #"{"prompt": {"$repeat": 1}}"#), "venice."),
    ("JSON that is no object", .json("/api/v1/image/edit", "[1.0, 1e2, null, \"\\ud800\"]"), "venice."),
    ("the head of a list", .get("/api/v1/models").by("HEAD"), "venice.path.known/accept-"),
    ("a method that neither API has", .edit().by("PUT"), "dgrid.method.allowed/refuse-"),
    ("a path that neither API has", .get("/v1/nothing"), "dgrid.path.known/refuse-"),
    ("a form that is cut off", .multipart("/v1/images/edits", [("a", [0, 255, 13, 10])]).cut, "dgrid."),
    ("a part of bytes that are no text", .multipart("/v1/images/edits", [("prompt", [0xFF, 0x00])]), "dgrid."),
    ("another type of content", .json("/v1/images/edits", "a=b", type: "application/x-www-form-urlencoded"), "dgrid."),
  ]

  @Test("An exchange is recorded and replayed under each profile", arguments: requests.indices, [Profile.documented, .live])
  func recorded(index: Int, profile: Profile) throws {
    let (name, request, file) = Self.requests[index]
    let upstream = try UpstreamMock(profile)
    let recorder = try RecordingMock(upstream.url, profile: profile)
    let response = recorder.service.send(request)
    let direct = upstream.service.send(request)
    #expect(response.status == direct.status, "\(name)")
    let fixture = try #require(try recorder.fixtures.first, "\(recorder.log.text)")
    #expect(response.headers["x-mock-recorded"] == fixture.file)
    if profile == .documented { #expect(fixture.file.hasPrefix(file)) }
    #expect(fixture.expectation.mismatches(in: upstream.service.send(fixture.request())) == [], "the fixture holds")
    upstream.stop()
    let replayed = try recorder.replaying(profile).send(request)
    let isSame = replayed.body == response.body
    #expect(isSame && replayed.status == response.status)
    #expect(replayed.headers["content-type"] == response.headers["content-type"])
    #expect(replayed.headers["x-mock-replay"] == fixture.file)
    #expect(replayed.headers["x-mock-request-id"] != nil)
  }

  @Test("The same exchange again writes the same files")
  func twice() throws {
    let upstream = try UpstreamMock()
    let recorder = try RecordingMock(upstream.url)
    _ = recorder.service.send(.edit())
    let names = try recorder.files.keys.sorted()
    _ = recorder.service.send(.edit(key: "sk-another-key-of-another-client", boundary: "other"))
    #expect(try recorder.files.keys.sorted() == names && names.count == 3)
  }

  @Test("The journal has what was forwarded, under the id that the response has")
  func journal() throws {
    let upstream = try UpstreamMock()
    let recorder = try RecordingMock(upstream.url)
    let response = recorder.service.send(.edit(model: "dall-e-3"))
    let entry = try #require(recorder.service.journal.entries.first)
    #expect(entry.record.id == response.headers["x-mock-request-id"] && entry.record.status == 400)
    #expect(entry.record.violations.map(\.rule.id) == ["dgrid.edit.model.can-edit"])
  }
}

extension Request {
  fileprivate func by(_ method: String) -> Request {
    var request = self
    request.head.method = method
    return request
  }

  /// Without its last bytes.
  fileprivate var cut: Request { Request(head: head, body: .complete(body.bytes.dropLast(8))) }
}
