import RetryAnalysis
import Testing

@Suite("Parallel requests of the same kind", .timeLimit(.minutes(15)))
struct ParallelTests {
  @Test("A request before the response to the last one is no retry", arguments: [400, 429, 500])
  func noRetry(status: Int) {
    let client = Client()
    for time in 0..<9 { client.send(time, status, took: 10) }
    #expect(client.found().isEmpty)
  }

  @Test("A request at the moment of the last response is a retry")
  func boundary() {
    let client = Client()
    client.send(0, 400, took: 10)
    client.send(9, 400, took: 10)
    #expect(client.found().isEmpty)
    client.send(10, 200)
    #expect(client.found() == ["hopeless-retry 1"])
  }

  @Test("Parallel requests are retried separately: an attempt follows the one that was answered first")
  func apart() {
    let client = Client()
    for time in 0..<3 { client.send(time, 429) { $0.asks(1) } }
    for time in 0..<3 { client.send(1_050 + time * 300, 429) { $0.asks(1) } }
    #expect(client.found() == ["gave-up 3"])
    for time in 0..<3 { client.send(2_100 + time * 300, 500) }
    #expect(client.found().isEmpty)
    client.send(2_710, 500)
    client.send(2_720, 500)
    #expect(client.found().isEmpty)
  }

  @Test("All early retries of parallel requests are found")
  func allEarly() {
    let client = Client()
    for time in 0..<3 { client.send(time, 429) { $0.asks(1) } }
    for time in 0..<3 { client.send(500 + time, 200) }
    // The first that succeeds settles the rest.
    #expect(client.found() == ["early-retry 1"])
    for time in 0..<3 { client.send(2_000 + time, 429) { $0.asks(1) } }
    for time in 0..<3 { client.send(2_500 + time, 429) { $0.asks(1) } }
    #expect(client.found() == ["early-retry 4", "gave-up 3"])
  }

  @Test("Of parallel attempts only the last can be given up")
  func givenUp() {
    let client = Client()
    for time in 0..<3 { client.send(time, 503) { $0.asks(1) } }
    #expect(client.found() == ["gave-up 1"])
    #expect(client.analyzer.findings().first?.evidence.map(\.id) == ["req_3"])
  }

  @Test("A success ends all parallel attempts")
  func settled() {
    let client = Client()
    client.send(0, 503, took: 5_000) { $0.asks(5) }
    client.send(1_000, 200)
    #expect(client.found().isEmpty)
    client.send(5_001, 200)
    #expect(client.found().isEmpty)
  }

  @Test("More than sixteen parallel attempts are not judged until one has succeeded", arguments: [(16, true), (17, false)])
  func crowd(parallel: Int, isJudged: Bool) {
    let client = Client()
    for _ in 0..<parallel { client.send(0, 400) }
    client.send(100, 400)
    #expect(client.found() == (isJudged ? ["hopeless-retry 1"] : []))
    client.send(200, 200, took: 0)
    client.send(300, 400)
    client.send(400, 400)
    #expect(client.found() == ["hopeless-retry \(isJudged ? 3 : 1)"])
  }
}
