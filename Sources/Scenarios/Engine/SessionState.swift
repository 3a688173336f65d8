internal import Synchronization

/// How far one session is in one scenario.
final class SessionState: Sendable {
  struct State: Sendable {
    /// All requests of the session that the scenario has seen.
    var requests = 0
    /// Requests counted for `nth`, by the step that counts them.
    var counts: [Int: Int] = [:]
    var steps: [Int: StepHistory] = [:]
    var rates: [String: RateWindow] = [:]
    var failures = FailureRecord()
    /// In micro-dollars.
    var spent = 0
  }

  /// What has become of one step.
  struct StepHistory: Sendable {
    /// How often a request got as far as this step, chance not asked yet.
    var reached = 0
    var answered = 0
    var firstAnswer: Duration?
  }

  /// Of the scenario this course runs by: another text begins a new course.
  let fingerprint: UInt64
  let state = Mutex(State())

  init(fingerprint: UInt64) { self.fingerprint = fingerprint }
}
