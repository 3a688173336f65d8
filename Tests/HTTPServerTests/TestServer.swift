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
    answer: @escaping @Sendable (Request) -> Work<DeliveryPlan> = { .ready(.echo($0)) }
  ) throws {
    var configuration = HTTPServerConfiguration(serverName: Self.name)
    configuration.port = 0
    configure(&configuration)
    let log = LogLines()
    self.log = log
    server = try HTTPServer(configuration: configuration, handler: ClosureHandler(admission: admit, answering: answer)) { log.append($0) }
  }

  convenience init() throws { try self.init(configure: { _ in }) }

  convenience init(
    admit: @escaping @Sendable (RequestHead) -> Admission,
    answer: @escaping @Sendable (Request) -> Work<DeliveryPlan> = { .ready(.echo($0)) }
  ) throws {
    try self.init(configure: { _ in }, admit: admit, answer: answer)
  }

  convenience init(_ answer: @escaping @Sendable (Request) -> Work<DeliveryPlan>) throws {
    try self.init(configure: { _ in }, answer: answer)
  }

  deinit { server.stop() }

  func connect(receiveBuffer: Int32? = nil) throws -> RawClient { try RawClient(port: server.port, receiveBuffer: receiveBuffer) }

  /// Stops on another thread; signals when it has.
  func stopAside() -> DispatchSemaphore {
    let stopped = DispatchSemaphore(value: 0)
    DispatchQueue.global().async {
      self.server.stop()
      stopped.signal()
    }
    return stopped
  }

  /// One request on a connection of its own, and the first answer to it.
  func answer(to request: String, toHead: Bool = false) throws -> WireAnswer {
    let client = try connect()
    try client.send(request)
    return try client.readAnswer(toHead: toHead)
  }
}

extension TestServer {
  /// The answer to a request once there is a place for its connection: until then a full server may answer 503.
  func answerWhenFree(to request: String) throws -> WireAnswer {
    var answer = try answer(to: request)
    for _ in 0..<10_000 where answer.status == 503 { answer = try self.answer(to: request) }
    return answer
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
  let answering: @Sendable (Request) -> Work<DeliveryPlan>

  func admit(_ head: RequestHead) -> Admission { admission(head) }
  func respond(to request: consuming Request) -> Work<DeliveryPlan> { answering(request) }
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
