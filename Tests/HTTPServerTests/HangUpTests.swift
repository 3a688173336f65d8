import HTTPMessage
import HTTPServer
import TestClient
import Testing

/// `stop` waits for every request, so it ends only when nothing stays behind.
@Suite("Clients that hang up leave nothing behind", .timeLimit(.minutes(15)))
struct HangUpTests {
  @Test("A client that hangs up in the middle of its body leaves nothing behind", arguments: HangUp.allCases)
  func midBody(way: HangUp) throws {
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
    client.hangUp(way)
    server.server.stop()
  }

  @Test("A client that hangs up together with the first part of its body leaves nothing behind")
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
    #expect(try server.response(to: "GET /after HTTP/1.1\r\nHost: a\r\n\r\n")["x-path"] == "/after")
    server.server.stop()
  }

  @Test("A client that hangs up while its response is made costs nothing but the response", arguments: HangUp.allCases)
  func midWork(way: HangUp) throws {
    let latch = Latch()
    let server = try TestServer { request in
      guard request.head.path == "/slow" else { return .ready(.echo(request)) }
      return .deferred(behind: latch) { DeliveryPlan(Response(status: 200, body: pattern(count: 1 << 20))) }
    }
    let client = try server.connect()
    try client.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(latch.isReached())
    client.hangUp(way)
    latch.open()
    #expect(try server.response(to: "GET /after HTTP/1.1\r\nHost: a\r\n\r\n")["x-path"] == "/after")
    server.server.stop()
  }

  @Test("The closure that makes a response is freed with its request", arguments: [false, true])
  func freed(isGone: Bool) throws {
    let latch = Latch()
    let probe = LifetimeProbe()
    let server = try TestServer { _ in
      let material = probe.material()
      return .deferred(behind: latch) { withExtendedLifetime(material) { .text("done") } }
    }
    let client = try server.connect()
    try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(latch.isReached())
    #expect(probe.isAlive)
    if isGone { client.reset() }
    latch.open()
    server.server.stop()
    #expect(!probe.isAlive)
  }
}
