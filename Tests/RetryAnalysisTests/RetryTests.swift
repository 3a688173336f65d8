import Support
import Testing

@testable import RetryAnalysis

@Suite("Retries", .timeLimit(.minutes(15)))
struct RetryTests {
  @Test(
    "A retry is early when it comes more than five milliseconds before Retry-After has passed",
    arguments: [(0, true), (4_994, true), (4_995, false), (5_000, false), (60_000, false)])
  func early(pause: Int, isEarly: Bool) {
    #expect(Client.found([.init(0, 429) { $0.asks(5) }, .init(pause, 200)]) == (isEarly ? ["early-retry 1"] : []))
  }

  @Test("Retry-After of the latest response counts, from the end of that response")
  func latest() {
    #expect(Client.found([.init(0, 429) { $0.asks(5) }, .init(5_000, 429) { $0.asks(1) }, .init(1_000, 200)]).isEmpty)
    #expect(Client.found([.init(0, 429) { $0.asks(1) }, .init(1_000, 429) { $0.asks(5) }, .init(1_000, 200)]) == ["early-retry 1"])
  }

  @Test("A Retry-After that was not sent does not count")
  func unread() {
    #expect(Client.found([.init(0, nil) { $0.asks(5) }, .init(0, 200)]).isEmpty)
  }

  @Test(
    "A retry is hopeless after a status about the request, the key or the account",
    arguments: [
      (400, true), (401, true), (402, true), (403, true), (404, true), (413, true), (422, true), (408, false), (409, false), (415, false),
      (425, false), (429, false), (500, false), (503, false), (nil, false), (200, false), (304, false),
    ])
  func hopeless(status: Int?, isHopeless: Bool) {
    #expect(Client.found([.init(0, status), .init(60_000, 200)]) == (isHopeless ? ["hopeless-retry 1"] : []))
  }

  @Test("A retry is not hopeless when the response asked for it, or was damaged")
  func hopeful() {
    #expect(Client.found([.init(0, 403) { $0.isToldToRetry = true }, .init(1_000, 200)]).isEmpty)
    #expect(Client.found([.init(0, 403) { $0.asks(1) }, .init(1_000, 200)]).isEmpty)
    #expect(Client.found([.init(0, 400) { $0.damage = "body cut off" }, .init(1_000, 200)]).isEmpty)
  }

  @Test("Another request, or another session, is no retry")
  func others() {
    let client = Client()
    client.send(0, 400)
    client.send(100, 400, request: 2)
    client.send(200, 400, session: "b")
    #expect(client.found().isEmpty)
  }

  @Test("After a success the analysis starts again", arguments: [200, 201, 302])
  func anew(status: Int) {
    #expect(Client.found([.init(0, 500), .init(100, status), .init(0, 400)]).isEmpty)
    #expect(Client.found([.init(0, 500), .init(100, 500), .init(200, status), .init(0, 500), .init(100, 500), .init(200, 500)]).isEmpty)
  }

  @Test("A damaged response is no success: the pauses of its retries count")
  func damagedSuccess() {
    let damaged = Client.Step(100, 200) { $0.damage = "body cut off" }
    #expect(Client.found([damaged, damaged, damaged, .init(100, 200)]) == ["no-back-off 1"])
  }

  @Test("A finding describes the first case, counts all, and has ten pieces of evidence")
  func evidence() throws {
    let client = Client()
    for attempt in 0..<14 { client.send(attempt * 210, 503) { $0.asks(5) } }
    let finding = try #require(client.analyzer.findings().first { $0.kind == .earlyRetry })
    #expect(finding.count == 13)
    #expect(finding.evidence.map(\.id) == (2...11).map { "req_\($0)" })
    #expect(finding.evidence[0] == .init(id: "req_2", unixMilliseconds: 1_000_210, note: "waited 200 ms of 5 s"))
  }
}
