/// How long the answer is held back, counted from the end of the request.
package enum Delay: Sendable, Equatable {
  case fixed(Duration)
  case uniform(Duration, Duration)
  /// Never below zero.
  case normal(mean: Duration, deviation: Duration)
  /// `p99`: what 99 in 100 stay below.
  case lognormal(median: Duration, p99: Duration)
  /// Even steps from the first answer to the last of `over`, and `to` from then on.
  case ramp(from: Duration, to: Duration, over: Int)
}
