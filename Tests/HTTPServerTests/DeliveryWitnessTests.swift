import Dispatch
import HTTPMessage
import HTTPServer
import Support
import TestClient
import Testing

/// What a witness is told of answers that go out as they are meant to.
@Suite(.timeLimit(.minutes(5)))
struct DeliveryWitnessTests {
  enum Way: String, CaseIterable {
    case ready, deferred, background, refused, refusedEarly
  }

  private static let delivered: [DeliveryLog.Event] = [.began, .ended(.done)]

  /// A server whose every answer is the plan, by this way.
  private func server(_ way: Way, _ plan: DeliveryPlan) throws -> TimedServer {
    try TimedServer(
      configure: { $0.drainLimit = 1_000 },
      admit: { _ in
        switch way {
        case .refused, .refusedEarly: .refuse(plan)
        case .ready, .deferred, .background: .collect(upTo: 100)
        }
      },
      answer: { _ in
        switch way {
        case .deferred: .deferred { plan }
        case .background: .background { plan }
        default: .ready(plan)
        }
      })
  }

  private func ask(_ server: TimedServer, _ way: Way) throws -> RawClient {
    let client = try server.test.connect()
    // A body that nobody reads is answered as soon as its length is known.
    let length = way == .refusedEarly ? 5_000 : 1
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(length)\r\n\r\nx")
    try server.waitForAdmission()
    if way == .ready || way == .deferred || way == .background { try server.waitForAnswering() }
    try server.settle()
    return client
  }

  @Test("An answer begins and ends, each once and in this order", arguments: Way.allCases, [false, true])
  func whole(way: Way, isDelayed: Bool) throws {
    let log = DeliveryLog()
    let plan = DeliveryPlan.text("answer").delayed(by: isDelayed ? .seconds(2) : .zero).witnessed(by: log)
    let server = try server(way, plan)
    let client = try ask(server, way)
    if isDelayed {
      #expect(log.events == [])
      try server.advance(by: .seconds(2))
    }
    #expect(try client.readAnswer().text == "answer")
    #expect(log.isOver())
    server.test.server.stop()
    #expect(log.events == Self.delivered)
    #expect(log.moments == (isDelayed ? [.seconds(2), .seconds(2)] : [.zero, .zero]))
  }

  @Test("Each answer of a kept connection has its own witness told")
  func kept() throws {
    let logs = (0..<3).map { _ in DeliveryLog() }
    let server = try TestServer { request in .ready(.text("a").witnessed(by: logs[Int(request.head.query) ?? 0])) }
    let client = try server.connect()
    for index in 0..<3 {
      try client.send("GET /?\(index) HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try client.readAnswer().text == "a")
      #expect(logs[index].isOver())
    }
    server.server.stop()
    #expect(logs.map(\.events) == [Self.delivered, Self.delivered, Self.delivered])
  }

  @Test(
    "A script that came to its end is done, whatever end it makes", arguments: Way.allCases.filter { $0 != .refusedEarly },
    [
      (DeliveryPlan.scripted([.head, .body(0..<10, nil)]), false), (.scripted([.head, .body(0..<4, nil)]), false),
      (.scripted([.head, .body(0..<4, nil)], ending: .reset), true), (.scripted([.bytes(Array("no answer".utf8))]), false),
    ])
  func scripted(way: Way, script: (plan: DeliveryPlan, isReset: Bool)) throws {
    let log = DeliveryLog()
    let server = try server(way, script.plan.witnessed(by: log))
    let client = try ask(server, way)
    #expect(try client.readRest().isReset == script.isReset)
    #expect(log.isOver())
    server.test.server.stop()
    #expect(log.events == Self.delivered)
  }

  @Test("A script that sends nothing ends without having begun")
  func nothing() throws {
    let log = DeliveryLog()
    let server = try TimedServer(DeliveryPlan(Response(status: 200), rawResponse: .nothing).witnessed(by: log))
    let client = try server.ask()
    #expect(try client.readRest() == Rest(""))
    server.test.server.stop()
    #expect(log.events == [.ended(.done)])
  }

  @Test("The first byte and the last have their own moments")
  func moments() throws {
    let log = DeliveryLog()
    let plan = DeliveryPlan.scripted([.wait(.seconds(1)), .head, .body(0..<4, nil), .wait(.seconds(3)), .body(4..<10, nil)])
    let server = try TimedServer(plan.delayed(by: .seconds(5)).witnessed(by: log))
    let client = try server.ask()
    try server.settle()
    for _ in 0..<9 { try server.advance(by: .seconds(1)) }
    #expect(try client.readRest() == Rest(DeliveryPlan.scriptedHead().replacing("08:49:37", with: "08:49:43") + "0123456789"))
    #expect(log.events == Self.delivered)
    #expect(log.moments == [.seconds(6), .seconds(9)])
  }

  @Test("An answer that cannot be sent has its witness told of the one that takes its place", arguments: [false, true])
  func undeliverable(isLater: Bool) throws {
    let log = DeliveryLog()
    let plan = DeliveryPlan.text("processing", status: 102).witnessed(by: log)
    let server = try TestServer { _ in isLater ? .deferred { plan } : .ready(plan) }
    #expect(try server.answer(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n").status == 500)
    server.server.stop()
    #expect(log.events == Self.delivered)
  }

  @Test("What a stop has sent at once is done", arguments: [false, true])
  func hurried(isScript: Bool) throws {
    let log = DeliveryLog()
    let plan = isScript ? DeliveryPlan.scripted([.head, .body(0..<10, nil)], ending: .hold) : .text("late")
    let server = try TimedServer(plan.delayed(by: .seconds(3_600)).witnessed(by: log))
    let client = try server.ask()
    try server.settle()
    #expect(log.events == [])
    #expect(server.test.stopAside().wait(timeout: .now() + .seconds(10)) == .success)
    #expect(!(try client.readRest().bytes.isEmpty))
    #expect(log.events == Self.delivered)
  }
}
