import Glibc
import HTTPMessage
import HTTPServer
import TestClient
import Testing

@Suite("More connections than slots", .timeLimit(.minutes(15)))
struct CrowdingTests {
  private static let request = "GET /ask HTTP/1.1\r\nHost: a\r\n\r\n"

  /// What a connection without a whole request has done.
  enum Idling: CaseIterable {
    case silent, halfHead, used

    func begin(on client: RawClient) throws {
      switch self {
      case .silent: break
      case .halfHead: try client.send("GET / HTTP/1.1\r\nHos")
      case .used:
        try client.send(CrowdingTests.request)
        _ = try client.readResponse()
      }
    }
  }

  @Test("When all slots are taken, the connection that has been idle for longest is closed", arguments: Idling.allCases)
  func idlest(idling: Idling) throws {
    let server = try TestServer(configure: { $0.connectionLimit = 3 })
    let clients = try (0..<3).map { _ in
      let client = try server.connect()
      try idling.begin(on: client)
      return client
    }
    #expect(try server.response(to: Self.request)["x-path"] == "/ask")
    // It has gone from the first place, and the newcomer's connection is the youngest of those that are idle now.
    #expect(try clients[0].readRest() == Rest(""))
    #expect(clients[2].isQuiet)
  }

  @Test("A connection that was used lately stays, even when it is the oldest")
  func usedLately() throws {
    let server = try TestServer(configure: { $0.connectionLimit = 2 })
    let (old, young) = (try server.connect(), try server.connect())
    for client in [old, young, old] { try Idling.used.begin(on: client) }
    #expect(try server.response(to: Self.request)["x-path"] == "/ask")
    #expect(try young.readRest() == Rest(""))
    try Idling.used.begin(on: old)
  }

  @Test("A connection that is over and only lingers gives its slot to a new one")
  func lingering() throws {
    let server = try TestServer(configure: { $0.connectionLimit = 1 })
    let client = try server.connect()
    try client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    try client.send(pattern(count: 200_000))
    #expect(try client.readResponse().status == 200)
    #expect(try client.readToEnd() == [])
    #expect(try server.response(to: Self.request)["x-path"] == "/ask")
  }

  @Test("When no connection is idle, a new one gets a 503 with Retry-After at once", arguments: [0, 1, 2])
  func noneIdle(silentSurplus: Int) throws {
    let latch = Latch()
    let server = try TestServer(
      configure: {
        $0.connectionLimit = 1
        $0.workers = 1
      },
      respond: { request in
        .deferred(behind: latch) { .echo(request) }
      })
    let busy = try server.connect()
    try busy.send("POST /busy HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n")
    #expect(latch.isReached())
    // Those that say nothing do not keep others from being told.
    let silent = try (0..<silentSurplus).map { _ in try server.connect() }
    let newcomer = try server.connect()
    try newcomer.send("POST /new HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody")
    let response = try newcomer.readResponse()
    #expect(response.status == 503)
    #expect(response["Retry-After"] == "1")
    #expect(response["Connection"] == "close")
    #expect(response["Server"] == TestServer.name)
    #expect(try newcomer.readToEnd() == [])
    latch.open()
    #expect(try busy.readResponse()["x-path"] == "/busy")
    withExtendedLifetime(silent) {}
  }

  @Test("A hundred times as many new connections as slots all get their responses")
  func many() throws {
    let server = try TestServer(configure: { $0.connectionLimit = 4 })
    var kept: [RawClient] = []
    for number in 0..<400 {
      let client = try server.connect()
      try client.send("GET /\(number) HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try client.readResponse()["x-path"] == "/\(number)")
      kept.append(client)
    }
  }

  @Test("Two thousand slow clients, in a head, a body or a response, delay no other client and cost no thread")
  func slowClients() async {
    await #expect(processExitsWith: .success) {
      let large = [UInt8](repeating: 33, count: 50_000_000)
      let server = try TestServer { request in
        .ready(request.head.path == "/large" ? DeliveryPlan(Response(status: 200, body: large)) : .echo(request))
      }
      _ = try server.response(to: CrowdingTests.request)
      let threads = threadCount()
      let beginnings = [
        "GET / HTTP/1.1\r\nHos", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nab", "GET /large HTTP/1.1\r\nHost: a\r\n\r\n",
      ]
      let slowClients = try (0..<2_000).map { number in
        let client = try server.connect(receiveBuffer: 4_096)
        try client.send(beginnings[number % beginnings.count])
        return client
      }
      for _ in 0..<20 {
        guard try server.response(to: CrowdingTests.request)["x-path"] == "/ask" else { exit(2) }
      }
      guard threadCount() <= threads else { exit(3) }
      withExtendedLifetime(slowClients) {}
    }
  }

  @Test("With more than 2,000 connections open, responses end theirs")
  func beyondKept() async {
    // In a process of its own: it takes thousands of descriptors.
    await #expect(processExitsWith: .success) {
      let server = try TestServer()
      // Connections are accepted in order: all that came before are counted when one gets a response.
      let idle = try (0..<1_999).map { _ in try server.connect() }
      let last = try server.connect()
      for _ in 0..<2 {
        try last.send(CrowdingTests.request)
        guard try last.readResponse()["Connection"] == nil else { exit(2) }
      }
      guard try server.response(to: CrowdingTests.request)["Connection"] == "close" else { exit(3) }
      withExtendedLifetime(idle) {}
    }
  }
}
