import Dispatch
import HTTPMessage
import HTTPServer
import Support
import TestClient
import Testing

@Suite("What a delivery observer is told when the client goes early", .timeLimit(.minutes(15)))
struct ClientGoneTests {
  private static let large = [UInt8](repeating: 33, count: 50_000_000)

  @Test(
    "A client that goes while its delayed response waits counts as gone, however short the delay",
    arguments: [
      (Duration.seconds(3_600), HangUp.close), (.seconds(3_600), .reset), (.milliseconds(1), .close), (.milliseconds(1), .reset),
    ])
  func delayed(delay: Duration, way: HangUp) throws {
    let log = DeliveryLog()
    let server = try TimedServer(.text("late").delayed(by: delay).observed(by: log))
    let client = try server.ask()
    try server.settle()
    client.hangUp(way)
    // Going ends a long delay by itself.
    if delay < .seconds(1) { server.clock.advance(by: delay) }
    #expect(log.isOver())
    server.test.server.stop()
    // That a client which closed its socket does not read any more may be seen only when the response is sent.
    #expect(log.events.filter { $0 != .began } == [.ended(.clientGone)])
    if way == .reset { #expect(log.events.count == 1) }
  }

  @Test(
    "A client that closes only its sending side gets its response or counts as gone, and the observer is told which",
    arguments: 1...10)
  func halfClosed(round: Int) throws {
    let (log, latch) = (DeliveryLog(), Latch())
    let server = try TestServer { _ in
      .deferred(behind: latch) { .text("late").observed(by: log) }
    }
    let client = try server.connect()
    try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(latch.isReached())
    client.finishSending()
    latch.open()
    let hasAnswer = (try? client.readResponse())?.text == "late"
    #expect(log.isOver())
    server.server.stop()
    #expect(log.events == (hasAnswer ? [.began, .ended(.done)] : [.ended(.clientGone)]))
  }

  @Test("A client that goes while its response is made counts as gone, also during a stop", arguments: [false, true], [false, true])
  func atWork(isInBackground: Bool, stops: Bool) throws {
    let (log, latch) = (DeliveryLog(), Latch())
    let work: @Sendable () -> DeliveryPlan = {
      latch.pass()
      return .text("late").observed(by: log)
    }
    let server = try TestServer { _ in isInBackground ? .background(work) : .deferred(work) }
    let client = try server.connect()
    try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(latch.isReached())
    let stopped = stops ? server.stopInBackground() : nil
    if stops { #expect(server.log.saysStopping()) }
    client.reset()
    latch.open()
    #expect(log.isOver())
    if let stopped { #expect(stopped.wait(timeout: .now() + .seconds(10)) == .success) } else { server.server.stop() }
    #expect(log.events == [.ended(.clientGone)])
  }

  @Test("A client that goes after half of a large response counts as gone", arguments: [false, true], [false, true])
  func halfRead(isScript: Bool, stops: Bool) throws {
    let log = DeliveryLog()
    let script = RawResponse(framing: .length(Self.large.count), actions: [.head, .body(0..<Self.large.count, nil)])
    let plan = DeliveryPlan(Response(status: 200, body: Self.large), rawResponse: isScript ? script : nil).observed(by: log)
    let server = try TimedServer(plan)
    let client = try server.ask(receiveBuffer: 65_536)
    _ = try client.read(100_000)
    #expect(log.events == [.began])
    let stopped = stops ? server.test.stopInBackground() : nil
    if stops { #expect(server.test.log.saysStopping()) }
    client.reset()
    #expect(log.isOver())
    if let stopped { #expect(stopped.wait(timeout: .now() + .seconds(10)) == .success) } else { server.test.server.stop() }
    #expect(log.events == [.began, .ended(.clientGone)])
  }

  @Test(
    "A client that goes while a raw response waits, is paced or is held counts as gone",
    arguments: [
      (DeliveryPlan.raw([.head, .wait(.seconds(3_600)), .body(0..<10, nil)]), HangUp.reset),
      (.raw([.head, .body(0..<10, WirePace(slice: 1, interval: .seconds(3_600)))]), .reset),
      (.raw([.head, .body(0..<10, nil)], ending: .hold), .reset), (.raw([.head, .body(0..<10, nil)], ending: .hold), .close),
    ])
  func script(plan: DeliveryPlan, way: HangUp) throws {
    let log = DeliveryLog()
    let server = try TimedServer(plan.observed(by: log))
    let client = try server.ask()
    #expect(try client.readResponse(toHead: true).status == 200)
    #expect(log.events == [.began])
    client.hangUp(way)
    #expect(log.isOver())
    server.test.server.stop()
    #expect(log.events == [.began, .ended(.clientGone)])
  }

  @Test("A client that goes before its refused request is whole does not get the refusal", arguments: HangUp.allCases)
  func refused(way: HangUp) throws {
    let log = DeliveryLog()
    let server = try TimedServer(admit: { _ in .refuse(.text("no", status: 404).observed(by: log)) })
    let client = try server.test.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nhalf")
    try server.waitForAdmission()
    try server.settle()
    client.hangUp(way)
    #expect(log.isOver())
    server.test.server.stop()
    #expect(log.events == [.ended(.clientGone)])
  }
}
