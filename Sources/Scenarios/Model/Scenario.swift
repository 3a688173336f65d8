package import HTTPMessage
package import RequestMatching

/// A test scenario: what a file in `scenarios/` says.
package struct Scenario: Sendable {
  package let name: String
  /// What it reproduces, for people.
  package let description: String
  /// The seed of chance and drawn delays; nil: the server's `--seed`.
  package let seed: UInt64?
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
  package var when = RequestPattern()
  /// Whether requests that break the contract are refused before the step is asked.
  package var validates = true
  /// How often it responds to a session; nil: no end.
  package var times: Int?
  /// How long it responds to a session, from its first response on; nil: no end.
  package var span: Duration?
  /// How likely it responds, over 0 and up to 1.
  package var chance = 1.0
  package var reply = Reply.edit(EditOverrides())
  /// Header lines to replace or remove in the response.
  package var headers: [HeaderChange] = []
  package var delay: Delay?
  package var pace: Pace?
  package var faults: [any Fault] = []
  /// The faults with the parameters that the file gives, for people: `truncate after 70%`.
  package var faultTexts: [String] = []

  /// Makes a step that gives the normal response to every request.
  package init() {}

  /// Whether it acts while the request is still being read, when only the head is known.
  package var actsOnRequest: Bool { faults.contains { $0 is any RequestFault } || pace?.upload != nil }
}
