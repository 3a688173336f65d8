internal import Support
internal import Synchronization

/// How far one session is in one scenario.
final class SessionState: Sendable {
  struct State: Sendable {
    /// All requests of the session that the scenario has seen.
    var requests = 0
    /// Requests counted for `nth`, by the index of the step that counts them.
    var counts: [Int: Int] = [:]
    /// By the step's index.
    var steps: [Int: StepHistory] = [:]
    /// By model.
    var rates: [String: RateWindow] = [:]
    var failures = FailureRecord()
    /// In micro-dollars.
    var spent = 0
  }

  /// What has happened to one step.
  struct StepHistory: Sendable {
    /// How often a request got as far as this step, before chance was asked.
    var reached = 0
    var responses = 0
    var firstResponse: Duration?
  }

  /// Of the scenario that this is a state in: another text begins a new state.
  let fingerprint: UInt64
  let state = Mutex(State())

  init(fingerprint: UInt64) { self.fingerprint = fingerprint }
}

/// The requests of one minute, which begins with the first of them.
struct RateWindow: Sendable {
  private var start: Duration?
  private(set) var used = 0
  /// Unix time in milliseconds when the minute is over; computed once, so that every response of the minute says the same.
  private(set) var reset = 0

  private static let length = Duration.seconds(60)

  /// Counts a request; `false` when the minute's limit is reached.
  mutating func take(limit: Int, now: Duration, unixMilliseconds: Int) -> Bool {
    if start.map({ now - $0 >= Self.length }) ?? true {
      start = now
      used = 0
      reset = unixMilliseconds + 60_000
    }
    guard used < limit else { return false }
    used += 1
    return true
  }
}

/// The failures of a session, and the block that they lead to.
struct FailureRecord: Sendable {
  private var times: [Duration] = []
  private var block: (end: Duration, reset: Int)?

  /// Returns the Unix time in milliseconds when the session's block ends; nil: it is not blocked.
  func blockReset(_ now: Duration) -> Int? { block.flatMap { $0.end > now ? $0.reset : nil } }

  /// Counts a failure; one more than the budget blocks, and the count begins anew after the block.
  mutating func note(_ budget: Quotas.ErrorBudget, now: Duration, unixMilliseconds: Int) {
    times.removeAll { now - $0 >= budget.window }
    times.append(now)
    guard times.count > budget.failures else { return }
    block = (now + budget.block, unixMilliseconds + budget.block.millisecondsRoundedDown)
    times = []
  }
}
