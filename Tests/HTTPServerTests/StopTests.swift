import Dispatch
import Glibc
import HTTPMessage
import HTTPServer
import TestClient
import Testing

@Suite("Stopping the server", .timeLimit(.minutes(15)))
struct StopTests {
  /// A server that responds with a body as soon as the latch is opened.
  private static func holding(_ body: [UInt8]) throws -> (TestServer, Latch) {
    let latch = Latch()
    let server = try TestServer { _ in
      .deferred(behind: latch) { DeliveryPlan(Response(status: 200, body: body)) }
    }
    return (server, latch)
  }

  @Test("A response that is being made when the server stops arrives whole, with Connection: close")
  func running() throws {
    let body = pattern(count: 4 << 20)
    let (server, latch) = try Self.holding(body)
    let client = try server.connect()
    try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(latch.isReached())
    let stopped = server.stopInBackground()
    #expect(server.log.saysStopping())
    latch.open()
    let response = try client.readResponse()
    #expect(response.body == body)
    #expect(response["Connection"] == "close")
    #expect(stopped.wait(timeout: .now() + .seconds(10)) == .success)
  }

  @Test("Requests sent ahead do not cut the response after which the connection ends")
  func sentAhead() throws {
    let body = pattern(count: 8 << 20)
    let (server, latch) = try Self.holding(body)
    let client = try server.connect(receiveBuffer: 65_536)
    try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\nPOST / HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n")
    try client.send(pattern(count: 200_000))
    #expect(latch.isReached())
    let stopped = server.stopInBackground()
    #expect(server.log.saysStopping())
    latch.open()
    let rest = try client.readRest()
    #expect(!rest.isReset)
    #expect(rest.bytes.suffix(body.count).elementsEqual(body))
    #expect(stopped.wait(timeout: .now() + .seconds(10)) == .success)
  }

  @Test("A client that has sent more and does not close its side does not delay a stop")
  func lingering() throws {
    let server = try TestServer()
    let client = try server.connect()
    try client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    try client.send(pattern(count: 200_000))
    #expect(try client.readResponse().status == 200)
    #expect(try client.readToEnd() == [])
    #expect(server.stopInBackground().wait(timeout: .now() + .seconds(10)) == .success)
  }

  @Test("A request that never arrives whole is given up after its grace")
  func halfUploaded() throws {
    let latch = Latch()
    let server = try TestServer(
      configure: { $0.uploadGrace = .zero },
      admit: { _ in
        latch.touch()
        return .collect(upTo: 100)
      })
    let client = try server.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf")
    #expect(latch.isReached())
    server.server.stop()
    #expect(try client.readToEnd() == [])
  }

  @Test("A request that arrives within its grace gets its response from a stopping server")
  func arriving() throws {
    let latch = Latch()
    let server = try TestServer(
      configure: { $0.uploadGrace = .seconds(3_600) },
      admit: { _ in
        latch.touch()
        return .collect(upTo: 100)
      }, respond: { request in .deferred { .echo(request) } })
    let client = try server.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8\r\n\r\nhalf")
    #expect(latch.isReached())
    let stopped = server.stopInBackground()
    #expect(server.log.saysStopping())
    #expect(throws: ClientError.notConnected(ECONNREFUSED)) { try server.connect() }
    try client.send("more")
    #expect(try client.readResponse().text == "halfmore")
    #expect(stopped.wait(timeout: .now() + .seconds(10)) == .success)
  }

  @Test("A new request on a kept connection is refused while the server stops")
  func latecomer() throws {
    let latch = Latch()
    let server = try TestServer { request in
      guard request.head.path == "/slow" else { return .ready(.echo(request)) }
      return .deferred(behind: latch) { .echo(request) }
    }
    let idle = try server.connect()
    try idle.send("GET /first HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try idle.readResponse().status == 200)
    let busy = try server.connect()
    try busy.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(latch.isReached())
    let stopped = server.stopInBackground()
    #expect(server.log.saysStopping())
    try idle.send("GET /late HTTP/1.1\r\nHost: a\r\n\r\n")
    let response = try idle.readResponse()
    #expect(response.status == 503)
    #expect(response["Connection"] == "close")
    latch.open()
    #expect(try busy.readResponse()["x-path"] == "/slow")
    #expect(stopped.wait(timeout: .now() + .seconds(10)) == .success)
  }

  @Test("Stopping twice, also at the same time, is stopping once")
  func idempotent() throws {
    let server = try TestServer()
    _ = try server.response(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    let both = [server.stopInBackground(), server.stopInBackground()]
    for stopped in both { #expect(stopped.wait(timeout: .now() + .seconds(10)) == .success) }
    server.server.stop()
  }

  @Test("Under load a stop loses no response that has begun", arguments: 1...5)
  func underLoad(round: Int) throws {
    let server = try TestServer { request in .deferred { .echo(request) } }
    let port = server.server.port
    let clients = DispatchGroup()
    let broken = LogLines()
    for _ in 0..<16 {
      DispatchQueue.global().async(group: clients) { askUntilClosed(port: port, broken: broken) }
    }
    _ = try server.response(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    server.server.stop()
    #expect(clients.wait(timeout: .now() + .seconds(20)) == .success)
    #expect(broken.all == [])
  }
}

/// Sends requests until the connection is closed; every response that begins has to end.
private func askUntilClosed(port: Int, broken: LogLines) {
  guard let client = try? RawClient(port: port) else { return }
  while (try? client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello")) != nil {
    guard let response = try? client.readResponse() else { break }
    if response.status == 200, response.text != "hello" { broken.append(response.text) }
    if response["Connection"] == "close" { break }
  }
  if !client.isBetweenResponses { broken.append("cut") }
}
