import Dispatch
import HTTPMessage
import HTTPServer
import Support
import TestClient
import Testing

@Suite("What a delivery observer is told", .timeLimit(.minutes(15)))
struct DeliveryObserverTests {
  enum Way: String, CaseIterable {
    case ready, deferred, background, refused, refusedEarly
  }

  private static let delivered: [DeliveryLog.Event] = [.began, .ended(.done)]

  /// A server that delivers the plan for every request, this way.
  private func server(_ way: Way, _ plan: DeliveryPlan) throws -> TimedServer {
    try TimedServer(
      configure: { $0.drainLimit = 1_000 },
      admit: { _ in
        switch way {
        case .refused, .refusedEarly: .refuse(plan)
        case .ready, .deferred, .background: .collect(upTo: 100)
        }
      },
      respond: { _ in
        switch way {
        case .deferred: .deferred { plan }
        case .background: .background { plan }
        default: .ready(plan)
        }
      })
  }

  private func ask(_ server: TimedServer, _ way: Way) throws -> RawClient {
    let client = try server.test.connect()
    // A body that is not read gets its response as soon as its length is known.
    let length = way == .refusedEarly ? 5_000 : 1
    try client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(length)\r\n\r\nx")
    try server.waitForAdmission()
    if way == .ready || way == .deferred || way == .background { try server.waitForHandler() }
    try server.settle()
    return client
  }

  @Test("A delivery begins and ends, each once and in this order", arguments: Way.allCases, [false, true])
  func whole(way: Way, isDelayed: Bool) throws {
    let log = DeliveryLog()
    let plan = DeliveryPlan.text("body").delayed(by: isDelayed ? .seconds(2) : .zero).observed(by: log)
    let server = try server(way, plan)
    let client = try ask(server, way)
    if isDelayed {
      #expect(log.events == [])
      try server.advance(by: .seconds(2))
    }
    #expect(try client.readResponse().text == "body")
    #expect(log.isOver())
    server.test.server.stop()
    #expect(log.events == Self.delivered)
    #expect(log.moments == (isDelayed ? [.seconds(2), .seconds(2)] : [.zero, .zero]))
  }

  @Test("Each response of a kept connection has its own observer")
  func kept() throws {
    let logs = (0..<3).map { _ in DeliveryLog() }
    let server = try TestServer { request in .ready(.text("a").observed(by: logs[Int(request.head.query) ?? 0])) }
    let client = try server.connect()
    for index in 0..<3 {
      try client.send("GET /?\(index) HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try client.readResponse().text == "a")
      #expect(logs[index].isOver())
    }
    server.server.stop()
    #expect(logs.map(\.events) == [Self.delivered, Self.delivered, Self.delivered])
  }

  @Test(
    "A raw response with all its actions sent is done, with each kind of ending", arguments: Way.allCases.filter { $0 != .refusedEarly },
    [
      (DeliveryPlan.raw([.head, .body(0..<10, nil)]), false), (.raw([.head, .body(0..<4, nil)]), false),
      (.raw([.head, .body(0..<4, nil)], ending: .reset), true), (.raw([.bytes(Array("no HTTP".utf8))]), false),
    ])
  func raw(way: Way, script: (plan: DeliveryPlan, isReset: Bool)) throws {
    let log = DeliveryLog()
    let server = try server(way, script.plan.observed(by: log))
    let client = try ask(server, way)
    #expect(try client.readRest().isReset == script.isReset)
    #expect(log.isOver())
    server.test.server.stop()
    #expect(log.events == Self.delivered)
  }

  @Test("A raw response that sends nothing ends without having begun")
  func nothing() throws {
    let log = DeliveryLog()
    let server = try TimedServer(DeliveryPlan(Response(status: 200), rawResponse: .nothing).observed(by: log))
    let client = try server.ask()
    #expect(try client.readRest() == Rest(""))
    server.test.server.stop()
    #expect(log.events == [.ended(.done)])
  }

  @Test("The first byte and the last of a delivery have their own moments")
  func moments() throws {
    let log = DeliveryLog()
    let plan = DeliveryPlan.raw([.wait(.seconds(1)), .head, .body(0..<4, nil), .wait(.seconds(3)), .body(4..<10, nil)])
    let server = try TimedServer(plan.delayed(by: .seconds(5)).observed(by: log))
    let client = try server.ask()
    try server.settle()
    for _ in 0..<9 { try server.advance(by: .seconds(1)) }
    #expect(try client.readRest() == Rest(DeliveryPlan.rawHead().replacing("08:49:37", with: "08:49:43") + "0123456789"))
    #expect(log.events == Self.delivered)
    #expect(log.moments == [.seconds(6), .seconds(9)])
  }

  @Test("When a response cannot be sent, its observer is told of the 500 in its place", arguments: [false, true])
  func undeliverable(isLater: Bool) throws {
    let log = DeliveryLog()
    let plan = DeliveryPlan.text("processing", status: 102).observed(by: log)
    let server = try TestServer { _ in isLater ? .deferred { plan } : .ready(plan) }
    #expect(try server.response(to: "GET / HTTP/1.1\r\nHost: a\r\n\r\n").status == 500)
    server.server.stop()
    #expect(log.events == Self.delivered)
  }

  @Test("A response that a stop sends at once is done", arguments: [false, true])
  func expedited(isScript: Bool) throws {
    let log = DeliveryLog()
    let plan = isScript ? DeliveryPlan.raw([.head, .body(0..<10, nil)], ending: .hold) : .text("late")
    let server = try TimedServer(plan.delayed(by: .seconds(3_600)).observed(by: log))
    let client = try server.ask()
    try server.settle()
    #expect(log.events == [])
    #expect(server.test.stopInBackground().wait(timeout: .now() + .seconds(10)) == .success)
    #expect(!(try client.readRest().bytes.isEmpty))
    #expect(log.events == Self.delivered)
  }
}
