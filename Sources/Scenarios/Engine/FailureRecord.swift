/// The failures of a session, and the block they lead to.
struct FailureRecord: Sendable {
  private var times: [Duration] = []
  private var blockedUntil: Duration?

  /// How long the session is still blocked; nil: it is not.
  func blockLeft(_ now: Duration) -> Duration? {
    blockedUntil.flatMap { $0 > now ? $0 - now : nil }
  }

  /// How many more failures are free.
  func left(_ budget: Quotas.ErrorBudget, now: Duration) -> Int {
    max(0, budget.failures - times.count { now - $0 < budget.window })
  }

  /// Notes a failure; one more than the budget blocks, and the count begins anew after the block.
  mutating func note(_ budget: Quotas.ErrorBudget, now: Duration) {
    times.removeAll { now - $0 >= budget.window }
    times.append(now)
    guard times.count > budget.failures else { return }
    blockedUntil = now + budget.block
    times = []
  }
}
