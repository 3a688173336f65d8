import Contract
import HTTPMessage
import RequestMatching
import Scenarios
import Support
import Testing

@Suite("Finding the steps that may fit", .timeLimit(.minutes(5)))
struct StepIndexTests {
  private static let patterns = [
    "prompt: a sunrise", "prompt: [a sunrise, a sunset]", "prompt: [a sunrise, \"*snow\"]", "prompt: \"*sun*\"", "prompt: \"a sun*e\"",
    "prompt: \"*\"", "prompt: ~", "prompt: \"?? sunset\"", "prompt: /sunrise/", "prompt: /^a sun/", "prompt: /sunset$/",
    "prompt: /sun(rise|set)/", "prompt: /sunr?ise/", "prompt: /snow|sunset/", "prompt: /abcd[(]|sunset/", "prompt: /(sunset)|snow/",
    "prompt: /SUNSET/i", "prompt: /sunse?t/", "prompt: /sunrises*/", "prompt: /sunsetx{0}/",
    "prompt: /(?:sunset)?ise/", "prompt: /(sunset|sunrise)$/", "prompt: '/\\bsun(?:set){1,2}/'", "prompt: /(sun){0,1}set/",
    "prompt: /[s]unset/", "prompt: /über|sunri/", "prompt: /über dem/", "prompt: '/sun\\w+/'", "model: firered-image-edit",
    "model: \"nano-*\"", "session: a", "session: b", "key: [a, b]", "header: { x-test: one }", "header: { X-Test: [two, one] }",
    "header: { x-test: ~ }", "{ prompt: a sunrise, session: b }", "{ prompt: \"*sun*\", model: firered-image-edit }",
  ]

  private static let requests: [RequestFacts] = [
    "a sunrise", "a sunset", "let it snow", "su", "", "ein Sonnenaufgang über dem sunset", nil,
  ]
  .flatMap { prompt in
    ["a", "b"].flatMap { session in
      [nil, "one", "two"].map { header in
        var facts = RequestFacts.edit(session: session)
        facts.prompt = prompt
        if let header { facts.head.headers.append("x-test", header) }
        return facts
      }
    }
  }

  private static func step(_ when: String) throws -> ScenarioStep {
    try ScenariosTests.step("when:\(when.hasPrefix("{") ? " " : "\n  ")\(when)\nrespond: { status: 418 }")
  }

  @Test("What is found is what fits, for each pattern alone and among all others")
  func found() throws {
    let steps = try Self.patterns.map(Self.step)
    for request in Self.requests {
      for (index, step) in steps.enumerated() {
        let fits = step.when.matches(request)
        #expect((Stage([step]).send(as: request) != nil) == fits, "\(Self.patterns[index]): \(request.prompt ?? "none")")
      }
      let first = steps.firstIndex { $0.when.matches(request) }
      #expect(Stage(steps).send(as: request)?.step == first.map { $0 + 1 })
    }
  }

  @Test("Counting finds what counting one by one would")
  func counted() throws {
    let texts = [
      "nth: 2", "nth: [3, 5]", "nth: every 4", "nth: \">= 7\"", "{ prompt: a sunset, nth: 1 }", "{ prompt: a sunset, nth: 2-3 }",
    ]
    let steps = try texts.map(Self.step)
    let stage = Stage(steps)
    let prompts = ["a sunrise", "a sunrise", "a sunset", "a sunrise", "a sunset", "a sunset", "a sunrise", "a sunset"]
    #expect(prompts.map { prompt in stage.send { $0.prompt = prompt }?.step ?? 0 } == [0, 1, 2, 3, 2, 6, 4, 3])
  }
}

extension Stage {
  func send(as facts: RequestFacts) -> ScriptedResponse? { engine.decide(scenario, facts, engine.admit(scenario, facts)) }
}
