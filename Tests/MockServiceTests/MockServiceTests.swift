import Contract
import Formats
import Foundation
import HTTPMessage
import Journal
import Synchronization
import TestSupport
import Testing

@testable import MockService

@Suite("What every response has in common", .timeLimit(.minutes(15)))
struct MockServiceTests {
  @Test("Request ids are on every response of both APIs and never repeat")
  func ids() {
    let mock = Mock()
    let responses = (0..<50).flatMap { _ in
      [
        mock.send("GET", "/api/v1/models"), mock.send("GET", "/v1/models"), mock.send("GET", "/v1/nothing"),
        mock.send("PUT", "/api/v1/image/edit"),
      ]
    }
    let ids = responses.compactMap { $0.headers["x-mock-request-id"] }
    #expect(Set(ids).count == responses.count)
  }

  @Test(
    "Paths of neither API say where the APIs are; paths of an API get its own 404",
    arguments: [
      ("/", "serves nothing at /"), ("/image/edit", "base URL http://HOST:PORT/api/v1"),
      ("/api/v1/images/edits", #"{"error":"Not found"}"#),
      ("/v1/image/edit", "Invalid URL (POST /v1/image/edit)"), ("/generated/", "serves nothing"),
      ("/fixtures/../Package.swift", "serves nothing"),
      ("/v1/images/edits/extra", "Invalid URL"), ("/api/v1/image/edit/", #"{"error":"Not found"}"#),
    ])
  func unknownPaths(path: String, text: String) {
    let response = Mock().send("POST", path)
    #expect(response.status == 404)
    #expect(response.text.contains(text))
  }

  @Test("Both APIs may be called from pages of other origins")
  func crossOrigin() {
    for path in ["/api/v1/image/edit", "/v1/images/edits"] {
      let preflight = Mock().send("OPTIONS", path, key: nil)
      #expect(preflight.status == 204)
      #expect(preflight.headers["access-control-allow-headers"] == "*")
      #expect(Mock().send("POST", path).headers["access-control-allow-origin"] == "*")
    }
  }

  @Test("A repeated edit is answered at once, after the same validation; a new one is work for another thread")
  func repeated() throws {
    let mock = Mock()
    let image = Base64.encode(try gradient(256, 256))
    func body(_ prompt: String, _ extra: [(String, JSONOutput)] = []) -> [UInt8] {
      JSONOutput.object([("prompt", .string(prompt)), ("image", .ascii(image))] + extra).serialized()
    }
    #expect(!mock.answersAtOnce("/api/v1/image/edit", headers: [jsonType], body: body("x")))
    #expect(mock.send("POST", "/api/v1/image/edit", headers: [jsonType], body: body("x")).status == 200)
    #expect(mock.answersAtOnce("/api/v1/image/edit", headers: [jsonType], body: body("x")))
    #expect(!mock.answersAtOnce("/api/v1/image/edit", headers: [jsonType], body: body("y")))
    #expect(mock.send("POST", "/api/v1/image/edit", headers: [jsonType], body: body("x", [("foo", .int(1))])).status == 400)
  }

  @Test("The observer is called once for each request, with its violations and warnings")
  func observed() throws {
    let records = Mutex<[RequestRecord]>([])
    let service = MockService(MockConfiguration(), observe: { record in records.withLock { $0.append(record) } })
    let head = RequestHead(method: "GE\nT", path: "/v1/\u{1B}[31m", headers: HeaderList())
    guard case .refuse = service.admit(head) else { throw NoImage() }
    let record = try #require(records.withLock { $0 }.first)
    #expect(record.violations.map(\.rule.id) == ["dgrid.path.known"])
    let text = "GE·T /v1/·[31m 404 refused\n  dgrid.path.known: expected /v1/images/edits or /v1/models; found "
    #expect(record.text(explainsMiss: false).hasPrefix(text))
  }

  @Test("A mapped host is answered from its folder, and from nowhere above it")
  func urlMap() throws {
    let folder = try TemporaryFolder()
    try folder.write(try gradient(256, 256), "photos/a.png")
    try folder.write(try gradient(256, 256), "secret.png")
    let mock = Mock { $0.urlMap = [URLMapping(host: "CDN.example.com", folder: folder.path + "/photos")] }
    func status(_ url: String) -> Int { mock.venice([("prompt", .string("x")), ("image", .string(url))]).status }
    #expect(status("https://cdn.example.com/a.png") == 200)
    #expect(status("https://cdn.example.com/a.png?v=2") == 200)
    #expect(status("https://cdn.example.com/../secret.png") == 404)
    #expect(status("https://cdn.example.com/%2e%2e/secret.png") == 404)
    #expect(status("https://cdn.example.com/b.png") == 404)
    #expect(status("https://other.example.com/a.png") == 404)
  }

  @Test("A mapped file that is larger than any image may be is not read")
  func largeMappedFile() throws {
    let folder = try TemporaryFolder()
    try folder.write([], "large.png")
    // It has a length and takes no room.
    try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path + "/large.png")).truncate(atOffset: UInt64(ImageFetcher.fileLimit + 1))
    let mock = Mock { $0.urlMap = [URLMapping(host: "cdn.example.com", folder: folder.path)] }
    let response = mock.venice([("prompt", .string("x")), ("image", .string("https://cdn.example.com/large.png"))])
    #expect(response.status == 404)
    #expect(response.rules == ["venice.edit.image.fetch"])
  }
}
