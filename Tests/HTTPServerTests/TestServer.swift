import Dispatch
import HTTPMessage
import HTTPServer
import Synchronization
import TestClient

/// A server on a free port with a handler made of two closures, and everything it logged.
final class TestServer: Sendable {
  static let name = "test-server/1"

  let server: HTTPServer
  let log: LogLines

  init(
    configure: (inout HTTPServerConfiguration) -> Void,
    admit: @escaping @Sendable (RequestHead) -> Admission = { _ in .collect(upTo: 64 << 20) },
    respond: @escaping @Sendable (Request) -> Work<DeliveryPlan> = { .ready(.echo($0)) }
  ) throws {
    var configuration = HTTPServerConfiguration(serverName: Self.name)
    configuration.port = 0
    configure(&configuration)
    let log = LogLines()
    self.log = log
    server = try HTTPServer(configuration: configuration, handler: ClosureHandler(admission: admit, responding: respond)) { log.append($0) }
  }

  convenience init() throws { try self.init(configure: { _ in }) }

  convenience init(
    admit: @escaping @Sendable (RequestHead) -> Admission,
    respond: @escaping @Sendable (Request) -> Work<DeliveryPlan> = { .ready(.echo($0)) }
  ) throws {
    try self.init(configure: { _ in }, admit: admit, respond: respond)
  }

  convenience init(_ respond: @escaping @Sendable (Request) -> Work<DeliveryPlan>) throws {
    try self.init(configure: { _ in }, respond: respond)
  }

  deinit { server.stop() }

  func connect(receiveBuffer: Int32? = nil) throws -> RawClient { try RawClient(port: server.port, receiveBuffer: receiveBuffer) }

  /// Stops on another thread, and signals the end of that.
  func stopInBackground() -> DispatchSemaphore {
    let stopped = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      self.server.stop()
      stopped.signal()
    }
    return stopped
  }

  /// One request on a connection of its own, and the first response to it.
  func response(to request: String, toHead: Bool = false) throws -> WireResponse {
    let client = try connect()
    try client.send(request)
    return try client.readResponse(toHead: toHead)
  }
}

extension TestServer {
  /// The response to a request once there is a slot for its connection: until then a full server may send a 503.
  func responseWhenFree(to request: String) throws -> WireResponse {
    var response = try self.response(to: request)
    for _ in 0..<10_000 where response.status == 503 { response = try self.response(to: request) }
    return response
  }
}

final class LogLines: Sendable {
  private let lines = Mutex<[String]>([])
  private let stopping = DispatchSemaphore(value: 0)

  func append(_ line: String) {
    lines.withLock { $0.append(line) }
    if line.hasPrefix("stopping") { stopping.signal() }
  }

  /// Waits until the server refuses new requests; `false` when it does not within ten seconds.
  func saysStopping() -> Bool { stopping.wait(timeout: .now() + .seconds(10)) == .success }

  var all: [String] { lines.withLock { $0 } }
}

private struct ClosureHandler: RequestHandler {
  let admission: @Sendable (RequestHead) -> Admission
  let responding: @Sendable (Request) -> Work<DeliveryPlan>

  func admit(_ head: RequestHead) -> Admission { admission(head) }
  func respond(to request: consuming Request) -> Work<DeliveryPlan> { responding(request) }
}

extension DeliveryPlan {
  static func text(_ text: String, status: Int = 200, headers: [HeaderField] = []) -> DeliveryPlan {
    DeliveryPlan(Response(status: status, headers: HeaderList(headers), body: Array(text.utf8)))
  }

  /// The body as it came, or for one that was too large its numbers.
  static func echo(_ request: Request) -> DeliveryPlan {
    let headers = HeaderList([
      HeaderField("x-path", request.head.path), HeaderField("x-method", request.head.method), HeaderField("x-query", request.head.query),
    ])
    switch request.body {
    case .complete(let bytes): return DeliveryPlan(Response(status: 200, headers: headers, body: bytes))
    case .tooLarge(let limit, let received): return .text("limit \(limit), received \(received)", status: 413)
    }
  }
}
