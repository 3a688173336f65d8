import Dispatch
import Glibc
import HTTPMessage
import HTTPServer
import Support
import TestClient
import Testing

@Suite("Delayed responses", .timeLimit(.minutes(15)))
struct DelayTests {
  enum Way: CaseIterable { case now, later, refused }

  @Test("A delayed response comes at its time and not before, and the connection stays usable", arguments: Way.allCases)
  func delay(way: Way) throws {
    let plan = DeliveryPlan.text("late").delayed(by: .seconds(2))
    let server = try TimedServer(
      admit: { _ in
        if way == .refused { .refuse(plan) } else { .collect(upTo: 100) }
      }, respond: { _ in way == .now ? .ready(plan) : .deferred { plan } })
    let client = try server.test.connect()
    for _ in 0..<2 {
      try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx")
      if way == .refused { try server.waitForAdmission() } else { try server.waitForHandler() }
      // A refused request is whole a moment after it was admitted, and one made by a worker is made some time after it was begun.
      try server.settle()
      try server.advance(by: .milliseconds(1_999))
      #expect(client.isQuiet)
      server.clock.advance(by: .milliseconds(1))
      let response = try client.readResponse()
      #expect(response.text == "late")
      #expect(response["Connection"] == nil)
    }
  }

  @Test("Delays end in the order of their deadlines, whatever the order of their requests")
  func order() throws {
    let server = try TimedServer { request in .ready(.text("").delayed(by: .seconds(Int(request.head.query) ?? 0))) }
    let delays = (1...24).map { $0 * 7 % 25 }
    let clients = try delays.map { try server.ask("GET /?\($0) HTTP/1.1\r\nHost: a\r\n\r\n") }
    var ended: [Int] = []
    for second in 1...24 {
      try server.advance(by: .seconds(1))
      for (delay, client) in zip(delays, clients) where delay == second || !client.isQuiet {
        #expect(try client.readResponse().status == 200)
        ended.append(delay)
      }
    }
    #expect(ended == Array(1...24))
  }

  @Test("A delay counts from the end of the request")
  func countsFromEnd() throws {
    let server = try TimedServer(.text("late").delayed(by: .seconds(2)))
    let client = try server.test.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 8\r\n\r\nhalf")
    try server.waitForAdmission()
    try server.advance(by: .seconds(10))
    try client.send("more")
    try server.waitForHandler()
    try server.advance(by: .milliseconds(1_999))
    #expect(client.isQuiet)
    server.clock.advance(by: .milliseconds(1))
    #expect(try client.readResponse().text == "late")
  }

  @Test("The time that it takes to make a response is part of its delay")
  func includesWork() throws {
    let latch = Latch()
    let server = try TimedServer { _ in
      .deferred(behind: latch) { .text("late").delayed(by: .seconds(2)) }
    }
    let client = try server.ask()
    #expect(latch.isReached())
    try server.advance(by: .seconds(2))
    #expect(client.isQuiet)
    latch.open()
    #expect(try client.readResponse().text == "late")
  }

  @Test("A client that hangs up during its delay does no harm", arguments: [false, true])
  func hangUp(resets: Bool) throws {
    let server = try TimedServer(.text("late").delayed(by: .seconds(2)))
    let gone = try server.ask()
    let patient = try server.ask()
    if resets { gone.reset() } else { gone.close() }
    server.clock.advance(by: .seconds(2))
    #expect(try patient.readResponse().text == "late")
    #expect(server.test.stopInBackground().wait(timeout: .now() + .seconds(10)) == .success)
  }

  @Test("A client that hangs up during its delay frees its connection before the delay is over")
  func freedAtOnce() throws {
    let (clock, asked) = (Clock.manual(), Latch())
    let server = try TestServer(
      configure: {
        $0.clock = clock
        $0.connectionLimit = 1
      },
      respond: { request in
        defer { asked.touch() }
        return .ready(.text("").delayed(by: request.head.path == "/late" ? .seconds(3_600) : .zero))
      })
    let first = try server.connect()
    try first.send("GET /late HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(asked.isReached())
    // There is room for one connection: until the first has been let go, others are told that there is none.
    #expect(try server.response(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n").status == 503)
    first.close()
    #expect(try server.responseWhenFree(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n").status == 200)
  }

  @Test("2,000 delayed requests wait without a thread of their own, and all get their responses")
  func many() async {
    // In a process of its own: other tests start threads too.
    await #expect(processExitsWith: .success) {
      let server = try TimedServer(.text("late").delayed(by: .seconds(2)))
      let first = try server.ask()
      let threads = threadCount()
      let clients = try (1..<2_000).map { _ in try server.ask() }
      guard threadCount() <= threads else { exit(2) }
      server.clock.advance(by: .seconds(2))
      for client in clients + [first] {
        guard try client.readResponse().text == "late" else { exit(3) }
      }
      server.test.server.stop()
    }
  }

  @Test("With the system's clock a delay passes by itself")
  func systemClock() throws {
    let server = try TestServer { _ in .ready(.text("late").delayed(by: .milliseconds(1))) }
    let start = Clock.system.now
    #expect(try server.response(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n").text == "late")
    #expect(Clock.system.now - start >= .milliseconds(1))
  }
}

/// Returns how many threads this process has.
func threadCount() -> Int {
  guard let folder = unsafe opendir("/proc/self/task") else { return 0 }
  defer { unsafe closedir(folder) }
  var count = 0
  while unsafe readdir(folder) != nil { count += 1 }
  return count - 2
}
