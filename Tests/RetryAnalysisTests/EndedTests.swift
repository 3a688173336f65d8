import RetryAnalysis
import Support
import Testing

@Suite("Attempts that end otherwise than planned", .timeLimit(.minutes(5)))
struct EndedTests {
  /// Sends attempts that are never answered, each given up after two seconds; the pauses are what lies between.
  private func timedOut(pauses: [Int], tells: Bool) -> [String] {
    let client = Client()
    var time = 0
    for (index, pause) in ([0] + pauses).enumerated() {
      time += pause
      client.send(time, nil)
      time += 2_000
      if tells { client.watch.ended("req_\(index + 1)", session: "a", digest: [1], at: .milliseconds(time)) }
    }
    return client.found()
  }

  @Test("A client's time-out is no part of its pause", arguments: [([100, 200, 400], true), ([100, 100, 100], false)])
  func timeouts(pauses: [Int], backsOff: Bool) {
    #expect(timedOut(pauses: pauses, tells: true).isEmpty == backsOff)
    // Without being told, waiting looks like pausing.
    #expect(!timedOut(pauses: pauses, tells: false).isEmpty)
  }

  @Test("A client that gives up before its answer is due retries all the same")
  func beforeDue() {
    let client = Client()
    client.send(0, 503, took: 20_000) { ($0.retryAfter, $0.isToldToRetry) = (.seconds(5), true) }
    client.watch.ended("req_1", session: "a", digest: [1], at: .milliseconds(1_000))
    client.send(1_500, 503)
    #expect(client.found().first == "early-retry 1")
  }

  @Test("Who is not the last of its row, or unknown, changes nothing")
  func unknown() {
    let client = Client()
    client.send(0, 500)
    client.send(100, 500)
    for (id, session) in [("req_1", "a"), ("req_2", "b"), ("req_9", "a")] {
      client.watch.ended(id, session: session, digest: [1], at: .seconds(50))
    }
    client.send(190, 500)
    #expect(client.found() == ["no-back-off 1"])
  }
}
