import RetryAnalysis
import Testing

@Suite("Attempts that end at another time than planned", .timeLimit(.minutes(15)))
struct AttemptEndTests {
  /// Sends attempts without responses, each given up after two seconds, with pauses between them.
  private func timedOut(pauses: [Int], tells: Bool) -> [String] {
    let client = Client()
    var time = 0
    for (index, pause) in ([0] + pauses).enumerated() {
      time += pause
      client.send(time, nil)
      time += 2_000
      if tells { client.analyzer.ended("req_\(index + 1)", session: "a", digest: [1], at: .milliseconds(time)) }
    }
    return client.found()
  }

  @Test("The timeout of a client is not part of its pause", arguments: [([100, 200, 400], true), ([100, 100, 100], false)])
  func timeouts(pauses: [Int], backsOff: Bool) {
    #expect(timedOut(pauses: pauses, tells: true).isEmpty == backsOff)
    // Without the end of the attempt, waiting looks like a pause.
    #expect(!timedOut(pauses: pauses, tells: false).isEmpty)
  }

  @Test("A client that hangs up before its response is due can retry too early")
  func beforeDue() {
    let client = Client()
    client.send(0, 503, took: 20_000) { ($0.retryAfter, $0.isToldToRetry) = (.seconds(5), true) }
    client.analyzer.ended("req_1", session: "a", digest: [1], at: .milliseconds(1_000))
    client.send(1_500, 503)
    #expect(client.found().first == "early-retry 1")
  }

  @Test("The end of an unknown attempt, or not the last one, changes nothing")
  func unknown() {
    let client = Client()
    client.send(0, 500)
    client.send(100, 500)
    for (id, session) in [("req_1", "a"), ("req_2", "b"), ("req_9", "a")] {
      client.analyzer.ended(id, session: session, digest: [1], at: .seconds(50))
    }
    client.send(190, 500)
    #expect(client.found() == ["no-back-off 1"])
  }
}
