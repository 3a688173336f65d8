import Contract
import HTTPMessage
import RequestMatching
import Support
import Testing

@testable import Scenarios

@Suite("Quotas", .timeLimit(.minutes(15)))
struct QuotaTests {
  @Test("Requests of a minute are counted for each model and session; the minute begins with the first")
  func rate() {
    let stage = Stage([], quotas: Quotas(requestsPerMinute: 2))
    #expect(stage.send()?.quotaState.rate?.remaining == 1)
    #expect(stage.send()?.quotaState.rate?.remaining == 0)
    #expect(stage.send()?.status == 429)
    #expect(stage.send { $0.model = "qwen-edit" }?.status == nil)
    #expect(stage.send(session: "b")?.status == nil)
    stage.clock.advance(by: .milliseconds(59_999))
    #expect(stage.send()?.status == 429)
    stage.clock.advance(by: .milliseconds(1))
    #expect(stage.send()?.status == nil)
  }

  @Test("The reset it tells is when the minute is over")
  func rateReset() {
    let stage = Stage([], quotas: Quotas(requestsPerMinute: 1))
    let start = stage.clock.unixMilliseconds
    #expect(stage.send()?.quotaState.rate?.reset == start + 60_000)
    stage.clock.advance(by: .seconds(20))
    guard case .rateLimit(let limit, let reset)? = stage.send()?.content else { return #expect(Bool(false), "no rate limit") }
    #expect(limit == 1 && reset == start + 60_000)
  }

  @Test("More than twenty failures in thirty seconds block for thirty seconds")
  func errorBudget() {
    let stage = Stage([], quotas: Quotas(errorBudget: .init()))
    let bad = Refusal(Response(status: 400), [])
    for _ in 0..<21 { #expect(stage.send { $0.refusal = bad }?.status == nil) }
    #expect(stage.send { $0.refusal = bad }?.status == 429)
    #expect(stage.send()?.status == 429)
    #expect(stage.send(session: "b")?.status == nil)
    stage.clock.advance(by: .seconds(30))
    #expect(stage.send()?.status == nil)
  }

  @Test("In the live profile more than fifty block, and a file's own number holds in both", arguments: [(nil, 50), (3, 3)])
  func liveErrorBudget(own: Int?, limit: Int) {
    let stage = Stage([], quotas: Quotas(errorBudget: .init(failures: own)), settings: Settings(profile: .live))
    for _ in 0...limit { #expect(stage.send { $0.refusal = Refusal(Response(status: 400), []) }?.status == nil) }
    guard case .errorBudget(let failures, _, _)? = stage.send()?.content else { return #expect(Bool(false), "no error budget") }
    #expect(failures == limit)
  }

  @Test("The failures that are left go down with each, and until when is told")
  func budgetState() {
    let stage = Stage([], quotas: Quotas(errorBudget: .init(failures: 1)))
    let start = stage.clock.unixMilliseconds
    let bad = Refusal(Response(status: 400), [])
    #expect(stage.send()?.quotaState.budget == .init(remaining: 1, reset: start + 30_000))
    #expect(stage.send { $0.refusal = bad }?.quotaState.budget == .init(remaining: 0, reset: start + 30_000))
    stage.clock.advance(by: .seconds(10))
    #expect(stage.send { $0.refusal = bad }?.quotaState.budget == .init(remaining: 0, reset: start + 40_000))
    #expect(stage.send()?.quotaState.budget == .init(remaining: 0, reset: start + 40_000))
    #expect(stage.send { $0.api = .dgrid }?.quotaState.budget == nil)
  }

  @Test("An edit that there is no money for is a failure, too")
  func poor() {
    let stage = Stage([], quotas: Quotas(errorBudget: .init(failures: 1), balance: .init(amount: 0)))
    #expect([stage.send()?.status, stage.send()?.status, stage.send()?.status] == [402, 402, 429])
  }

  @Test("A refused edit is told what is left, and takes nothing of it")
  func refused() {
    let stage = Stage([], quotas: Quotas(requestsPerMinute: 2, balance: .init(amount: 50_000)))
    stage.send()
    let state = stage.send { $0.refusal = Refusal(Response(status: 400), []) }?.quotaState
    #expect(state?.rate?.remaining == 1 && state?.balance == 10_000)
    let other = stage.send { ($0.refusal, $0.model) = (Refusal(Response(status: 400), []), "x") }?.quotaState
    #expect(other?.rate?.remaining == 2)
  }

  @Test("Errors that come before the budget is looked at do not count, also when a step sends them", arguments: NamedErrors.all.map(\.name))
  func sparedErrors(name: String) throws {
    let error = try #require(NamedErrors.named(name))
    var step = ScenarioStep()
    (step.reply, step.times) = (.error(error, status: 400), 2)
    let stage = Stage([step], quotas: Quotas(errorBudget: .init(failures: 1)))
    for _ in 0..<2 { stage.send() }
    #expect((stage.send()?.status == 429) == !["payment-discovery", "unsupported-content-type", "invalid-json"].contains(name))
  }

  @Test("Failures that lie thirty seconds apart do not add up, and some are not counted at all")
  func spared() {
    let stage = Stage([], quotas: Quotas(errorBudget: .init()))
    for _ in 0..<30 {
      stage.send { $0.refusal = Refusal(Response(status: 400), []) }
      stage.clock.advance(by: .seconds(2))
    }
    for _ in 0..<30 {
      stage.send {
        $0.refusal = Refusal(Response(status: 402), [])
        $0.sparesErrorBudget = true
      }
    }
    #expect(stage.send()?.status == nil)
  }

  @Test("429s and failures of the service are not counted")
  func notCounted() {
    let stage = Stage([.status(429) { $0.times = 30 }, .status(503) { $0.times = 30 }], quotas: Quotas(errorBudget: .init()))
    for _ in 0..<60 { stage.send() }
    #expect(stage.send()?.status == nil)
  }

  @Test("Money runs out by the documented price, and edits that fail cost nothing")
  func balance() {
    let stage = Stage([.status(500) { $0.when.nth = CountPattern(range: 2...2) }], quotas: Quotas(balance: .init(amount: 100_000)))
    #expect(stage.send()?.quotaState.balance == 100_000)
    #expect(stage.send()?.status == 500)
    #expect(stage.send()?.quotaState.balance == 60_000)
    #expect(stage.send()?.status == 402)
    #expect(stage.send(session: "b")?.quotaState.balance == 100_000)
  }

  @Test("A price of the file's counts for each picture")
  func price() {
    let stage = Stage([], quotas: Quotas(balance: .init(amount: 100_000, price: 30_000)))
    stage.send { $0.pictures = 2 }
    #expect(stage.send()?.quotaState.balance == 40_000)
    #expect(stage.send()?.status == 402)
  }
}
