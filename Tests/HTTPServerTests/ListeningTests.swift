import Dispatch
import HTTPMessage
import HTTPServer
import TestClient
import Testing

@Suite("Listening, and the settings of a server", .timeLimit(.minutes(15)))
struct ListeningTests {
  @Test("A port that is listened on already is an error that says what to do")
  func portTaken() throws {
    let first = try TestServer()
    let port = first.server.port
    let error = try #require(throws: HTTPServerError.self) { try TestServer(configure: { $0.port = port }) }
    #expect(error == .portTaken(host: "127.0.0.1", port: port))
    #expect("\(error)" == "port \(port) on 127.0.0.1 is taken; pass --port with another one, or --port 0 for any free one")
  }

  @Test("A stopped server's port can be taken again at once, even with a connection left open by its client")
  func restart() throws {
    let first = try TestServer()
    let port = first.server.port
    let client = try first.connect()
    try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    _ = try client.readResponse()
    first.server.stop()
    let second = try TestServer(configure: { $0.port = port })
    #expect(try second.response(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n").status == 200)
  }

  @Test("Literals of both families and names are hosts", arguments: ["127.0.0.1", "localhost", "0.0.0.0", "::1", "::"])
  func hosts(host: String) throws {
    let server = try TestServer(configure: { $0.host = host })
    #expect(server.server.port > 0)
    #expect(server.server.host == host)
  }

  @Test("A host that is not this machine's is an error", arguments: ["192.0.2.1", "no such name", "300.1.1.1"])
  func foreignHost(host: String) {
    #expect(throws: HTTPServerError.addressUnavailable(host: host)) { try TestServer(configure: { $0.host = host }) }
  }

  @Test(
    "Settings out of range are refused",
    arguments: [
      { $0.port = 70_000 }, { $0.port = -1 }, { $0.threads = 0 }, { $0.workers = 0 }, { $0.connectionLimit = 0 },
      { $0.idleTimeout = .zero },
      { $0.connectionMemory = 10 }, { $0.serverName = "a\r\nb" }, { $0.uploadGrace = .seconds(-1) }, { $0.headTimeout = .zero },
      { $0.bodyTimeout = .zero },
    ] as [@Sendable (inout HTTPServerConfiguration) -> Void])
  func badSettings(change: @Sendable (inout HTTPServerConfiguration) -> Void) {
    #expect(throws: HTTPServerError.self) { try TestServer(configure: change) }
  }

  @Test("The server works with one library thread, and with more", arguments: [1, 2, 4])
  func threads(count: Int) throws {
    let server = try TestServer(configure: { $0.threads = count }, respond: { request in .deferred { .echo(request) } })
    #expect(try server.response(to: "GET /x HTTP/1.1\r\nHost: a\r\n\r\n")["x-path"] == "/x")
  }

  @Test("64 connections are served side by side")
  func parallel() throws {
    let server = try TestServer { request in .deferred { .echo(request) } }
    let clients = try (0..<64).map { _ in try server.connect() }
    for round in 0..<3 {
      for (number, client) in clients.enumerated() {
        try client.send("GET /\(round)/\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
      }
      for (number, client) in clients.enumerated() {
        #expect(try client.readResponse()["x-path"] == "/\(round)/\(number)")
      }
    }
  }

  @Test("When all workers are busy and the queue is full, the next request gets a 503 at once")
  func queueFull() throws {
    let latch = Latch()
    let server = try TestServer(
      configure: {
        $0.workers = 1
        $0.workerQueueLimit = 1
        $0.threads = 1
      },
      respond: { request in
        .deferred(behind: latch) { .echo(request) }
      })
    let clients = try (0..<3).map { _ in try server.connect() }
    try clients[0].send("GET /0 HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(latch.isReached())
    // The library has one thread here, so the two that follow are taken one after the other: one waits, one is refused.
    for client in clients[1...] { try client.send("GET /n HTTP/1.1\r\nHost: a\r\n\r\n") }
    let refused = try #require(try firstAnswer(of: Array(clients[1...])))
    #expect(refused.status == 503)
    #expect(refused["Retry-After"] == "1")
    #expect(refused.text.contains("queue is full"))
    #expect(refused["Server"] == TestServer.name)
    latch.open()
    latch.open()
    #expect(try clients[0].readResponse().status == 200)
  }

  private func firstAnswer(of clients: [RawClient]) throws -> WireResponse? {
    guard let ready = RawClient.firstReadable(of: clients) else { return nil }
    return try ready.readResponse()
  }
}
