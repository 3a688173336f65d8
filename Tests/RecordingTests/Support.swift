import Contract
import ContractFixtures
import Formats
import Foundation
import HTTPClient
import HTTPMessage
import HTTPServer
import MockService
import Recording
import Support
import Synchronization
import TestSupport

let key = "sk-live-0123456789abcdef0123456789"

/// A mock behind a socket that takes the real service's place.
final class UpstreamMock: Sendable {
  let service: MockService
  private let server: HTTPServer

  var url: String { "http://127.0.0.1:\(server.port)" }

  init(_ profile: Profile = .documented) throws {
    service = .mock(profile)
    var configuration = HTTPServerConfiguration(serverName: "upstream")
    configuration.port = 0
    server = try HTTPServer(configuration: configuration, handler: service, log: { _ in })
  }

  deinit { server.stop() }

  func stop() { server.stop() }
}

extension MockService {
  static func mock(_ profile: Profile = .documented, responseOverride: (any ResponseOverride)? = nil) -> MockService {
    var configuration = MockConfiguration()
    configuration.settings = Settings(profile: profile)
    configuration.clock = .manual(unixTime: 1_782_000_000)
    configuration.responseOverride = responseOverride
    return MockService(configuration)
  }

  /// What the server would do with a request.
  func send(_ request: Request) -> Response {
    switch admit(request.head) {
    case .refuse(let plan): return plan.response
    case .collect(let intake):
      switch intake.respond.map({ $0(request) }) ?? respond(to: request) {
      case .ready(let plan): return plan.response
      case .deferred(let work), .background(let work): return work().response
      }
    }
  }
}

/// A mock that records into a folder of its own.
struct RecordingMock {
  let folder: TemporaryFolder
  let service: MockService
  let log = LogLines()

  init(_ upstreams: String..., profile: Profile = .documented) throws {
    folder = try TemporaryFolder()
    let log = log
    service = .mock(
      profile,
      responseOverride: UpstreamRecorder(
        try UpstreamTable(upstreams.map { try Upstream($0) }), into: try RecordingFolder("\(folder.path)/recorded"),
        client: HTTPClient(timeout: .seconds(20)), settings: Settings(profile: profile), log: { log.append($0) }))
  }

  var path: String { "\(folder.path)/recorded" }

  /// All files of the folder, however deep, with what is in them.
  var files: [String: [UInt8]] {
    get throws {
      var files: [String: [UInt8]] = [:]
      for name in try FileManager.default.subpathsOfDirectory(atPath: path) where !folderExists("\(path)/\(name)") {
        files[name] = try readFile("\(path)/\(name)", limit: 64 << 20)
      }
      return files
    }
  }

  var fixtures: [RuleFixture] {
    get throws {
      try files.filter { $0.key.hasSuffix(".json") }.sorted { $0.key < $1.key }.map { name, bytes in
        let folder = name.prefix { $0 != "/" }
        return try RuleFixture(
          parsing: bytes, file: name, images: { _ in nil }, files: { try? readFile("\(path)/\(folder)/\($0)", limit: 64 << 20) })
      }
    }
  }

  func replaying(_ profile: Profile = .documented) throws -> MockService {
    let log = log
    return .mock(profile, responseOverride: try Replay(folder: path) { log.append($0) })
  }
}

final class LogLines: Sendable {
  private let lines = Mutex<[String]>([])

  func append(_ line: String) { lines.withLock { $0.append(line) } }

  var text: String { lines.withLock { $0.joined(separator: "\n") } }
}

extension Request {
  static func get(_ target: String, key: String? = key) -> Request { Request(head: .init("GET", target, key, [])) }

  static func json(_ target: String, _ text: String, key: String? = key, type: String = "application/json") -> Request {
    Request(head: .init("POST", target, key, [HeaderField("Content-Type", type)]), body: .complete(Array(text.utf8)))
  }

  /// - Parameter parts: header parameters behind `name=`, and the data.
  static func multipart(
    _ target: String, _ parts: [(name: String, data: [UInt8])], key: String? = key, boundary: String = "edge"
  ) -> Request {
    let body = parts.flatMap { "--\(boundary)\r\nContent-Disposition: form-data; name=\($0.name)\r\n\r\n".utf8 + $0.data + "\r\n".utf8 }
    let type = HeaderField("Content-Type", "multipart/form-data; boundary=\(boundary)")
    return Request(head: .init("POST", target, key, [type]), body: .complete(body + "--\(boundary)--\r\n".utf8))
  }

  static func edit(prompt: String = "Make it snow", model: String = "wanx-v1", key: String? = key, boundary: String = "edge") -> Request {
    .multipart(
      "/v1/images/edits",
      [
        ("image; filename=\"a.png\"", picture), ("prompt", Array(prompt.utf8)), ("model", Array(model.utf8)),
        ("response_format", Array("b64_json".utf8)),
      ], key: key, boundary: boundary)
  }

  static func veniceEdit(prompt: String = "Sunrise", key: String? = key) -> Request {
    .json("/api/v1/image/edit", #"{"prompt": "\#(prompt)", "image": "\#(base64(picture))"}"#, key: key)
  }
}

extension RequestHead {
  fileprivate init(_ method: String, _ target: String, _ key: String?, _ fields: [HeaderField]) {
    let halves = target.split(separator: "?", maxSplits: 1).map(String.init)
    let headers = [HeaderField("Host", "mock.test")] + (key.map { [HeaderField("Authorization", "Bearer \($0)")] } ?? []) + fields
    self.init(method: method, path: halves[0], query: halves.count > 1 ? halves[1] : "", headers: HeaderList(headers))
  }
}

func base64(_ bytes: [UInt8]) -> String { String(decoding: Base64.encode(bytes), as: UTF8.self) }

/// A picture that both APIs take.
let picture: [UInt8] = {
  let text = #"""
    { "shows": "x", "request": { "method": "POST", "path": "/", "multipart":
      [{ "name": "image", "file": { "$png": { "width": 512, "height": 512 } } }] }, "answer": { "status": 200 } }
    """#
  guard let request = try? RuleFixture(parsing: Array(text.utf8), file: "x/accept-x.json", images: { _ in nil }).request(),
    let type = request.head.headers["content-type"].flatMap({ try? MediaType(parsing: $0) }),
    let form = try? MultipartForm(parsing: request.body.bytes, contentType: type)
  else { return [] }
  return Array(form.bytes[form.parts[0].body])
}()
