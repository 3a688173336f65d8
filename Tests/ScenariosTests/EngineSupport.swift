import Contract
import HTTPMessage
import RequestMatching
import Support

@testable import Scenarios

/// Runs sessions through one scenario, on a clock that stands still.
struct Stage {
  let scenario: Scenario
  let clock = Clock.manual()
  let engine: ScenarioEngine

  init(
    _ steps: [ScenarioStep], quotas: Quotas = Quotas(), seed: UInt64? = 7, name: String = "test", serverSeed: UInt64 = 0,
    settings: Settings = Settings()
  ) {
    scenario = Scenario(name: name, description: "A test.", seed: seed, quotas: quotas, steps: steps, fingerprint: 1)
    engine = ScenarioEngine(scenarios: .shipped, standard: nil, seed: serverSeed, clock: clock, settings: settings)
  }

  /// Returns the response to an edit; `change` says what is special about it.
  @discardableResult
  func send(session: String = "a", _ change: (inout RequestFacts) -> Void = { _ in }) -> ScriptedResponse? {
    var facts = RequestFacts.edit(session: session)
    change(&facts)
    return engine.decide(scenario, facts, engine.admit(scenario, facts))
  }

  /// Returns the number of the step that responds to each of so many edits; 0: none.
  func steps(_ count: Int, session: String = "a") -> [Int] { (0..<count).map { _ in send(session: session)?.step ?? 0 } }
}

extension RequestFacts {
  static func edit(session: String = "a", api: API = .venice) -> RequestFacts {
    let path = api == .venice ? "/api/v1/image/edit" : "/v1/images/edits"
    var facts = RequestFacts(
      api: api, endpoint: .edit, head: RequestHead(method: "POST", path: path), key: session, session: session)
    facts.model = "firered-image-edit"
    facts.prompt = "a sunrise"
    facts.price = 40_000
    return facts
  }
}

extension ScenarioStep {
  /// Returns a step that responds with a status of its own.
  static func status(_ status: Int, _ change: (inout ScenarioStep) -> Void = { _ in }) -> ScenarioStep {
    var step = ScenarioStep()
    step.reply = .literal(LiteralReply(status: status, contentType: nil, content: .none))
    step.when.isValid = true
    change(&step)
    return step
  }
}

extension ScriptedResponse {
  var status: Int? {
    switch content {
    case .reply(.literal(let literal)): literal.status
    case .rateLimit, .errorBudget: 429
    case .insufficientBalance: 402
    case .reply: nil
    }
  }
}
