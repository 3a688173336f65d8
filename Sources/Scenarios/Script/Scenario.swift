package import HTTPMessage
package import RequestMatching

/// One scripted course of events: what a file in `scenarios/` says.
package struct Scenario: Sendable {
  package let name: String
  /// What it reproduces, for people.
  package let description: String
  /// What chance and drawn delays hang on; nil: the server's `--seed`.
  package let seed: UInt64?
  package let quotas: Quotas
  /// Tried in order: the first that fits and is not used up answers.
  package let steps: [ScenarioStep]
  /// Changes whenever the file's text does.
  package let fingerprint: UInt64
  /// Indices of the steps that act while the request is read, in order.
  let requestSteps: [Int]
  /// Indices of all other steps, in order.
  let responseSteps: [Int]
  /// The name and what each step asks of a request: what the journal needs to say why no step answered.
  package let unmatched: UnmatchedScenario

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

/// One step: which requests it is for, how often it answers, and how.
package struct ScenarioStep: Sendable {
  package var when = RequestPattern()
  /// Whether the contract is asked first: a request that breaks it is then refused as always.
  package var validates = true
  /// How often it answers a session; nil: no end.
  package var times: Int?
  /// For how long after its first answer to a session it answers it; nil: no end.
  package var span: Duration?
  /// How likely it answers, over 0 and up to 1.
  package var chance = 1.0
  package var reply = Reply.edit(EditOverrides())
  /// Header lines that replace those of the same name in the answer; nil takes them away.
  package var headers: [HeaderChange] = []
  package var delay: Delay?
  package var pace: Pace?
  package var faults: [any Fault] = []
  /// The faults with the parameters that were given, for people.
  package var faultTexts: [String] = []

  package init() {}

  /// Whether it acts while the request is still being read, when only the head is known.
  package var actsOnRequest: Bool { faults.contains { $0 is any RequestFault } || pace?.upload != nil }
}
