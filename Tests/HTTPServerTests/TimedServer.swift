import HTTPMessage
import HTTPServer
import Support
import TestClient

/// A server whose time stands still, and that tells when a request has come to its handler.
final class TimedServer: Sendable {
  let clock = Clock.manual(unixTime: 784_111_777)
  let test: TestServer
  private let admitted = Latch()
  private let answering = Latch()

  /// With one library thread, so that what it was told before a round trip is done after it.
  init(
    configure: (inout HTTPServerConfiguration) -> Void,
    admit: @escaping @Sendable (RequestHead) -> Admission = { _ in .collect(upTo: 64 << 20) },
    answer: @escaping @Sendable (Request) -> Work<DeliveryPlan> = { .ready(.echo($0)) }
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
      answer: { [answering] request in
        if request.head.path == "/probe" { return .ready(DeliveryPlan(Response(status: 200), rawResponse: .nothing)) }
        if request.head.path == "/plain" { return .ready(.text("plain")) }
        defer { answering.touch() }
        return answer(request)
      })
  }

  convenience init(
    admit: @escaping @Sendable (RequestHead) -> Admission,
    answer: @escaping @Sendable (Request) -> Work<DeliveryPlan> = { .ready(.echo($0)) }
  ) throws {
    try self.init(configure: { _ in }, admit: admit, answer: answer)
  }

  convenience init(_ answer: @escaping @Sendable (Request) -> Work<DeliveryPlan>) throws {
    try self.init(configure: { _ in }, answer: answer)
  }

  /// One whose every answer is the same.
  convenience init(_ plan: DeliveryPlan) throws {
    try self.init { _ in .ready(plan) }
  }

  /// A client whose request has come to the handler, so that the clock may be moved.
  func ask(_ request: String = "GET / HTTP/1.1\r\nHost: a\r\n\r\n", receiveBuffer: Int32? = nil) throws -> RawClient {
    let client = try test.connect(receiveBuffer: receiveBuffer)
    try client.send(request)
    try waitForAnswering()
    return client
  }

  func waitForAdmission() throws { if !admitted.isReached() { throw Late() } }

  func waitForAnswering() throws { if !answering.isReached() { throw Late() } }

  /// Goes through all threads of the server, so that what was due before is done. Twice, since the first may pass what is under way.
  func settle() throws {
    for _ in 0..<2 {
      let client = try test.connect()
      try client.send("GET /probe HTTP/1.1\r\nHost: a\r\n\r\n")
      _ = try client.readToEnd()
    }
    _ = try test.answer(to: "GET /plain HTTP/1.1\r\nHost: a\r\n\r\n")
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
  /// An answer with the body `0123456789` that a script sends.
  static func scripted(
    _ actions: [WireAction], framing: RawResponse.Framing = .length(10), extra: [HeaderField] = [], ending: RawResponse.Ending = .close
  ) -> DeliveryPlan {
    DeliveryPlan(
      Response(status: 200, headers: HeaderList([HeaderField("X-A", "1")]), body: Array("0123456789".utf8)),
      rawResponse: RawResponse(framing: framing, extraFields: extra, actions: actions, ending: ending))
  }

  /// The head that `scripted` sends when a `TimedServer` has just been started.
  static func scriptedHead(_ framing: String = "Content-Length: 10\r\n", extra: String = "") -> String {
    "HTTP/1.1 200 OK\r\nServer: \(TestServer.name)\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\nX-A: 1\r\nConnection: close\r\n\(framing)\(extra)\r\n"
  }

  func delayed(by delay: Duration) -> DeliveryPlan {
    var plan = self
    plan.delay = delay
    return plan
  }
}
