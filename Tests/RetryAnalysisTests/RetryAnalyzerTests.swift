import RetryAnalysis
import Testing

@Suite("The retry analyzer", .timeLimit(.minutes(15)))
struct RetryAnalyzerTests {
  @Test("Findings are in the order of their first requests, open ones included")
  func order() {
    let client = Client()
    client.send(0, 503, request: 1) { $0.asks(60) }
    client.send(100, 400, request: 2) { $0.deprecated = ["rule"] }
    client.send(200, 400, request: 2) { $0.deprecated = ["rule"] }
    client.send(300, 200, request: 3) { $0.damage = "body cut off" }
    client.send(400, 200, request: 4) { $0.misplacedKey = "in the query" }
    #expect(client.found() == ["gave-up 1", "deprecated-field 2", "hopeless-retry 1", "ignored-damage 1", "misplaced-key 1"])
    client.send(500, 200, request: 1)
    #expect(client.found() == ["deprecated-field 2", "hopeless-retry 1", "ignored-damage 1", "misplaced-key 1", "early-retry 1"])
  }

  @Test("Findings of one request are in the order of their kinds")
  func sameRequest() {
    let client = Client()
    client.send(0, 429) { $0.asks(5) }
    client.send(100, 200) {
      $0.misplacedKey = "in the query"
      $0.deprecated = ["rule"]
    }
    #expect(client.found() == ["early-retry 1", "deprecated-field 1", "misplaced-key 1"])
  }

  @Test("Forgetting a session keeps the others")
  func forget() {
    let client = Client()
    for session in ["a", "b"] {
      client.send(0, 400, session: session)
      client.send(100, 400, session: session) { $0.deprecated = ["rule"] }
      client.send(200, 503, session: session, request: 2) { $0.asks(5) }
    }
    #expect(client.analyzer.count == 6)
    client.analyzer.forget(session: "a")
    #expect(client.found(session: "a").isEmpty && client.found(session: "b").count == 3 && client.analyzer.count == 3)
    client.send(300, 400)
    client.send(400, 200, request: 2)
    #expect(client.found(session: "a").isEmpty)
    client.send(500, 400)
    #expect(client.found(session: "a") == ["hopeless-retry 1"] && client.analyzer.count == 4)
  }

  @Test("A forgotten session has no known connections, and can have findings again")
  func forgetConnections() {
    let client = Client()
    for number in 0..<2 { client.send(number * 100) { $0.connection = UInt64(number) } }
    client.analyzer.forget(session: "a")
    client.send(200) { $0.connection = 2 }
    #expect(client.found().isEmpty)
    client.send(300) { $0.connection = 2 }
    client.analyzer.forget(session: "a")
    for number in 3..<6 { client.send(number * 100) { $0.connection = UInt64(number) } }
    #expect(client.found() == ["new-connections 3"])
  }

  @Test("Forgetting all sessions leaves nothing")
  func forgetAll() {
    let client = Client()
    for number in 0..<3 { client.send(number * 100, 400) { $0.connection = UInt64(number) } }
    #expect(client.found() == ["hopeless-retry 2", "new-connections 3"])
    client.analyzer.forget(session: nil)
    #expect(client.found().isEmpty && client.analyzer.count == 0)
    client.send(300, 400) { $0.connection = 3 }
    #expect(client.found().isEmpty)
  }

  @Test("Parallel sessions are judged independently")
  func parallel() async {
    let analyzer = RetryAnalyzer()
    await withTaskGroup(of: Void.self) { group in
      for session in 0..<50 {
        group.addTask {
          for attempt in 0..<50 {
            let time = Duration.seconds(attempt * 60)
            analyzer.note(
              Attempt(
                id: "req", session: "session \(session)", digest: [1], received: time, responded: time, unixMilliseconds: 0, status: 400))
          }
        }
      }
    }
    #expect(analyzer.count == 50)
    #expect(analyzer.findings().allSatisfy { $0.kind == .hopelessRetry && $0.count == 49 })
  }
}
