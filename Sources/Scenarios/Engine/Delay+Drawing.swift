internal import Support

extension Delay {
  /// The delay of one answer.
  ///
  /// - Parameter reached: how often the session has reached the step, this time included.
  package func drawn(_ draws: inout SeededRandom, reached: Int) -> Duration {
    switch self {
    case .fixed(let time): time
    case .uniform(let low, let high): .whole(low.inMilliseconds + (high.inMilliseconds - low.inMilliseconds) * draws.fraction())
    case .normal(let mean, let deviation): .whole(max(0, mean.inMilliseconds + deviation.inMilliseconds * draws.standardNormal()))
    case .lognormal(let median, let p99):
      .whole(median.inMilliseconds * StableMath.exponential(Self.spread(median, p99) * draws.standardNormal()))
    case .ramp(let low, let high, let count): Self.ramp(low.inMilliseconds, high.inMilliseconds, count, reached)
    }
  }

  /// The deviation of the logarithm: 2.326… of them lie between the median and what 99 in 100 stay below.
  private static func spread(_ median: Duration, _ p99: Duration) -> Double {
    (StableMath.logarithm(p99.inMilliseconds) - StableMath.logarithm(median.inMilliseconds)) / StableMath.normalQuantile(0.99)
  }

  private static func ramp(_ low: Double, _ high: Double, _ count: Int, _ reached: Int) -> Duration {
    let place = count > 1 ? Double(min(reached, count) - 1) / Double(count - 1) : 1
    return .whole(low + (high - low) * place)
  }
}

extension SeededRandom {
  fileprivate mutating func standardNormal() -> Double {
    // Never 0, whose quantile has no end.
    StableMath.normalQuantile(fraction() + 0x1p-54)
  }
}

extension Duration {
  /// So many milliseconds, in whole microseconds: what a person can compare.
  fileprivate static func whole(_ milliseconds: Double) -> Duration { .microseconds(Int64((milliseconds * 1_000).rounded())) }
}
