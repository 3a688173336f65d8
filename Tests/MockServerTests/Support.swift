import Foundation
import HTTPMessage
import Journal
import MockService
import Support

@testable import MockServer

/// `/_mock` and both APIs in memory, with a frozen clock and a stopwatch that stands still.
struct Site {
  let site: AdminSite
  let context: AdminContext
  let clock = Clock.adjustable()

  init(host: String = "127.0.0.1", allowed: [String] = [], _ change: (inout MockConfiguration) -> Void = { _ in }) {
    var configuration = MockConfiguration()
    clock.freeze()
    configuration.clock = clock
    configuration.stopwatch = .manual()
    change(&configuration)
    context = AdminContext(MockService(configuration), version: "9.8.7")
    site = AdminSite(context, originGuard: OriginGuard(host: host, allowed: allowed))
  }

  var journal: Journal { context.service.journal }

  /// Sends a request and returns the response, which may be immediate, deferred, or made in the background.
  @discardableResult
  func send(_ method: String, _ target: String, _ headers: [(String, String)] = [], body: [UInt8] = []) -> Response {
    let halves = target.split(separator: "?", maxSplits: 1).map(String.init)
    var list = HeaderList(headers.map { HeaderField($0.0, $0.1) })
    if list["host"] == nil { list.append("Host", "127.0.0.1:8080") }
    let head = RequestHead(method: method, path: halves[0], query: halves.count > 1 ? halves[1] : "", headers: list)
    switch site.admit(head) {
    case .refuse(let plan): return plan.response
    case .collect(let intake):
      let kept = body.count > intake.limit ? RequestBody.tooLarge(limit: intake.limit, received: body.count) : .complete(body)
      let request = Request(head: head, body: kept)
      switch intake.respond.map({ $0(request) }) ?? site.respond(to: request) {
      case .ready(let plan): return plan.response
      case .deferred(let work), .background(let work): return work().response
      }
    }
  }

  @discardableResult
  func send(_ method: String, _ target: String, _ headers: [(String, String)] = [], text: String) -> Response {
    send(method, target, headers, body: Array(text.utf8))
  }

  /// Requests the list of models from DGrid, the cheapest request.
  @discardableResult
  func models(_ key: String = "k", _ headers: [(String, String)] = []) -> Response {
    send("GET", "/v1/models", [("Authorization", "Bearer \(key)")] + headers)
  }

  /// Sends an edit to Venice without an image.
  @discardableResult
  func edit(_ json: String = #"{"prompt": "p"}"#, key: String = "k") -> Response {
    send("POST", "/api/v1/image/edit", [("Authorization", "Bearer \(key)"), ("Content-Type", "application/json")], text: json)
  }

  /// Sends four requests with large bodies, which displace the bodies of earlier requests.
  func fill() {
    let body = [UInt8](repeating: 65, count: 3_000)
    for _ in 1...4 { send("POST", "/api/v1/image/edit", [("Authorization", "Bearer k"), ("Content-Type", "text/plain")], body: body) }
  }
}

extension Response {
  var text: String { String(decoding: body, as: UTF8.self) }

  /// The JSON object.
  var object: [String: Any] {
    get throws { try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] ?? [:] }
  }

  var error: String? { (try? object)?["error"] as? String }
}
