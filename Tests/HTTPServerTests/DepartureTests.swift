import Dispatch
import HTTPMessage
import HTTPServer
import Support
import TestClient
import Testing

/// What a witness is told when the client goes before it has its answer.
@Suite(.timeLimit(.minutes(5)))
struct DepartureTests {
  enum Departure: CaseIterable { case close, reset }

  private static let large = [UInt8](repeating: 33, count: 50_000_000)

  @Test(
    "A client that goes while its delayed answer waits is gone, however short the delay",
    arguments: [
      (Duration.seconds(3_600), Departure.close), (.seconds(3_600), .reset), (.milliseconds(1), .close), (.milliseconds(1), .reset),
    ])
  func delayed(delay: Duration, departure: Departure) throws {
    let log = DeliveryLog()
    let server = try TimedServer(.text("late").delayed(by: delay).witnessed(by: log))
    let client = try server.ask()
    try server.settle()
    depart(client, departure)
    // Going ends a long delay by itself.
    if delay < .seconds(1) { server.clock.advance(by: delay) }
    #expect(log.isOver())
    server.test.server.stop()
    // That a client which closed its socket does not read any more may be seen only when the answer is sent.
    #expect(log.events.filter { $0 != .began } == [.ended(.clientGone)])
    if departure == .reset { #expect(log.events.count == 1) }
  }

  @Test(
    "A client that only sends nothing more is told of as what it comes to: the library may take its end for the connection's",
    arguments: 1...10)
  func halfClosed(round: Int) throws {
    let (log, latch) = (DeliveryLog(), Latch())
    let server = try TestServer { _ in
      .deferred(behind: latch) { .text("late").witnessed(by: log) }
    }
    let client = try server.connect()
    try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(latch.isReached())
    client.finishSending()
    latch.open()
    let hasAnswer = (try? client.readAnswer())?.text == "late"
    #expect(log.isOver())
    server.server.stop()
    #expect(log.events == (hasAnswer ? [.began, .ended(.done)] : [.ended(.clientGone)]))
  }

  @Test("A client that goes while its answer is made is gone, also during a stop", arguments: [false, true], [false, true])
  func atWork(isAside: Bool, stops: Bool) throws {
    let (log, latch) = (DeliveryLog(), Latch())
    let work: @Sendable () -> DeliveryPlan = {
      latch.pass()
      return .text("late").witnessed(by: log)
    }
    let server = try TestServer { _ in isAside ? .background(work) : .deferred(work) }
    let client = try server.connect()
    try client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(latch.isReached())
    let stopped = stops ? server.stopAside() : nil
    if stops { #expect(server.log.saysStopping()) }
    client.reset()
    latch.open()
    #expect(log.isOver())
    if let stopped { #expect(stopped.wait(timeout: .now() + .seconds(10)) == .success) } else { server.server.stop() }
    #expect(log.events == [.ended(.clientGone)])
  }

  @Test("A client that goes when it has read half of a large answer is gone", arguments: [false, true], [false, true])
  func halfRead(isScript: Bool, stops: Bool) throws {
    let log = DeliveryLog()
    let script = RawResponse(framing: .length(Self.large.count), actions: [.head, .body(0..<Self.large.count, nil)])
    let plan = DeliveryPlan(Response(status: 200, body: Self.large), rawResponse: isScript ? script : nil).witnessed(by: log)
    let server = try TimedServer(plan)
    let client = try server.ask(receiveBuffer: 65_536)
    _ = try client.read(100_000)
    #expect(log.events == [.began])
    let stopped = stops ? server.test.stopAside() : nil
    if stops { #expect(server.test.log.saysStopping()) }
    client.reset()
    #expect(log.isOver())
    if let stopped { #expect(stopped.wait(timeout: .now() + .seconds(10)) == .success) } else { server.test.server.stop() }
    #expect(log.events == [.began, .ended(.clientGone)])
  }

  @Test(
    "A client that goes while a script waits or is paced is gone, and one that lets go of a script that holds it, too",
    arguments: [
      (DeliveryPlan.scripted([.head, .wait(.seconds(3_600)), .body(0..<10, nil)]), Departure.reset),
      (.scripted([.head, .body(0..<10, WirePace(slice: 1, interval: .seconds(3_600)))]), .reset),
      (.scripted([.head, .body(0..<10, nil)], ending: .hold), .reset), (.scripted([.head, .body(0..<10, nil)], ending: .hold), .close),
    ])
  func script(plan: DeliveryPlan, departure: Departure) throws {
    let log = DeliveryLog()
    let server = try TimedServer(plan.witnessed(by: log))
    let client = try server.ask()
    #expect(try client.readAnswer(toHead: true).status == 200)
    #expect(log.events == [.began])
    depart(client, departure)
    #expect(log.isOver())
    server.test.server.stop()
    #expect(log.events == [.began, .ended(.clientGone)])
  }

  @Test("A client that goes before its refused request is whole never gets the refusal", arguments: Departure.allCases)
  func refused(departure: Departure) throws {
    let log = DeliveryLog()
    let server = try TimedServer(admit: { _ in .refuse(.text("no", status: 404).witnessed(by: log)) })
    let client = try server.test.connect()
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nhalf")
    try server.waitForAdmission()
    try server.settle()
    depart(client, departure)
    #expect(log.isOver())
    server.test.server.stop()
    #expect(log.events == [.ended(.clientGone)])
  }

  private func depart(_ client: RawClient, _ departure: Departure) {
    switch departure {
    case .close: client.close()
    case .reset: client.reset()
    }
  }
}
