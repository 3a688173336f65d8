import Dispatch
import HTTPMessage
import HTTPServer
import Support
import TestClient
import Testing

/// The clock stands still in all of these.
@Suite("Stopping the server while responses wait", .timeLimit(.minutes(15)))
struct ExpeditedStopTests {
  private static let rest = "0123456789"

  @Test(
    "A stop sends at once what waits",
    arguments: [
      (DeliveryPlan.raw([.head, .body(0..<10, nil)]).delayed(by: .seconds(3_600)), DeliveryPlan.rawHead() + rest),
      (.raw([.wait(.seconds(3_600)), .body(0..<10, nil), .wait(.seconds(3_600))]), rest),
      (.raw([.body(0..<10, WirePace(slice: 1, interval: .seconds(3_600)))]), rest),
      (.raw([.body(0..<10, nil)], ending: .hold), rest),
    ])
  func script(plan: DeliveryPlan, expected: String) throws {
    let server = try TimedServer(plan)
    let client = try server.ask()
    try server.settle()
    let stopped = server.test.stopInBackground()
    #expect(try client.readRest() == Rest(expected))
    #expect(stopped.wait(timeout: .now() + .seconds(10)) == .success)
  }

  @Test("A stop delivers delayed responses at once, also those that are made while it waits", arguments: [false, true])
  func delay(isMadeWhileStopping: Bool) throws {
    let latch = Latch()
    let server = try TimedServer { _ in
      .deferred(behind: latch) { .text("late").delayed(by: .seconds(3_600)) }
    }
    let client = try server.ask()
    #expect(latch.isReached())
    if !isMadeWhileStopping {
      latch.open()
      try server.settle()
    }
    let stopped = server.test.stopInBackground()
    #expect(server.test.log.saysStopping())
    if isMadeWhileStopping { latch.open() }
    #expect(try client.readResponse().text == "late")
    #expect(stopped.wait(timeout: .now() + .seconds(10)) == .success)
  }

  @Test("A stop lifts the pace of an upload", arguments: [false, true])
  func upload(isWholeBefore: Bool) throws {
    let server = try TimedServer(
      configure: { $0.uploadGrace = .seconds(3_600) }, admit: { _ in .collect(Intake(limit: 1 << 20, bytesPerSecond: 1)) })
    let client = try server.test.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n")
    try server.waitForAdmission()
    if isWholeBefore { try client.send(pattern(count: 200_000)) }
    try server.settle()
    let stopped = server.test.stopInBackground()
    #expect(server.test.log.saysStopping())
    if !isWholeBefore { try client.send(pattern(count: 200_000)) }
    #expect(try client.readResponse().body == pattern(count: 200_000))
    #expect(stopped.wait(timeout: .now() + .seconds(10)) == .success)
  }

  @Test("A stop with no grace ends uploads that wait for their pace")
  func noGrace() throws {
    let server = try TimedServer(
      configure: { $0.uploadGrace = .zero }, admit: { _ in .collect(Intake(limit: 1 << 20, bytesPerSecond: 1)) })
    let clients = try (0..<50).map { _ in
      let client = try server.test.connect()
      try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n")
      try server.waitForAdmission()
      try client.send(pattern(count: 10_000))
      return client
    }
    #expect(server.test.stopInBackground().wait(timeout: .now() + .seconds(10)) == .success)
    for client in clients { _ = try client.readRest() }
  }

  @Test("A stop does not wait for a client that does not read", arguments: [true, false])
  func notReading(isScripted: Bool) throws {
    let body = [UInt8](repeating: 33, count: 50_000_000)
    let script = RawResponse(framing: .untilClose, actions: [.body(0..<body.count, nil)])
    let plan = DeliveryPlan(Response(status: 200, body: body), rawResponse: isScripted ? script : nil)
    let server = try TimedServer(configure: { $0.idleTimeout = .seconds(3_600) }, respond: { _ in .ready(plan) })
    let client = try server.ask(receiveBuffer: 65_536)
    #expect(server.test.stopInBackground().wait(timeout: .now() + .seconds(10)) == .success)
    #expect(try client.readRest().bytes.count < body.count)
  }
}
