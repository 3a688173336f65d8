import Contract
import HTTPMessage
import RequestMatching
import Scenarios
import Support
import Testing

@Suite("The engine of scenarios", .timeLimit(.minutes(15)))
struct EngineTests {
  @Test("The first step that fits and is not used up responds, then the next, then none")
  func sequence() {
    let stage = Stage([.status(429) { $0.times = 2 }, .status(500) { $0.times = 1 }])
    #expect(stage.steps(5) == [1, 1, 2, 0, 0])
  }

  @Test("Each session has a state of its own")
  func sessions() {
    let stage = Stage([.status(429) { $0.times = 1 }])
    #expect(stage.steps(2, session: "a") == [1, 0])
    #expect(stage.steps(2, session: "b") == [1, 0])
  }

  @Test("nth counts the requests that the rest of `when` fits, whether another step responds or not")
  func counting() throws {
    let first = ScenarioStep.status(429) { $0.when.nth = CountPattern(range: 1...2) }
    let third = ScenarioStep.status(500) { $0.when.nth = CountPattern(range: 3...3) }
    let stage = Stage([first, third])
    #expect(stage.steps(4) == [1, 1, 2, 0])
  }

  @Test("nth does not count requests that the rest of `when` does not fit")
  func countingOthers() {
    let second = ScenarioStep.status(500) {
      $0.when.nth = CountPattern(range: 2...2)
      $0.when.model = .exact("nano-banana-2-edit")
    }
    let stage = Stage([second])
    #expect(stage.send()?.step == nil)
    #expect(stage.send { $0.model = "nano-banana-2-edit" }?.step == nil)
    #expect(stage.send()?.step == nil)
    #expect(stage.send { $0.model = "nano-banana-2-edit" }?.step == 1)
  }

  @Test("A step with `for` responds so long after its first response, by the clock")
  func span() {
    let stage = Stage([.status(503) { $0.span = .seconds(30) }])
    #expect(stage.steps(2) == [1, 1])
    stage.clock.advance(by: .milliseconds(29_999))
    #expect(stage.steps(1) == [1])
    stage.clock.advance(by: .milliseconds(1))
    #expect(stage.steps(1) == [0])
    #expect(stage.steps(1, session: "later") == [1])
  }

  @Test("A request that breaks the contract is left alone unless the step is for it")
  func invalid() {
    let refusal = Refusal(.init(status: 400), [])
    let normal = Stage([.status(500)])
    #expect(normal.send { $0.refusal = refusal } == nil)
    let asked = Stage([.status(500) { $0.when.isValid = false }])
    #expect(asked.send { $0.refusal = refusal }?.step == 1)
    #expect(asked.send() == nil)
    let unasked = Stage([
      .status(500) {
        $0.when.isValid = nil
        $0.validates = false
      }
    ])
    #expect(unasked.send { $0.refusal = refusal }?.step == 1)
    #expect(unasked.send()?.step == 1)
  }

  @Test("Chance is the same for every session with the same history, in every run")
  func chance() {
    let stage = Stage([.status(500) { $0.chance = 0.5 }])
    // Worked out apart from this program.
    let pinned = [1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 0, 0]
    #expect(stage.steps(12, session: "a") == pinned)
    #expect(stage.steps(12, session: "b") == pinned)
  }

  @Test("Another seed, scenario or step draws otherwise", arguments: [(8, "test"), (7, "other")])
  func otherDraws(seed: UInt64, name: String) {
    let steps = [ScenarioStep.status(500) { $0.chance = 0.5 }]
    #expect(Stage(steps, seed: seed, name: name).steps(40) != Stage(steps).steps(40))
  }

  @Test("A scenario without a seed draws by the server's")
  func serverSeed() {
    let steps = [ScenarioStep.status(500) { $0.chance = 0.5 }]
    #expect(Stage(steps, seed: nil, serverSeed: 7).steps(40) == Stage(steps).steps(40))
    #expect(Stage(steps, seed: nil, serverSeed: 1).steps(40) != Stage(steps).steps(40))
  }

  @Test("One in ten is one in ten")
  func oneInTen() {
    let answered = Stage([.status(500) { $0.chance = 0.1 }]).steps(10_000).count { $0 == 1 }
    #expect(900...1_100 ~= answered)
  }

  @Test("Sessions in parallel see what each would see alone")
  func parallel() async {
    let steps = [ScenarioStep.status(500) { $0.chance = 0.3 }, .status(429) { $0.times = 5 }]
    let alone = Stage(steps).steps(50)
    let stage = Stage(steps)
    await withTaskGroup(of: [Int].self) { group in
      for session in 0..<200 { group.addTask { stage.steps(50, session: "session \(session)") } }
      for await seen in group { #expect(seen == alone) }
    }
  }

  @Test("A reset lets the session begin anew, and leaves the others")
  func reset() {
    let stage = Stage([.status(429) { $0.times = 1 }])
    #expect(stage.steps(1, session: "a") + stage.steps(1, session: "b") == [1, 1])
    stage.engine.reset(session: "a")
    #expect(stage.steps(1, session: "a") + stage.steps(1, session: "b") == [1, 0])
    stage.engine.reset()
    #expect(stage.steps(1, session: "b") == [1])
  }

  @Test("A hundred steps for a prompt each are told apart")
  func manySteps() {
    let stage = Stage((0..<100).map { number in .status(500) { $0.when.prompt = .exact("prompt \(number)") } })
    #expect(stage.send { $0.prompt = "prompt 77" }?.step == 78)
    #expect(stage.send { $0.prompt = "prompt" } == nil)
  }

  @Test("Each step with nth counts the requests that the rest of its `when` fits, whichever step responds")
  func countingByStep() throws {
    let texts = [
      "nth: 2", "nth: [3, 5]", "nth: every 4", "nth: \">= 7\"", "{ prompt: a sunset, nth: 1 }", "{ prompt: a sunset, nth: 2-3 }",
    ]
    let stage = Stage(
      try texts.map { when in try step("when:\(when.hasPrefix("{") ? " " : "\n  ")\(when)\nrespond: { status: 418 }") })
    let prompts = ["a sunrise", "a sunrise", "a sunset", "a sunrise", "a sunset", "a sunset", "a sunrise", "a sunset"]
    #expect(prompts.map { prompt in stage.send { $0.prompt = prompt }?.step ?? 0 } == [0, 1, 2, 3, 2, 6, 4, 3])
  }

  @Test("A step for one prompt and a step for all respond in the file's order")
  func order() {
    let general = ScenarioStep.status(500) { $0.times = 1 }
    let own = ScenarioStep.status(429) { $0.when.prompt = .exact("a sunrise") }
    #expect(Stage([general, own]).steps(2) == [1, 2])
    #expect(Stage([own, general]).steps(2) == [1, 1])
  }
}
