import RetryAnalysis
import Testing

@Suite("What nothing follows", .timeLimit(.minutes(5)))
struct OpenEndTests {
  @Test("A client gives up when it is told to retry and nothing comes")
  func gaveUp() {
    #expect(Client.found([.init(0, 503) { $0.asks(5) }]) == ["gave-up 1"])
    #expect(Client.found([.init(0, 503) { $0.isToldToRetry = true }]) == ["gave-up 1"])
    #expect(Client.found([.init(0, 503) { $0.retryAfter = .seconds(5) }]) == ["gave-up 1"])
    #expect(Client.found([.init(0, 503)]).isEmpty)
    #expect(Client.found([.init(0, 200) { $0.isToldToRetry = true }]).isEmpty)
    #expect(Client.found([.init(0, nil) { $0.isToldToRetry = true }]).isEmpty)
  }

  @Test("Damage is ignored when nothing comes after it")
  func damage() {
    #expect(Client.found([.init(0, 200) { $0.damage = "mislabelled image" }]) == ["ignored-damage 1"])
    #expect(Client.found([.init(0, nil) { $0.damage = "body cut off" }]) == ["ignored-damage 1"])
    #expect(Client.found([.init(0, 200)]).isEmpty)
    #expect(Client.found([.init(0, nil)]).isEmpty)
  }

  @Test("A damaged answer that tells to retry is found once, and one that makes retries hopeless not at all")
  func damagedErrors() {
    let damaged = Client.Step(0, 503) {
      $0.asks(1)
      $0.damage = "body cut off"
    }
    #expect(Client.found([damaged]) == ["ignored-damage 1"])
    #expect(Client.found([.init(0, 400) { $0.damage = "body cut off" }]).isEmpty)
  }

  @Test("Asking settles nothing: what comes after takes it back, and its own end counts")
  func asking() {
    let client = Client()
    client.send(0, 503) { $0.asks(5) }
    #expect(client.found() == ["gave-up 1"] && client.found() == ["gave-up 1"])
    #expect(client.watch.count == 1)
    client.send(6_000, 200) { $0.damage = "body cut off" }
    #expect(client.found() == ["ignored-damage 1"])
    client.send(7_000, 200)
    #expect(client.found().isEmpty && client.watch.count == 0)
  }

  @Test("Each thing given up is a finding of its own")
  func things() {
    let client = Client()
    for thing in 1...3 { client.send(0, 503, thing: UInt8(thing)) { $0.asks(5) } }
    client.send(0, 503, session: "b") { $0.asks(5) }
    client.send(6_000, 200, thing: 2)
    #expect(client.found() == ["gave-up 1", "gave-up 1", "gave-up 1"])
    #expect(client.found(session: "a") == ["gave-up 1", "gave-up 1"])
    #expect(client.watch.count == 3)
  }
}
