internal import Contract
internal import HTTPMessage
internal import RequestMatching

extension StepEvaluator {
  /// Returns the refusal of a quota that has run out; money is checked before requests are counted.
  func quotaRefusal(_ state: inout SessionState.State) -> ScriptedResponse.Content? {
    guard facts.endpoint == .edit else { return nil }
    if let budget = scenario.quotas.errorBudget, facts.api == .venice, !facts.sparesErrorBudget, let reset = state.failures.blockReset(now)
    {
      return .errorBudget(budget, resetMilliseconds: reset)
    }
    guard facts.refusal == nil else { return nil }
    if let balance = scenario.quotas.balance, balance.amount - state.spent < price(balance) { return .insufficientBalance }
    if let limit = scenario.quotas.requestsPerMinute,
      !state.rates[rateKey, default: RateWindow()].take(limit: limit, now: now, unixMilliseconds: unixMilliseconds)
    {
      return .rateLimit(limit: limit, resetMilliseconds: state.rates[rateKey]?.reset ?? 0)
    }
    return nil
  }

  /// Returns what the quotas in force say in headers.
  func quotaState(_ state: SessionState.State) -> QuotaState {
    var quotas = QuotaState()
    guard facts.endpoint == .edit, facts.refusal == nil else { return quotas }
    if let limit = scenario.quotas.requestsPerMinute, let window = state.rates[rateKey] {
      quotas.rate = QuotaState.Rate(limit: limit, remaining: limit - window.used, reset: window.reset)
    }
    if let balance = scenario.quotas.balance { quotas.balance = balance.amount - state.spent }
    return quotas
  }

  func quotaResponse(_ content: ScriptedResponse.Content, _ state: SessionState.State) -> ScriptedResponse {
    var response = ScriptedResponse(
      scenario: scenario.name, source: .quota, content: content, nth: state.requests,
      draws: SeededRandom(seed: seed, scenario: scenario.name, step: 0, reached: state.requests, purpose: "quota"))
    response.quotaState = quotaState(state)
    return response
  }

  /// Takes the price of an edit that succeeds, and counts one that fails.
  func settle(_ state: inout SessionState.State, _ response: ScriptedResponse?) {
    guard facts.endpoint == .edit else { return }
    let status = response.flatMap { $0.status(facts) } ?? facts.refusal?.response.status ?? 200
    if let balance = scenario.quotas.balance, facts.refusal == nil, response?.keepsNormalResponse ?? true, 200...299 ~= status {
      state.spent += price(balance)
    }
    if let budget = scenario.quotas.errorBudget, facts.api == .venice, 400...499 ~= status, status != 429, !facts.sparesErrorBudget {
      state.failures.note(budget, now: now, unixMilliseconds: unixMilliseconds)
    }
  }

  private var rateKey: String { facts.model ?? "" }

  private func price(_ balance: Quotas.Balance) -> Int { (balance.price.map { $0 * facts.pictures } ?? facts.price) ?? 0 }
}

extension ScriptedResponse {
  /// Returns the status; nil: that of the normal response.
  fileprivate func status(_ facts: RequestFacts) -> Int? {
    switch content {
    case .reply(.edit(let overrides)): overrides.status
    case .reply(.error(let error, let status)): status ?? error.variant(of: facts.api).status
    case .reply(.literal(let literal)): literal.status
    case .rateLimit, .errorBudget: 429
    case .insufficientBalance: 402
    }
  }
}
