import RetryAnalysis
import Testing

@Suite("The watch over conduct", .timeLimit(.minutes(5)))
struct ConductWatchTests {
  @Test("Findings come in the order of first occurrence, open ones among the others")
  func order() {
    let client = Client()
    client.send(0, 503, thing: 1) { $0.asks(60) }
    client.send(100, 400, thing: 2) { $0.deprecated = ["rule"] }
    client.send(200, 400, thing: 2) { $0.deprecated = ["rule"] }
    client.send(300, 200, thing: 3) { $0.damage = "body cut off" }
    client.send(400, 200, thing: 4) { $0.misplacedKey = "in the query" }
    #expect(client.found() == ["gave-up 1", "deprecated-field 2", "hopeless-retry 1", "ignored-damage 1", "misplaced-key 1"])
    client.send(500, 200, thing: 1)
    #expect(client.found() == ["deprecated-field 2", "hopeless-retry 1", "ignored-damage 1", "misplaced-key 1", "early-retry 1"])
  }

  @Test("What one request shows comes in the order of the kinds")
  func sameRequest() {
    let client = Client()
    client.send(0, 429) { $0.asks(5) }
    client.send(100, 200) {
      $0.misplacedKey = "in the query"
      $0.deprecated = ["rule"]
    }
    #expect(client.found() == ["early-retry 1", "deprecated-field 1", "misplaced-key 1"])
  }

  @Test("Forgetting a session leaves the others, and it begins anew")
  func forget() {
    let client = Client()
    for session in ["a", "b"] {
      client.send(0, 400, session: session)
      client.send(100, 400, session: session) { $0.deprecated = ["rule"] }
      client.send(200, 503, session: session, thing: 2) { $0.asks(5) }
    }
    #expect(client.watch.count == 6)
    client.watch.forget(session: "a")
    #expect(client.found(session: "a").isEmpty && client.found(session: "b").count == 3 && client.watch.count == 3)
    client.send(300, 400)
    client.send(400, 200, thing: 2)
    #expect(client.found(session: "a").isEmpty)
    client.send(500, 400)
    #expect(client.found(session: "a") == ["hopeless-retry 1"] && client.watch.count == 4)
  }

  @Test("A session that was forgotten has no connections, nor is it cleared")
  func forgetConnections() {
    let client = Client()
    for number in 0..<2 { client.send(number * 100) { $0.connection = UInt64(number) } }
    client.watch.forget(session: "a")
    client.send(200) { $0.connection = 2 }
    #expect(client.found().isEmpty)
    client.send(300) { $0.connection = 2 }
    client.watch.forget(session: "a")
    for number in 3..<6 { client.send(number * 100) { $0.connection = UInt64(number) } }
    #expect(client.found() == ["new-connections 3"])
  }

  @Test("Forgetting all leaves nothing")
  func forgetAll() {
    let client = Client()
    for number in 0..<3 { client.send(number * 100, 400) { $0.connection = UInt64(number) } }
    #expect(client.found() == ["hopeless-retry 2", "new-connections 3"])
    client.watch.forget(session: nil)
    #expect(client.found().isEmpty && client.watch.count == 0)
    client.send(300, 400) { $0.connection = 3 }
    #expect(client.found().isEmpty)
  }

  @Test("Sessions in parallel are judged as each would be alone")
  func parallel() async {
    let watch = RetryAnalyzer()
    await withTaskGroup(of: Void.self) { group in
      for session in 0..<50 {
        group.addTask {
          for attempt in 0..<50 {
            let time = Duration.seconds(attempt * 60)
            watch.note(
              Attempt(
                id: "req", session: "session \(session)", digest: [1], received: time, answered: time, unixMilliseconds: 0, status: 400))
          }
        }
      }
    }
    #expect(watch.count == 50)
    #expect(watch.findings().allSatisfy { $0.kind == .hopelessRetry && $0.count == 49 })
  }
}
