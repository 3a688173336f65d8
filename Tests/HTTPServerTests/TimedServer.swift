import HTTPMessage
import HTTPServer
import Support
import TestClient

/// A server on a manual clock that tells when a request has come to its handler.
final class TimedServer: Sendable {
  let clock = Clock.manual(unixTime: 784_111_777)
  let test: TestServer
  private let admitted = Latch()
  private let handled = Latch()

  /// With one library thread, so that what it was told before a round trip is done after it.
  init(
    configure: (inout HTTPServerConfiguration) -> Void,
    admit: @escaping @Sendable (RequestHead) -> Admission = { _ in .collect(upTo: 64 << 20) },
    respond: @escaping @Sendable (Request) -> Work<DeliveryPlan> = { .ready(.echo($0)) }
  ) throws {
    test = try TestServer(
      configure: { [clock] in
        $0.threads = 1
        $0.clock = clock
        configure(&$0)
      },
      admit: { [admitted] head in
        if head.path == "/probe" || head.path == "/plain" { return .collect(upTo: 0) }
        defer { admitted.touch() }
        return admit(head)
      },
      respond: { [handled] request in
        if request.head.path == "/probe" { return .ready(DeliveryPlan(Response(status: 200), rawResponse: .nothing)) }
        if request.head.path == "/plain" { return .ready(.text("plain")) }
        defer { handled.touch() }
        return respond(request)
      })
  }

  convenience init(
    admit: @escaping @Sendable (RequestHead) -> Admission,
    respond: @escaping @Sendable (Request) -> Work<DeliveryPlan> = { .ready(.echo($0)) }
  ) throws {
    try self.init(configure: { _ in }, admit: admit, respond: respond)
  }

  convenience init(_ respond: @escaping @Sendable (Request) -> Work<DeliveryPlan>) throws {
    try self.init(configure: { _ in }, respond: respond)
  }

  /// A server that delivers the same plan for every request.
  convenience init(_ plan: DeliveryPlan) throws {
    try self.init { _ in .ready(plan) }
  }

  /// A client whose request has come to the handler, so that the clock may be moved.
  func ask(_ request: String = "GET / HTTP/1.1\r\nHost: a\r\n\r\n", receiveBuffer: Int32? = nil) throws -> RawClient {
    let client = try test.connect(receiveBuffer: receiveBuffer)
    try client.send(request)
    try waitForHandler()
    return client
  }

  func waitForAdmission() throws { if !admitted.isReached() { throw Late() } }

  func waitForHandler() throws { if !handled.isReached() { throw Late() } }

  /// Sends requests through all threads of the server, so that what was due before is done. Twice, since the first may pass what is under
  /// way.
  func settle() throws {
    for _ in 0..<2 {
      let client = try test.connect()
      try client.send("GET /probe HTTP/1.1\r\nHost: a\r\n\r\n")
      _ = try client.readToEnd()
    }
    _ = try test.response(to: "GET /plain HTTP/1.1\r\nHost: a\r\n\r\n")
  }

  func advance(by duration: Duration) throws {
    clock.advance(by: duration)
    try settle()
  }

  struct Late: Error {}
}

extension RawResponse {
  static let nothing = RawResponse(framing: .untilClose, actions: [])
}

extension DeliveryPlan {
  /// A raw response with the body `0123456789`.
  static func raw(
    _ actions: [WireAction], framing: RawResponse.Framing = .length(10), extra: [HeaderField] = [], ending: RawResponse.Ending = .close
  ) -> DeliveryPlan {
    DeliveryPlan(
      Response(status: 200, headers: HeaderList([HeaderField("X-A", "1")]), body: Array("0123456789".utf8)),
      rawResponse: RawResponse(framing: framing, extraFields: extra, actions: actions, ending: ending))
  }

  /// The head that `scripted` sends when a `TimedServer` has just been started.
  static func rawHead(_ framing: String = "Content-Length: 10\r\n", extra: String = "") -> String {
    "HTTP/1.1 200 OK\r\nServer: \(TestServer.name)\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nX-A: 1\r\nConnection: close\r\n\(framing)\(extra)\r\n"
  }

  func delayed(by delay: Duration) -> DeliveryPlan {
    var plan = self
    plan.delay = delay
    return plan
  }
}
