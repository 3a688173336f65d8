/// What a scenario has decided of a request by its head.
package struct AdmittedRequest: Sendable {
  let isCounted: Bool
  let chosen: StepEvaluator.Chosen?
  /// The step that acts while the request is read.
  package let step: ScenarioStep?

  init(isCounted: Bool, chosen: StepEvaluator.Chosen? = nil, step: ScenarioStep? = nil) {
    self.isCounted = isCounted
    self.chosen = chosen
    self.step = step
  }

  /// The number of that step, counted from 1.
  package var number: Int? { chosen.map { $0.step + 1 } }

  /// Nothing acts on the request.
  package static let untouched = AdmittedRequest(isCounted: false)
}
