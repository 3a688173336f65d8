internal import Contract
internal import RequestMatching
internal import Support

/// Counts the requests of one minute, which begins with the first of them.
package struct RateWindow: Sendable {
  private var start: Duration?
  private var used = 0
  /// Unix time in milliseconds when the minute is over; computed once, so that every response of the minute says the same.
  private var reset = 0

  private static let length = Duration.seconds(60)

  /// Makes a minute that has not begun.
  package init() {}

  /// Counts a request; `false` when the minute's limit is reached.
  package mutating func take(limit: Int, now: Duration, unixMilliseconds: Int) -> Bool {
    if !isRunning(now) {
      start = now
      used = 0
      reset = unixMilliseconds + Self.length.millisecondsRoundedDown
    }
    guard used < limit else { return false }
    used += 1
    return true
  }

  /// Returns where the minute stands; all is left of one that is over or has not begun.
  package func state(limit: Int, now: Duration, unixMilliseconds: Int) -> QuotaState.Rate {
    guard isRunning(now) else {
      return QuotaState.Rate(limit: limit, remaining: limit, reset: unixMilliseconds + Self.length.millisecondsRoundedDown)
    }
    return QuotaState.Rate(limit: limit, remaining: limit - used, reset: reset)
  }

  private func isRunning(_ now: Duration) -> Bool { start.map { now - $0 < Self.length } ?? false }
}

/// Whose failures are counted together: those of a key, a model and OpenAI's `user`. Forms share one bucket of their key, since their
/// fields are not known in time.
///
/// Source: the client notes of 2026-10-02; the page is silent.
struct FailureBucket: Hashable, Sendable {
  let key: String
  let model: String
  let user: String

  init(_ facts: RequestFacts) {
    let form = facts.form?.encoding == .json ? facts.form : nil
    key = facts.key ?? ""
    model = form?["model"]?.text?.string ?? ""
    user = form?["user"]?.text?.string ?? ""
  }

  /// The bytes of the names.
  var cost: Int { key.utf8.count + model.utf8.count + user.utf8.count }
}

/// The failures of a bucket, and the block that they lead to.
struct FailureRecord: Sendable {
  private var times: [Duration] = []
  private var block: (end: Duration, reset: Int)?

  /// Returns the Unix time in milliseconds when the block ends; nil: there is none.
  func blockReset(_ now: Duration) -> Int? { block.flatMap { $0.end > now ? $0.reset : nil } }

  /// Counts a failure; one more than `failures` blocks, and the count begins anew after the block.
  mutating func note(_ budget: Quotas.ErrorBudget, failures: Int, now: Duration, unixMilliseconds: Int) {
    times.removeAll { now - $0 >= budget.window }
    times.append(now)
    guard times.count > failures else { return }
    block = (now + budget.block, unixMilliseconds + budget.block.millisecondsRoundedDown)
    times = []
  }

  /// Returns how many failures are left, and until when.
  func state(_ budget: Quotas.ErrorBudget, failures: Int, now: Duration, unixMilliseconds: Int) -> QuotaState.Budget {
    if let reset = blockReset(now) { return QuotaState.Budget(remaining: 0, reset: reset) }
    let counted = times.filter { now - $0 < budget.window }
    let wait = counted.first.map { budget.window - (now - $0) } ?? budget.window
    return QuotaState.Budget(remaining: failures - counted.count, reset: unixMilliseconds + wait.millisecondsRoundedUp)
  }
}
