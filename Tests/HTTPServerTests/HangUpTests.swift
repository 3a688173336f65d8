import HTTPMessage
import HTTPServer
import TestClient
import Testing

/// Clients that go away. That nothing of their requests stays behind is seen by `stop`, which waits for every one of them.
@Suite(.timeLimit(.minutes(5)))
struct HangUpTests {
  enum Departure: CaseIterable { case close, reset }

  @Test("A client that hangs up in the middle of its body leaves nothing behind", arguments: Departure.allCases)
  func midBody(departure: Departure) throws {
    let latch = Latch()
    let server = try TestServer(
      configure: { $0.uploadGrace = .seconds(3_600) },
      admit: { _ in
        latch.touch()
        return .collect(upTo: 1 << 20)
      })
    let client = try server.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nhalf")
    #expect(latch.isReached())
    depart(client, departure)
    server.server.stop()
  }

  @Test("A client whose hanging up comes together with the first part of its body leaves nothing behind")
  func inOneBreath() throws {
    let server = try TestServer(
      configure: {
        $0.uploadGrace = .seconds(3_600)
        $0.idleTimeout = .seconds(3_600)
      }, admit: { _ in .collect(upTo: 1 << 20) })
    for _ in 0..<20 {
      let client = try server.connect()
      try client.sendAndClose("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nhalf")
    }
    #expect(try server.answer(to: "GET /after HTTP/1.1\r\nHost: a\r\n\r\n")["x-path"] == "/after")
    server.server.stop()
  }

  @Test("A client that hangs up while its answer is made costs nothing but the answer", arguments: Departure.allCases)
  func midWork(departure: Departure) throws {
    let latch = Latch()
    let server = try TestServer { request in
      guard request.head.path == "/slow" else { return .ready(.echo(request)) }
      return .deferred(behind: latch) { DeliveryPlan(Response(status: 200, body: pattern(count: 1 << 20))) }
    }
    let client = try server.connect()
    try client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(latch.isReached())
    depart(client, departure)
    latch.open()
    #expect(try server.answer(to: "GET /after HTTP/1.1\r\nHost: a\r\n\r\n")["x-path"] == "/after")
    server.server.stop()
  }

  @Test("What the answer of a request was made from is freed with it", arguments: [false, true])
  func freed(isGone: Bool) throws {
    let latch = Latch()
    let witness = Witness()
    let server = try TestServer { _ in
      let material = witness.material()
      return .deferred(behind: latch) { withExtendedLifetime(material) { .text("done") } }
    }
    let client = try server.connect()
    try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(latch.isReached())
    #expect(witness.isAlive)
    if isGone { client.reset() }
    latch.open()
    server.server.stop()
    #expect(!witness.isAlive)
  }

  private func depart(_ client: RawClient, _ departure: Departure) {
    switch departure {
    case .close: client.close()
    case .reset: client.reset()
    }
  }
}
