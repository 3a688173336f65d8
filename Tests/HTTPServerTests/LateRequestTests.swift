import HTTPMessage
import HTTPServer
import Support
import TestClient
import Testing

/// The limits run by the server's clock, which is manual here; only silence is measured by the library, with the system's.
@Suite("Requests that take too long to arrive", .timeLimit(.minutes(15)))
struct LateRequestTests {
  private let abandoned = Collected<Intake.Abandonment>()

  private func server(pace: Int? = nil) throws -> TimedServer {
    try TimedServer(
      configure: {
        $0.idleTimeout = .seconds(20)
        $0.headTimeout = .seconds(40)
        $0.bodyTimeout = .seconds(600)
      },
      admit: { [abandoned] _ in
        var intake = Intake(limit: 100, bytesPerSecond: pace)
        intake.abandoned = { abandoned.append($0) }
        return .collect(intake)
      })
  }

  @Test("A head that is not whole in time ends the connection, however many bytes of it still come")
  func head() throws {
    let server = try server()
    let (late, inTime) = (try server.test.connect(), try server.test.connect())
    try late.send("GET / HTTP/1.1\r\nHost:")
    try server.settle()
    server.clock.advance(by: .seconds(59))
    try late.send(" a\r\nX-Slow:")
    // Its time begins when its last response is sent.
    try inTime.send("GET /plain HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try inTime.readResponse().text == "plain")
    server.clock.advance(by: .seconds(2))
    #expect(try late.readRest() == Rest(""))
    try inTime.send("GET /plain HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try inTime.readResponse().text == "plain")
  }

  @Test(
    "A body that is not whole in time ends the connection",
    arguments: ["Content-Length: 10\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n2\r\n"])
  func body(rest: String) throws {
    let server = try server()
    let client = try server.test.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\n\(rest)ab")
    try server.waitForAdmission()
    try server.settle()
    server.clock.advance(by: .seconds(599))
    try server.settle()
    #expect(client.isQuiet)
    server.clock.advance(by: .seconds(2))
    #expect(try client.readResponse().status == 408)
    #expect(try client.readRest() == Rest(""))
    #expect(abandoned.all.isEmpty)
  }

  @Test("A body that a scenario reads slowly may take longer")
  func paced() throws {
    let server = try server(pace: 1)
    let client = try server.test.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nabcd")
    try server.waitForAdmission()
    try server.settle()
    server.clock.advance(by: .seconds(601))
    #expect(try client.readResponse().text == "abcd")
  }

  /// Where a client falls silent.
  enum Silence: String, CaseIterable {
    case start = ""
    case head = "GET / HTTP/1.1\r\nHos"
    case body = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nab"
  }

  @Test("A client that is silent for too long loses its connection", arguments: Silence.allCases)
  func silent(silence: Silence) throws {
    // By the library's clock, which is the system's.
    let server = try TestServer(configure: { $0.idleTimeout = .seconds(1) })
    let client = try server.connect()
    try client.send(silence.rawValue)
    if silence == .body { #expect(try client.readResponse().status == 408) }
    #expect(try client.readRest() == Rest(""))
  }

  @Test(
    "A body that stops is answered with 408 by the handler's words, and its delivery is complete",
    arguments: [
      ("Content-Length: 10\r\n\r\nab", "the body stopped after 2 of the 10 bytes of its Content-Length"),
      ("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", "the body stopped after 3 bytes, before its last chunk"),
    ])
  func stalled(rest: String, text: String) throws {
    let log = DeliveryLog()
    let server = try TestServer(
      configure: { $0.idleTimeout = .seconds(1) },
      admit: { [abandoned] _ in
        var intake = Intake(limit: 100)
        intake.abandoned = { abandoned.append($0) }
        intake.respondToStall = { DeliveryPlan(Response(status: 408, body: Array("\($0)".utf8))).observed(by: log) }
        return .collect(intake)
      })
    let client = try server.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\n\(rest)")
    let response = try client.readResponse()
    #expect(response.status == 408)
    #expect(response.text == text)
    #expect(response["Connection"] == "close")
    #expect(try client.readRest() == Rest(""))
    #expect(log.isOver())
    #expect(log.events == [.began, .ended(.done)])
    #expect(abandoned.all.isEmpty)
  }

  @Test("A client that stops reading its response for too long loses its connection")
  func unread() throws {
    let (log, body) = (DeliveryLog(), [UInt8](repeating: 33, count: 50_000_000))
    let server = try TestServer(
      configure: { $0.idleTimeout = .seconds(1) },
      respond: { _ in .ready(DeliveryPlan(Response(status: 200, body: body)).observed(by: log)) })
    let client = try server.connect(receiveBuffer: 4_096)
    try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(log.isOver())
    #expect(log.events == [.began, .ended(.clientGone)])
    withExtendedLifetime(client) {}
  }
}
