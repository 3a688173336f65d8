import Contract
import ContractFixtures
import HTTPMessage
import Support
import Testing

@Suite("A server that is to be left alone is", .timeLimit(.minutes(30)))
struct PatienceTests {
  @Test("401 and 402 that nobody expects end the check; the rest is not sent", arguments: [401, 402])
  func credentials(_ status: Int) throws {
    let server = try WrongServer(MockInMemory()) { number, _, response in number > 3 ? Response(status: status) : response }
    let report = try check(server, venice("venice.edit.prompt.*"))
    #expect(server.sent.count == 4 && report.exitCode == 75)
    #expect(report.stop?.contains("got \(status), which no fixture expects") == true)
    #expect(report.rows.contains { $0.outcome == .notSent } && report.text.contains("STOPPED: "))
  }

  @Test("a key that is refused at once is told before anything else is sent")
  func badKey() throws {
    let server = WrongServer(try MockInMemory(keys: ["good"]))
    let report = try check(server, CheckPlan(api: .dgrid, key: CheckKey(secret: "bad")))
    #expect(server.sent.count == 1 && report.exitCode == 75 && report.stop == "GET /v1/models got 401: is the key good?")
    #expect(!report.rows.contains { $0.outcome == .ok })
  }

  @Test("402 where it is expected is an answer as any other")
  func expected() throws {
    #expect(try check(MockInMemory(), venice("venice.auth.present")).exitCode == 0)
  }

  @Test(
    "429 is waited for as the answer asks, and the request is sent again",
    arguments: [
      ("retry-after", "7", 7.0), ("retry-after", "Sun, 21 Jun 2026 00:00:20 GMT", 20), ("retry-after-ms", "1500", 1.5),
      ("x-ratelimit-reset-requests", "1782000030000", 30), ("x-ratelimit-resets", "1782000031", 31),
      ("x-ratelimit-reset-requests", "1m2s", 62), ("x-ratelimit-reset-requests", "120ms", 1), ("retry-after", "0", 1),
      ("x-other", "1", 10), ("retry-after", "soon", 10),
    ])
  func waits(_ header: String, _ value: String, _ seconds: Double) throws {
    let server = try WrongServer(MockInMemory()) { number, _, response in
      number == 2 ? Response(status: 429, headers: HeaderList([HeaderField(header, value)])) : response
    }
    let waits = Waits()
    let report = try check(server, venice("venice.models.type.enum"), waits)
    #expect(report.exitCode == 0 && waits.all == [.seconds(seconds)])
    #expect(server.sent.count == report.requests && server.sent[1] == server.sent[2])
  }

  @Test("more than two minutes in all is not waited")
  func longest() throws {
    let server = try WrongServer(MockInMemory()) { number, _, response in
      number > 1 ? Response(status: 429, headers: HeaderList([HeaderField("retry-after", "50")])) : response
    }
    let waits = Waits()
    let report = try check(server, venice("venice.models.type.enum"), waits)
    #expect(waits.all == [.seconds(50), .seconds(50)] && report.exitCode == 75)
    #expect(report.stop == "the server answers 429 and asks to wait 50 s; a check waits 120 s in all")
  }

  @Test("there is a pause between two requests, and none before the first")
  func pause() throws {
    var plan = try venice("venice.models.type.enum")
    plan.pause = .seconds(2)
    let waits = Waits()
    let report = try check(MockInMemory(), plan, waits)
    #expect(waits.all == Array(repeating: .seconds(2), count: report.requests - 1))
  }
}
