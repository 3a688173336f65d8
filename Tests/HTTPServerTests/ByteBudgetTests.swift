import HTTPMessage
import HTTPServer
import TestClient
import Testing

@Suite("How many bytes requests and responses may hold together", .timeLimit(.minutes(15)))
struct ByteBudgetTests {
  private static func post(_ length: Int) -> String { "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: \(length)\r\n\r\n" }

  @Test("A body that does not fit beside those that are arriving gets a 503, and fits when those are gone")
  func bodies() throws {
    let abandoned = Collected<Intake.Abandonment>()
    let server = try TimedServer(
      configure: { $0.bodyBudget = 1_000 },
      admit: { _ in
        var intake = Intake(limit: 1_000)
        intake.abandoned = { abandoned.append($0) }
        return .collect(intake)
      })
    let first = try server.test.connect()
    try first.send(Self.post(800) + "begun")
    try server.waitForAdmission()
    let second = try server.test.connect()
    try second.send(Self.post(300) + String(repeating: "a", count: 300))
    let refusal = try second.readResponse()
    #expect(refusal.status == 503 && refusal["Retry-After"] == "1", "\(refusal.text)")
    // A shorter one still fits, on the same connection: the body of the one before was read off the wire.
    try second.send(Self.post(100) + String(repeating: "b", count: 100))
    #expect(try second.readResponse().text == String(repeating: "b", count: 100))
    first.reset()
    #expect(abandoned.first(1).count == 1)
    for _ in 0..<3 {
      try second.send(Self.post(1_000) + String(repeating: "c", count: 1_000))
      #expect(try second.readResponse().text.utf8.count == 1_000)
    }
  }

  @Test("A body that could never fit is too large")
  func tooLarge() throws {
    let server = try TestServer(configure: { $0.bodyBudget = 1_000 })
    let response = try server.response(to: Self.post(1_001) + String(repeating: "a", count: 1_001))
    #expect(response.status == 413)
    #expect(response.text.contains("1000 bytes"))
  }

  @Test("A body of unknown length takes its bytes of the budget as it grows, and none when it is dropped")
  func chunked() throws {
    let server = try TestServer(configure: { $0.bodyBudget = 2 << 20 })
    let chunk = "80000\r\n" + String(repeating: "a", count: 0x80000) + "\r\n"
    let client = try server.connect()
    for (chunks, status) in [(4, 200), (5, 503), (4, 200)] {
      try client.send(
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + String(repeating: chunk, count: chunks) + "0\r\n\r\n")
      #expect(try client.readResponse().status == status)
    }
  }

  @Test("A response that does not fit beside those that wait is given up, and its client gets a 503")
  func responses() throws {
    let server = try TimedServer(
      configure: { $0.responseBudget = 100_000 },
      respond: { request in
        let plan = DeliveryPlan.text(String(repeating: request.head.path.last.map(String.init) ?? "", count: 60_000))
        return .ready(request.head.path.hasPrefix("/late") ? plan.delayed(by: .seconds(10)) : plan)
      })
    let first = try server.ask("GET /late/a HTTP/1.1\r\nHost: a\r\n\r\n")
    let second = try server.ask("GET /b HTTP/1.1\r\nHost: a\r\n\r\n")
    let refusal = try second.readResponse()
    #expect(refusal.status == 503 && refusal["Retry-After"] == "1", "\(refusal.text)")
    try server.advance(by: .seconds(10))
    #expect(try first.readResponse().text.utf8.count == 60_000)
    try second.send("GET /b HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(try second.readResponse().text.utf8.count == 60_000)
  }

  @Test("Responses that share one picture count it once")
  func sharedResponses() throws {
    let picture = DeliveryPlan.text(String(repeating: "p", count: 60_000)).delayed(by: .seconds(10))
    let server = try TimedServer(configure: { $0.responseBudget = 100_000 }, respond: { _ in .ready(picture) })
    let clients = try (0..<5).map { _ in try server.ask() }
    try server.advance(by: .seconds(10))
    for client in clients { #expect(try client.readResponse().status == 200) }
  }
}
