import RetryAnalysis
import Testing

@Suite("Pauses between retries", .timeLimit(.minutes(15)))
struct PaceTests {
  @Test(
    "Pauses must grow to 1.2 times the first",
    arguments: [
      ([500, 600], 0), ([500, 599], 1), ([500, 500], 1), ([500, 400], 1), ([0, 0], 1), ([0, 1], 0), ([500], 0), ([], 0),
      ([500, 1_000, 2_000, 4_000], 0), ([500, 1_000, 500], 1), ([500, 500, 500, 500], 3), ([8_000, 500, 10_000], 1),
    ])
  func growth(pauses: [Int], count: Int) {
    let steps = [Client.Step(0, 500)] + pauses.map { .init($0, 500) }
    #expect(Client.found(steps) == (count > 0 ? ["no-back-off \(count)"] : []))
  }

  @Test(
    "A third attempt counts for back-off only when it fails", arguments: [(nil, true), (500, true), (429, true), (200, false)])
  func third(status: Int?, isFound: Bool) {
    #expect(Client.found([.init(0, nil), .init(100, 500), .init(100, status)]) == (isFound ? ["no-back-off 1"] : []))
  }

  @Test("A pause that Retry-After asks for does not count for back-off")
  func dictated() {
    let asking = Client.Step(1_000, 503) { $0.asks(1) }
    #expect(Client.found([asking, .init(1_000, 500), .init(300, 500), .init(600, 200)]).isEmpty)
    #expect(Client.found([.init(0, 500), asking, .init(1_000, 500), .init(1_500, 200)]).isEmpty)
    #expect(Client.found([asking, asking, asking, asking, .init(1_000, 200)]).isEmpty)
    #expect(Client.found([.init(0, 500), asking, .init(1_000, 500), .init(900, 500)]) == ["no-back-off 1"])
  }

  @Test("Hopeless retries have no other problem, and pauses are measured anew after them")
  func hopeless() {
    #expect(Client.found((0..<10).map { _ in .init(100, 400) }) == ["hopeless-retry 9"])
    #expect(Client.found([.init(0, 500), .init(100, 400), .init(100, 500), .init(50, 500), .init(100, 500)]) == ["hopeless-retry 1"])
  }

  @Test(
    "More than six attempts within ten seconds are a storm",
    arguments: [(6, 1_000, 0), (7, 1_000, 1), (9, 1_000, 3), (7, 9_999, 1), (7, 10_000, 1), (7, 10_002, 0)])
  func storm(attempts: Int, span: Int, count: Int) {
    let client = Client()
    // The span lies between the seventh attempt back and the last.
    for attempt in 0..<attempts { client.send(attempt * span / 6, 500, took: 0) }
    #expect(client.found().filter { $0.hasPrefix("retry-storm") } == (count > 0 ? ["retry-storm \(count)"] : []))
  }

  @Test("The last attempt of a storm may succeed, and the next storm needs seven attempts again")
  func stormEnd() {
    let failing = [1, 2, 4, 8, 16, 32].map { Client.Step($0, 500) }
    #expect(Client.found(failing + [.init(64, 200)]) == ["retry-storm 1"])
    #expect(Client.found(failing + [.init(64, 200)] + failing) == ["retry-storm 1"])
    #expect(Client.found(failing + [.init(64, 200)] + failing + [.init(64, 200)]) == ["retry-storm 2"])
  }

  @Test("Attempts before a hopeless one do not count for a storm")
  func stormAfterHopeless() {
    let growing = [100, 200, 400, 800, 1_600].map { Client.Step($0, 500) }
    #expect(Client.found(growing + [.init(3_200, 400)] + growing) == ["hopeless-retry 1"])
  }

  @Test("An attempt of a storm does not count for back-off")
  func oneOfBoth() {
    #expect(Client.found((0..<10).map { _ in .init(100, 500) }) == ["no-back-off 4", "retry-storm 4"])
  }

  @Test("Retries that wait as Retry-After asks are no storm, and earlier ones are")
  func askedStorm() {
    let asking = Client.Step(1_000, 429) { $0.asks(1) }
    #expect(Client.found((0..<10).map { _ in asking } + [.init(1_000, 200)]).isEmpty)
    let hasty = Client.Step(500, 429) { $0.asks(1) }
    #expect(Client.found((0..<7).map { _ in hasty } + [.init(1_000, 200)]) == ["early-retry 6", "retry-storm 1"])
  }
}
