internal import Contract
internal import RequestMatching

/// Evaluates a scenario's steps for one request: pure, apart from the session's state, which it advances.
struct StepEvaluator: Sendable {
  let scenario: Scenario
  /// The file's, or the server's.
  let seed: UInt64
  let facts: RequestFacts
  let now: Duration
  let unixMilliseconds: Int

  /// A step that responds, and what its random numbers depend on.
  struct Chosen: Sendable {
    /// The step's index.
    let step: Int
    let nth: Int
    let reached: Int
    /// What was drawn against the step's chance, from 0 up to 1; nil: it is certain.
    let drawn: Double?
  }

  /// Chooses the step that acts while the request is being read; only the head is known.
  func admit(_ state: inout SessionState.State) -> Chosen? {
    state.requests += 1
    return firstStep(scenario.requestSteps, &state)
  }

  /// Decides what the scenario responds; nil: it leaves the request alone.
  ///
  /// - Parameters:
  ///   - admitted: the step that `admit` chose.
  ///   - isCounted: whether `admit` has counted the request.
  func decide(_ state: inout SessionState.State, admitted: Chosen?, isCounted: Bool) -> ScriptedResponse? {
    if !isCounted { state.requests += 1 }
    if let refusal = quotaRefusal(&state) { return quotaResponse(refusal, state) }
    let quotas = quotaState(state)
    var response: ScriptedResponse?
    if let chosen = admitted ?? firstStep(scenario.responseSteps, &state) {
      response = stepResponse(chosen)
    } else if !quotas.isEmpty {
      response = quotaResponse(.reply(.edit(EditOverrides())), state)
    }
    response?.quotaState = quotas
    settle(&state, response)
    return response
  }

  /// Takes the first of the steps that fits the request and is not used up.
  ///
  /// Every step with `nth` that fits counts the request, whichever step responds.
  private func firstStep(_ indices: [Int], _ state: inout SessionState.State) -> Chosen? {
    var chosen: Chosen?
    for index in indices where chosen == nil || scenario.steps[index].when.nth != nil {
      guard scenario.steps[index].when.matches(facts), isDue(index, &state), chosen == nil else { continue }
      chosen = take(index, &state)
    }
    return chosen
  }

  /// Counts a request that fits the step; tells whether it is one of those that the step's `nth` asks for.
  private func isDue(_ index: Int, _ state: inout SessionState.State) -> Bool {
    guard let nth = scenario.steps[index].when.nth else { return true }
    state.counts[index, default: 0] += 1
    return nth.matches(state.counts[index, default: 0])
  }

  /// Takes the step unless it is used up or chance is against it.
  private func take(_ index: Int, _ state: inout SessionState.State) -> Chosen? {
    let step = scenario.steps[index]
    var history = state.steps[index] ?? SessionState.StepHistory()
    if let times = step.times, history.responses >= times { return nil }
    if let span = step.span, let first = history.firstResponse, now - first >= span { return nil }
    history.reached += 1
    var draws = SeededRandom(seed: seed, scenario: scenario.name, step: index + 1, reached: history.reached, purpose: "chance")
    let drawn = step.chance < 1 ? draws.fraction() : nil
    let isTaken = drawn.map { $0 < step.chance } ?? true
    if isTaken {
      history.responses += 1
      history.firstResponse = history.firstResponse ?? now
    }
    state.steps[index] = history
    return isTaken ? Chosen(step: index, nth: state.requests, reached: history.reached, drawn: drawn) : nil
  }

  private func stepResponse(_ chosen: Chosen) -> ScriptedResponse {
    let step = scenario.steps[chosen.step]
    var response = ScriptedResponse(
      scenario: scenario.name, source: .step(chosen.step + 1), content: .reply(step.reply), nth: chosen.nth, draws: draws(chosen, "fault"))
    response.reached = chosen.reached
    response.drawn = chosen.drawn
    var delayDraws = draws(chosen, "delay")
    response.delay = step.delay?.drawn(&delayDraws, reached: chosen.reached) ?? .zero
    response.headers = step.headers
    response.pace = step.pace
    response.faults = step.faults
    response.faultTexts = step.faultTexts
    return response
  }

  private func draws(_ chosen: Chosen, _ purpose: String) -> SeededRandom {
    SeededRandom(seed: seed, scenario: scenario.name, step: chosen.step + 1, reached: chosen.reached, purpose: purpose)
  }
}
