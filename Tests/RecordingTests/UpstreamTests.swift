import Contract
import Formats
import Foundation
import HTTPClient
import HTTPMessage
import HTTPServer
import MockService
import Support
import Synchronization
import TestSupport
import Testing

@testable import Recording

@Suite("Where requests go, and what of them", .timeLimit(.minutes(15)))
struct UpstreamTests {
  @Test(
    "what the base URL has of the path is there once",
    arguments: [
      ("https://api.venice.ai", "/api/v1/models", "https://api.venice.ai/api/v1/models"),
      ("https://api.venice.ai/", "/api/v1/models", "https://api.venice.ai/api/v1/models"),
      ("https://api.venice.ai/api/v1", "/api/v1/image/edit", "https://api.venice.ai/api/v1/image/edit"),
      ("https://api.venice.ai/api/v1/", "/api/v1/image/edit?a=b", "https://api.venice.ai/api/v1/image/edit?a=b"),
      ("https://api.dgrid.ai/v1", "/v1/images/edits/", "https://api.dgrid.ai/v1/images/edits/"),
      ("http://[::1]:8080/gate/api/v1", "/api/v1/models", "http://[::1]:8080/gate/api/v1/models"),
      ("HTTPS://Host.test:81", "/v1/a/../b%2F#c?d#e", "https://host.test:81/v1/a/../b%2F%23c?d%23e"),
      ("https://h", "/v1//models", "https://h/v1//models"), ("https://h/api/v1", "/api/v1", "https://h/api/v1"),
    ])
  func url(base: String, target: String, url: String) throws {
    let halves = target.split(separator: "?", maxSplits: 1).map(String.init)
    let head = RequestHead(method: "GET", path: halves[0], query: halves.count > 1 ? halves[1] : "")
    #expect(try Upstream(base).url(for: head) == url)
  }

  @Test(
    "what is no base URL is refused with one that is",
    arguments: ["api.venice.ai", "ftp://api.venice.ai", "https://", "https://key@api.venice.ai", "https://h/v1?key=x", "https://h/#a", ""])
  func bad(text: String) {
    do throws(UpstreamError) {
      _ = try Upstream(text)
      Issue.record("it was taken")
    } catch {
      #expect(error.description.hasSuffix("write for example https://api.venice.ai/api/v1"))
    }
  }

  @Test("A key goes to the service that it is for, and to no other")
  func ownService() throws {
    let upstream = try UpstreamMock()
    let recorder = try RecordingMock("\(upstream.url)/v1")
    #expect(recorder.service.send(.get("/v1/models")).headers["x-mock-recorded"] != nil)
    #expect(recorder.service.send(.get("/api/v1/models")).headers["x-mock-recorded"] == nil)
    #expect(recorder.service.send(.get("/fixtures/lighthouse.png")).headers["x-mock-recorded"] == nil)
    #expect(throws: UpstreamError.self) { try UpstreamTable([try Upstream("http://a/v1"), try Upstream("http://b")]) }
    #expect(throws: UpstreamError.self) { try UpstreamTable([try Upstream("http://a/api/v1"), try Upstream("http://b/api/v1")]) }
    _ = try UpstreamTable([try Upstream("http://a/v1"), try Upstream("http://b/api/v1")])
  }

  @Test("The service gets the client's headers and body, without headers of the connection and of the mock")
  func forwarded() throws {
    let seen = Seen()
    var configuration = HTTPServerConfiguration(serverName: "seen")
    configuration.port = 0
    let server = try HTTPServer(configuration: configuration, handler: seen, log: { _ in })
    defer { server.stop() }
    let recorder = try RecordingMock("http://127.0.0.1:\(server.port)")
    var request = Request.json("/api/v1/image/edit?a=%20b", #"{"prompt": 1}"#)
    for (name, value) in [
      ("Connection", "keep-alive, X-Mine"), ("X-Mine", "1"), ("TE", "trailers"), ("X-Mock-Session", "s"), ("Accept-Encoding", "gzip"),
      ("User-Agent", "client/1"), ("X-Twice", "1"), ("X-Twice", "2"),
    ] { request.head.headers.append(name, value) }
    let response = recorder.service.send(request)
    let came = try #require(seen.requests.withLock { $0.first })
    #expect(
      came.head.headers.fields.map { "\($0.name): \($0.value)" } == [
        "Host: 127.0.0.1:\(server.port)", "Authorization: Bearer \(key)", "Content-Type: application/json", "User-Agent: client/1",
        "X-Twice: 1",
        "X-Twice: 2", "Content-Length: 13",
      ])
    #expect((came.head.method, came.head.path, came.head.query) == ("POST", "/api/v1/image/edit", "a=%20b"))
    #expect(came.body == request.body)
    #expect(response.headers.values(of: "x-a") == ["1", "2"] && response.headers["keep-alive"] == nil && response.headers["server"] == nil)
  }

  @Test("Preflights, scripted requests and bodies that were not kept are answered by the mock")
  func notForwarded() throws {
    let upstream = try UpstreamMock()
    let recorder = try RecordingMock(upstream.url)
    var (preflight, scripted) = (Request.get("/v1/models"), Request.get("/v1/models"))
    preflight.head.method = "OPTIONS"
    scripted.head.headers.append("X-Mock-Scenario", "always-rate-limited")
    let large = Request(head: Request.edit().head, body: .tooLarge(limit: 1, received: 2))
    let statuses = [preflight, scripted, large].map { recorder.service.send($0).status }
    #expect(statuses == [204, 200, 413])
    #expect(try recorder.files.isEmpty && recorder.log.text.isEmpty)
  }

  @Test(
    "Without a response the client gets a 502 in the API's own shape that says what failed", arguments: ["/api/v1/models", "/v1/models"])
  func unreachable(path: String) throws {
    let upstream = try UpstreamMock()
    let recorder = try RecordingMock(upstream.url)
    upstream.stop()
    let response = recorder.service.send(.get(path))
    #expect(response.status == 502)
    let document = try JSONDocument(parsing: response.body)
    guard case .object(let root) = document.root else { return #expect(Bool(false)) }
    #expect(root["error"] != nil)
    let text = String(decoding: response.body, as: UTF8.self)
    #expect(text.contains("the upstream gave no answer: \(upstream.url)") && !text.contains(key), "\(text)")
    #expect(recorder.log.text.hasPrefix("not forwarded: \(upstream.url)"))
    #expect(try recorder.files.isEmpty)
  }

  @Test("An exchange that cannot be recorded is logged, and still gets its response")
  func unwritable() throws {
    let upstream = try UpstreamMock()
    let recorder = try RecordingMock(upstream.url)
    try recorder.folder.write([], "recorded/dgrid.edit.model.can-edit")
    let response = recorder.service.send(.edit(model: "dall-e-3"))
    #expect(response.status == 400 && response.headers["x-mock-recorded"] == nil)
    #expect(recorder.log.text.hasPrefix("not recorded: cannot use the folder"))
  }

  @Test(
    "names that lead out of the folder lead nowhere", arguments: ["../../../escaped", "/tmp/escaped", "..", "a/../../escaped", "\u{0}"])
  func escaping(name: String) throws {
    let upstream = try UpstreamMock()
    let recorder = try RecordingMock(upstream.url)
    let part = "\"\(name)\"; filename=\"\(name).json\""
    _ = recorder.service.send(.multipart("/v1/images/edits", [(part, picture), ("model", Array(name.utf8))]))
    _ = recorder.service.send(.get("/v1/\(name)"))
    _ = recorder.service.send(.json("/api/v1/image/edit", #"{"\#(name == "\u{0}" ? "" : name)": {"$file": "../../x"}}"#))
    #expect(try FileManager.default.contentsOfDirectory(atPath: recorder.folder.path) == ["recorded"])
    for name in try recorder.files.keys {
      #expect(
        name.wholeMatch(of: /[a-z0-9A-Z_.-]+\/((accept|refuse|warn)-recorded-[0-9a-f]{12}\.json|[0-9a-f]{16}\.(png|txt|bin))/) != nil,
        "\(name)")
    }
  }
}

/// Answers everything, and remembers it.
private final class Seen: RequestHandler {
  let requests = Mutex<[Request]>([])

  func admit(_ head: RequestHead) -> Admission { .collect(upTo: 1 << 20) }

  func respond(to request: consuming Request) -> Work<DeliveryPlan> {
    let request = copy request
    requests.withLock { $0.append(request) }
    let headers = HeaderList([HeaderField("x-a", "1"), HeaderField("x-a", "2"), HeaderField("keep-alive", "timeout=5")])
    return .ready(DeliveryPlan(Response(status: 200, headers: headers, body: Array("ok".utf8))))
  }
}
