internal import Support

/// The failures of a session, and the block they lead to.
struct FailureRecord: Sendable {
  private var times: [Duration] = []
  private var block: (end: Duration, reset: Int)?

  /// Unix time in milliseconds when the session's block ends; nil: it is not blocked.
  func blockReset(_ now: Duration) -> Int? { block.flatMap { $0.end > now ? $0.reset : nil } }

  /// Notes a failure; one more than the budget blocks, and the count begins anew after the block.
  mutating func note(_ budget: Quotas.ErrorBudget, now: Duration, unixMilliseconds: Int) {
    times.removeAll { now - $0 >= budget.window }
    times.append(now)
    guard times.count > budget.failures else { return }
    block = (now + budget.block, unixMilliseconds + budget.block.millisecondsRoundedDown)
    times = []
  }
}
