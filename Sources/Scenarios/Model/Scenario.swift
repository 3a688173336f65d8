internal import Formats
package import HTTPMessage
package import RequestMatching

/// A test scenario: what a file in `scenarios/` says.
package struct Scenario: Sendable {
  /// The name that requests choose it by.
  package let name: String
  /// What it reproduces, for people.
  package let description: String
  /// The seed of chance and drawn delays; nil: the server's `--seed`.
  package let seed: UInt64?
  /// What a session may use up.
  package let quotas: Quotas
  /// Tried in order: the first that fits and is not used up responds.
  package let steps: [ScenarioStep]
  /// A hash of the file's text.
  package let fingerprint: UInt64
  /// The name and what each step asks of a request: what the journal needs to say why no step responded.
  package let unmatched: UnmatchedScenario
  /// Indices of the steps that act while the request is read, in order.
  let requestSteps: [Int]
  /// Indices of all other steps, in order.
  let responseSteps: [Int]

  /// Makes a scenario from its parts, which are taken as they are.
  package init(name: String, description: String, seed: UInt64?, quotas: Quotas, steps: [ScenarioStep], fingerprint: UInt64) {
    self.name = name
    self.description = description
    self.seed = seed
    self.quotas = quotas
    self.steps = steps
    self.fingerprint = fingerprint
    unmatched = UnmatchedScenario(name: name, steps: steps.map(\.when))
    requestSteps = steps.indices.filter { steps[$0].actsOnRequest }
    responseSteps = steps.indices.filter { !steps[$0].actsOnRequest }
  }
}

/// One step: which requests it is for, how often it responds, and how.
package struct ScenarioStep: Sendable {
  /// Which requests the step is for.
  package var when = RequestPattern()
  /// Whether requests that break the contract are refused before the step is asked.
  package var validates = true
  /// How often it responds to a session; nil: no end.
  package var times: Int?
  /// How long it responds to a session, from its first response on; nil: no end.
  package var span: Duration?
  /// How likely it responds, over 0 and up to 1.
  package var chance = 1.0
  /// What the response is.
  package var reply = Reply.edit(status: nil)
  /// Header lines to replace or remove in the response.
  package var headers: [HeaderChange] = []
  /// How long the response waits; nil: not at all.
  package var delay: Delay?
  /// How fast the body is sent or read; nil: as fast as it goes.
  package var pace: Pace?
  /// What is broken in the response or its delivery.
  package var faults: [any Fault] = []
  /// The faults with the parameters that the file gives, for people: `truncate after 70%`.
  package var faultTexts: [String] = []

  /// Whether it acts while the request is still being read, when only the head is known.
  package var actsOnRequest: Bool { faults.contains { $0 is any RequestFault } || pace?.upload != nil }
}

/// What a session may use up; each part is off unless the file switches it on.
package struct Quotas: Sendable, Equatable {
  /// Edits in a minute for each model.
  package var requestsPerMinute: Int?
  /// The limit on failures; nil: none.
  package var errorBudget: ErrorBudget?
  /// The money there is; nil: it does not run out.
  package var balance: Balance?

  /// Venice's limit on failures, with the values it documents: more than `failures` within `window` lead to 429 for `block`.
  package struct ErrorBudget: Sendable, Equatable {
    /// How many failures are let through; nil: as many as Venice lets through by `venice.error-budget`.
    package var failures: Int?
    /// The time in which they are counted.
    package var window: Duration = .seconds(30)
    /// How long requests are refused after one too many.
    package var block: Duration = .seconds(30)
  }

  /// Money that runs out.
  package struct Balance: Sendable, Equatable {
    /// In micro-dollars.
    package var amount: Int
    /// Micro-dollars for each picture; nil: the documented price, which only Venice has.
    package var price: Int?
  }
}

extension Quotas {
  init(reading node: YAMLNode, _ problems: inout ProblemList) {
    self.init()
    guard let mapping = YAMLMapping(node, "`quotas`", keys: ScenarioKeys.quotas.map(\.name), &problems) else { return }
    if mapping.isEmpty { problems.add(node, "`quotas` is empty; write `{ requests-per-minute: 20 }`") }
    requestsPerMinute = mapping["requests-per-minute"]?.count("requests-per-minute", in: 1...ValueLimits.mostCount, &problems)
    errorBudget = mapping["error-budget"].flatMap { ErrorBudget(reading: $0, &problems) }
    balance = mapping["balance"].flatMap { Balance(reading: $0, &problems) }
  }
}

extension Quotas.ErrorBudget {
  /// Reads the word `on`, or a mapping of what differs from Venice's; nil when it is `off`.
  fileprivate init?(reading node: YAMLNode, _ problems: inout ProblemList) {
    self.init()
    switch node.text {
    // Editors for YAML 1.1 write `on` as `true`.
    case "on", "true": return
    case "off", "false": return nil
    default: break
    }
    guard node.members != nil else {
      problems.add(node, "`error-budget` is \(node.kind); write `on`, `off`, or `{ failures: 20, within: 30s, block: 30s }`")
      return nil
    }
    guard let mapping = YAMLMapping(node, "`error-budget`", keys: ScenarioKeys.errorBudget.map(\.name), &problems) else { return nil }
    if let count = mapping["failures"]?.count("failures", in: 1...ValueLimits.mostCount, &problems) { failures = count }
    if let time = mapping["within"]?.duration("within", isPositive: true, &problems) { window = time }
    if let time = mapping["block"]?.duration("block", isPositive: true, &problems) { block = time }
  }
}

extension Quotas.Balance {
  fileprivate init?(reading node: YAMLNode, _ problems: inout ProblemList) {
    guard let mapping = YAMLMapping(node, "`balance`", keys: ScenarioKeys.balance.map(\.name), &problems) else { return nil }
    let price = mapping["price"]?.dollars("price", &problems)
    guard let amount = mapping.required("usd", "`balance`", "`usd: 0.10`, the dollars there are", &problems)?.dollars("usd", &problems)
    else { return nil }
    self.init(amount: amount, price: price)
  }
}

extension YAMLNode {
  /// Reads dollars as micro-dollars, exactly.
  fileprivate func dollars(_ key: String, _ problems: inout ProblemList) -> Int? {
    let hint = "dollars from 0 with up to 6 places, such as 0.10"
    guard let text = text(key, hint, &problems) else { return nil }
    guard let amount = DecimalNumber(text)?.scaled(by: 1_000_000), amount <= 1_000_000_000_000 else {
      problems.add(self, "`\(key)` is \(kind); write \(hint)")
      return nil
    }
    return amount
  }
}
