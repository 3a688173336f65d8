internal import Contract
internal import HTTPMessage
internal import Journal
internal import RequestMatching
internal import Scenarios

/// A request that goes through a scenario, as far as its head tells.
final class ScriptedRequest: Sendable {
  let scenario: Scenario
  /// What the head says.
  let facts: RequestFacts
  let admitted: AdmittedRequest

  init(scenario: Scenario, facts: RequestFacts, admitted: AdmittedRequest) {
    self.scenario = scenario
    self.facts = facts
    self.admitted = admitted
  }

  var head: RequestHead { facts.head }

  /// Puts what happens while the request is read into its intake.
  func slow(_ intake: inout Intake) {
    guard let step = admitted.step else { return }
    var draft = IntakeDraft()
    draft.bytesPerSecond = step.pace?.upload
    for fault in step.faults { (fault as? any RequestFault)?.apply(to: &draft) }
    intake.bytesPerSecond = draft.bytesPerSecond
    intake.cut = draft.cutAfter.map { Intake.Cut(after: $0, resets: draft.resets) }
  }

  /// The facts once it is known what the request came to.
  func facts(_ outcome: Outcome) -> RequestFacts { facts.completed(by: outcome) }
}

extension RequestFacts {
  /// The facts once it is known what the request came to.
  func completed(by outcome: Outcome) -> RequestFacts {
    var facts = self
    facts.refusal = outcome.refusal
    facts.sparesErrorBudget = outcome.refusal.map(VeniceContract.sparesErrorBudget) ?? false
    guard let edit = outcome.edit else { return facts }
    facts.form = edit.form
    facts.model = edit.model
    facts.prompt = edit.prompt
    facts.image = edit.images.first?.facts
    facts.price = edit.price
    facts.pictures = edit.pictures
    return facts
  }

  /// nil: no path that scenarios are about.
  init?(_ head: RequestHead) {
    let (api, endpoint): (API, Endpoint)
    switch Route(head.path) {
    case .venice: (api, endpoint) = (.venice, VeniceEndpoint(rawValue: head.path).map { $0 == .imageEdit ? .edit : .models } ?? .other)
    case .dgrid: (api, endpoint) = (.dgrid, DGridEndpoint(path: head.path).map { $0 == .imageEdits ? .edit : .models } ?? .other)
    case .own where head.path.hasPrefix("/generated/"): (api, endpoint) = (.dgrid, .generated)
    case .own: return nil
    }
    var key: String?
    if case .token(let token) = BearerToken(head) { key = token }
    self.init(api: api, endpoint: endpoint, head: head, key: key, session: head.headers["x-mock-session"] ?? key ?? "")
  }
}
