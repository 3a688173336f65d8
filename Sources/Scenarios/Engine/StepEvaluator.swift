internal import Contract
internal import HTTPMessage
internal import RequestMatching
internal import Support

/// Evaluates a scenario's steps for one request: pure, apart from the session's state, which it advances.
struct StepEvaluator: Sendable {
  let scenario: Scenario
  /// The file's, or the server's.
  let seed: UInt64
  let facts: RequestFacts
  let now: Duration
  let unixMilliseconds: Int
  let settings: Settings

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

  /// Decides what the scenario responds, after `admit` has chosen a step and counted the request, or not; nil: it leaves the request alone.
  func decide(_ state: inout SessionState.State, admitted: Chosen?, isCounted: Bool) -> ScriptedResponse? {
    if !isCounted { state.requests += 1 }
    if let refusal = quotaRefusal(&state) {
      settle(&state, quotaResponse(refusal, state))
      return quotaResponse(refusal, state)
    }
    let balance = quotaState(state).balance
    var response = (admitted ?? firstStep(scenario.responseSteps, &state)).map(stepResponse)
    settle(&state, response)
    var quotas = quotaState(state)
    quotas.balance = balance
    if response == nil, !quotas.isEmpty { response = quotaResponse(.reply(.edit(status: nil)), state) }
    response?.quotaState = quotas
    return response
  }

  /// Takes the first step that fits and is not used up. Every step with `nth` that fits counts the request, whichever step responds.
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
    var chanceDraws = draws("chance", index + 1, history.reached)
    let drawn = step.chance < 1 ? chanceDraws.fraction() : nil
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
    var delayDraws = draws("delay", chosen.step + 1, chosen.reached)
    return ScriptedResponse(
      scenario: scenario.name, step: chosen.step + 1, content: .reply(step.reply), nth: chosen.nth, reached: chosen.reached,
      drawn: chosen.drawn, headers: step.headers, delay: step.delay?.drawn(&delayDraws, reached: chosen.reached) ?? .zero, pace: step.pace,
      faults: step.faults, faultTexts: step.faultTexts, draws: draws("fault", chosen.step + 1, chosen.reached))
  }

  /// Returns random numbers for one purpose of a step, which is counted from 1; 0: of a quota.
  private func draws(_ purpose: String, _ step: Int, _ reached: Int) -> SeededRandom {
    SeededRandom(seed: seed, scenario: scenario.name, step: step, reached: reached, purpose: purpose)
  }

  // MARK: - Quotas

  /// Returns the refusal of a quota that has run out; money is checked before requests are counted.
  private func quotaRefusal(_ state: inout SessionState.State) -> ScriptedResponse.Content? {
    guard facts.endpoint == .edit else { return nil }
    if let budget, !facts.sparesErrorBudget, let reset = state.failures.peek(FailureBucket(facts))?.blockReset(now) {
      return .errorBudget(failures: failures(budget), block: budget.block, resetMilliseconds: reset)
    }
    guard facts.refusal == nil else { return nil }
    if let balance = scenario.quotas.balance, balance.amount - state.spent < price(balance) { return .insufficientBalance }
    if let limit = scenario.quotas.requestsPerMinute,
      !state.rates[rateKey, default: RateWindow()].take(limit: limit, now: now, unixMilliseconds: unixMilliseconds)
    {
      return .rateLimit(limit: limit, resetMilliseconds: rate(limit, state).reset)
    }
    return nil
  }

  /// Returns what the quotas in force say in headers, also of a request that is refused.
  private func quotaState(_ state: SessionState.State) -> QuotaState {
    guard facts.endpoint == .edit else { return QuotaState() }
    return QuotaState(
      rate: scenario.quotas.requestsPerMinute.map { rate($0, state) },
      budget: budget.map { budget in
        (state.failures.peek(FailureBucket(facts)) ?? FailureRecord())
          .state(budget, failures: failures(budget), now: now, unixMilliseconds: unixMilliseconds)
      }, balance: scenario.quotas.balance.map { $0.amount - state.spent })
  }

  private func rate(_ limit: Int, _ state: SessionState.State) -> QuotaState.Rate {
    (state.rates[rateKey] ?? RateWindow()).state(limit: limit, now: now, unixMilliseconds: unixMilliseconds)
  }

  /// The limit on failures, where it is in force: DGrid has none.
  private var budget: Quotas.ErrorBudget? { facts.api == .venice ? scenario.quotas.errorBudget : nil }

  private func failures(_ budget: Quotas.ErrorBudget) -> Int { budget.failures ?? QuotaErrors.errorBudgetFailures(settings) }

  private func quotaResponse(_ content: ScriptedResponse.Content, _ state: SessionState.State) -> ScriptedResponse {
    ScriptedResponse(
      scenario: scenario.name, step: nil, content: content, nth: state.requests, quotaState: quotaState(state),
      draws: draws("quota", 0, state.requests))
  }

  /// Takes the price of an edit that succeeds, and counts one that fails.
  private func settle(_ state: inout SessionState.State, _ response: ScriptedResponse?) {
    guard facts.endpoint == .edit else { return }
    let status = response.flatMap { $0.status(facts) } ?? facts.refusal?.response.status ?? 200
    if let balance = scenario.quotas.balance, facts.refusal == nil, response?.keepsNormalResponse ?? true, 200...299 ~= status {
      state.spent += price(balance)
    }
    if let budget, 400...499 ~= status, status != 429, !facts.sparesErrorBudget, !(response?.sparesErrorBudget ?? false) {
      let bucket = FailureBucket(facts)
      state.failures.update(bucket, cost: bucket.cost) { record in
        var known = record.take() ?? FailureRecord()
        known.note(budget, failures: failures(budget), now: now, unixMilliseconds: unixMilliseconds)
        record = known
      }
      _ = state.failures.evict()
    }
  }

  private var rateKey: String { facts.model ?? "" }

  private func price(_ balance: Quotas.Balance) -> Int { (balance.price.map { $0 * facts.pictures } ?? facts.price) ?? 0 }
}

extension ScriptedResponse {
  /// Returns the status; nil: that of the normal response.
  fileprivate func status(_ facts: RequestFacts) -> Int? {
    switch content {
    case .reply(.edit(let status)): status
    case .reply(.error(let error, let status)): status ?? error.variant(of: facts.api).status
    case .reply(.literal(let literal)): literal.status
    case .rateLimit, .errorBudget: 429
    case .insufficientBalance: 402
    }
  }

  /// Whether the error budget does not count what the step responds with.
  fileprivate var sparesErrorBudget: Bool {
    if case .reply(.error(let error, _)) = content { VeniceContract.sparesErrorBudget(error) } else { false }
  }
}
