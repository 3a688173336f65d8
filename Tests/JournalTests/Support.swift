import Formats
import Foundation
import HTTPMessage
import Images
import Journal
import MockService
import RequestMatching
import Scenarios
import Support

@testable import Contract

/// The service in memory, with a clock that stands still.
struct Mock {
  let service: MockService
  let clock = Clock.manual()

  init(_ change: (inout MockConfiguration) -> Void = { _ in }) {
    var configuration = MockConfiguration()
    configuration.clock = clock
    configuration.stopwatch = clock
    change(&configuration)
    service = MockService(configuration)
  }

  var journal: Journal { service.journal }

  /// Sends a request and returns its entry in the journal.
  @discardableResult
  func send(_ method: String, _ target: String, _ headers: [(String, String)] = [], body: [UInt8] = []) -> JournalEntry {
    let halves = target.split(separator: "?", maxSplits: 1).map(String.init)
    let list = HeaderList(headers.map { HeaderField($0.0, $0.1) })
    let head = RequestHead(method: method, path: halves[0], query: halves.count > 1 ? halves[1] : "", headers: list)
    switch service.admit(head) {
    case .refuse: break
    case .collect(let intake):
      let request = Request(head: head, body: .complete(body))
      switch intake.respond.map({ $0(request) }) ?? service.respond(to: request) {
      case .ready: break
      case .deferred(let work), .background(let work): _ = work()
      }
    }
    return journal.entries[journal.entries.count - 1]
  }

  /// Sends an edit to Venice without an image, which is refused.
  @discardableResult
  func edit(_ prompt: String, key: String = "k", _ fields: [(String, JSONOutput)] = []) -> JournalEntry {
    let body = JSONOutput.object([("prompt", .string(prompt))] + fields).serialized()
    return send("POST", Self.edit, [("Authorization", "Bearer \(key)"), jsonType], body: body)
  }

  static let edit = "/api/v1/image/edit"
}

let jsonType = ("Content-Type", "application/json")

extension RequestRecord {
  /// Returns a record with the given values only.
  static func made(
    _ id: String = "req_1", session: String? = "s", method: String = "GET", target: String = "/v1/models", headers: [(String, String)] = [],
    body: [UInt8]? = nil, response: Response? = nil, _ change: (inout RequestRecord) -> Void = { _ in }
  ) -> RequestRecord {
    let halves = target.split(separator: "?", maxSplits: 1).map(String.init)
    var list = HeaderList(headers.map { HeaderField($0.0, $0.1) })
    if let session { list.append("x-mock-session", session) }
    let head = RequestHead(method: method, path: halves[0], query: halves.count > 1 ? halves[1] : "", headers: list)
    var record = RequestRecord(id: id, head: head, api: .dgrid, endpoint: .models, times: RequestTimes(arrived: .zero))
    record.body = body
    record.bodyCount = body?.count ?? 0
    record.response = response
    record.status = response?.status
    change(&record)
    return record
  }
}

/// Returns an image that Venice accepts, in one shade.
func picture(shade: UInt8 = 1) throws -> [UInt8] {
  let layout = RowLayout(size: PixelSize(width: 256, height: 256), channels: .rgb)
  return try ImageEncoder.encode(Raster(layout: layout, bytes: [UInt8](repeating: shade, count: 256 * 256 * 3)), as: .png)
}

/// Returns a multipart form with its content type.
func multipart(_ fields: [(String, String)], boundary: String) -> (type: (String, String), body: [UInt8]) {
  let parts = fields.map { "--\(boundary)\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }
  return (("Content-Type", "multipart/form-data; boundary=\(boundary)"), Array((parts.joined() + "--\(boundary)--\r\n").utf8))
}

/// Reads JSON with Foundation, which is independent of the mock's writer.
func read(_ json: JSONOutput) throws -> [String: Any] {
  try JSONSerialization.jsonObject(with: Data(json.serialized())) as? [String: Any] ?? [:]
}

extension JSONOutput {
  var text: String { String(decoding: serialized(), as: UTF8.self) }
}

func scenario(_ text: String) throws -> Scenario { try ScenarioFile.read(Array(text.utf8), name: "scenario", isNamed: false).get() }

/// A violation that is only warned about.
let deprecationWarning = Ledger.rules.first { $0.id.hasSuffix(".deprecated") }.map {
  Violation(rule: $0, path: "modelId", expected: "e", found: "f")
}
