import RetryAnalysis
import Testing

@Suite("Findings without a follow-up request", .timeLimit(.minutes(15)))
struct OpenFindingTests {
  @Test("A client that was told to retry and does not has given up")
  func gaveUp() {
    #expect(Client.found([.init(0, 503) { $0.asks(5) }]) == ["gave-up 1"])
    #expect(Client.found([.init(0, 503) { $0.isToldToRetry = true }]) == ["gave-up 1"])
    #expect(Client.found([.init(0, 503) { $0.retryAfter = .seconds(5) }]) == ["gave-up 1"])
    #expect(Client.found([.init(0, 503)]).isEmpty)
    #expect(Client.found([.init(0, 200) { $0.isToldToRetry = true }]).isEmpty)
    #expect(Client.found([.init(0, nil) { $0.isToldToRetry = true }]).isEmpty)
  }

  @Test("A damaged response without a retry has been ignored")
  func damage() {
    #expect(Client.found([.init(0, 200) { $0.damage = "mislabelled image" }]) == ["ignored-damage 1"])
    #expect(Client.found([.init(0, nil) { $0.damage = "body cut off" }]) == ["ignored-damage 1"])
    #expect(Client.found([.init(0, 200)]).isEmpty)
    #expect(Client.found([.init(0, nil)]).isEmpty)
  }

  @Test("A damaged response that asks for a retry is one finding, and one with a hopeless status is none")
  func damagedErrors() {
    let damaged = Client.Step(0, 503) {
      $0.asks(1)
      $0.damage = "body cut off"
    }
    #expect(Client.found([damaged]) == ["ignored-damage 1"])
    #expect(Client.found([.init(0, 400) { $0.damage = "body cut off" }]).isEmpty)
  }

  @Test("Reading open findings does not make them final")
  func asking() {
    let client = Client()
    client.send(0, 503) { $0.asks(5) }
    #expect(client.found() == ["gave-up 1"] && client.found() == ["gave-up 1"])
    #expect(client.analyzer.count == 1)
    client.send(6_000, 200) { $0.damage = "body cut off" }
    #expect(client.found() == ["ignored-damage 1"])
    client.send(7_000, 200)
    #expect(client.found().isEmpty && client.analyzer.count == 0)
  }

  @Test("Each request that was given up is a finding of its own")
  func requests() {
    let client = Client()
    for request in 1...3 { client.send(0, 503, request: UInt8(request)) { $0.asks(5) } }
    client.send(0, 503, session: "b") { $0.asks(5) }
    client.send(6_000, 200, request: 2)
    #expect(client.found() == ["gave-up 1", "gave-up 1", "gave-up 1"])
    #expect(client.found(session: "a") == ["gave-up 1", "gave-up 1"])
    #expect(client.analyzer.count == 3)
  }
}
