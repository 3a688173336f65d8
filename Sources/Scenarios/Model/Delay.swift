internal import Formats
internal import Support

/// How long the response is held back, counted from the end of the request.
package enum Delay: Sendable, Equatable {
  case fixed(Duration)
  case uniform(Duration, Duration)
  /// Never below zero.
  case normal(mean: Duration, deviation: Duration)
  /// `p99`: what 99 in 100 stay below.
  case lognormal(median: Duration, p99: Duration)
  /// Even steps from the first response to the last of `over`, and `to` from then on.
  case ramp(from: Duration, to: Duration, over: Int)
}

extension Delay {
  /// Draws the delay of one response.
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
    let progress = count > 1 ? Double(min(reached, count) - 1) / Double(count - 1) : 1
    return .whole(low + (high - low) * progress)
  }
}

extension SeededRandom {
  fileprivate mutating func standardNormal() -> Double {
    // Never 0, whose quantile has no end.
    StableMath.normalQuantile(fraction() + 0x1p-54)
  }
}

extension Duration {
  /// Returns so many milliseconds, rounded to whole microseconds: what a person can compare.
  fileprivate static func whole(_ milliseconds: Double) -> Duration { .microseconds(Int64((milliseconds * 1_000).rounded())) }
}

extension Delay {
  /// Reads a length of time, or a mapping that says how it is drawn.
  init?(reading node: YAMLNode, _ problems: inout ProblemList) {
    guard let members = node.members else {
      guard let time = node.duration("delay", &problems) else { return nil }
      self = .fixed(time)
      return
    }
    guard let mapping = YAMLMapping(node, "`delay`", keys: ScenarioKeys.delay.map(\.name), &problems) else { return nil }
    guard members.count == 1, let member = members.first else {
      problems.add(node, "`delay` has \(members.count) keys; write one of \(ScenarioKeys.delay.map(\.name).listed)")
      return nil
    }
    let delay: Delay? =
      switch member.key {
      case "uniform": Self.uniform(member.value, &problems)
      case "normal": Self.normal(member.value, &problems)
      case "lognormal": Self.lognormal(member.value, &problems)
      case "ramp": Self.ramp(member.value, &problems)
      default: nil
      }
    guard let delay, mapping[member.key] != nil else { return nil }
    self = delay
  }

  private static func uniform(_ node: YAMLNode, _ problems: inout ProblemList) -> Delay? {
    guard let elements = node.elements, elements.count == 2 else {
      problems.add(node, "`uniform` is \(node.kind); write the shortest and the longest time, such as `[100ms, 2s]`")
      return nil
    }
    guard let low = elements[0].duration("uniform", &problems), let high = elements[1].duration("uniform", &problems) else { return nil }
    guard low <= high else {
      problems.add(node, "`uniform` ends before it begins; write the shorter time first")
      return nil
    }
    return .uniform(low, high)
  }

  private static func normal(_ node: YAMLNode, _ problems: inout ProblemList) -> Delay? {
    guard let times = times(node, "normal", ScenarioKeys.normal, &problems) else { return nil }
    return .normal(mean: times[0], deviation: times[1])
  }

  private static func lognormal(_ node: YAMLNode, _ problems: inout ProblemList) -> Delay? {
    guard let times = times(node, "lognormal", ScenarioKeys.lognormal, &problems) else { return nil }
    guard times[0] > .zero, times[1] >= times[0] else {
      problems.add(node, "`lognormal` needs a median over zero and a p99 no shorter; write `{ median: 800ms, p99: 4s }`")
      return nil
    }
    return .lognormal(median: times[0], p99: times[1])
  }

  private static func ramp(_ node: YAMLNode, _ problems: inout ProblemList) -> Delay? {
    let keys = ScenarioKeys.ramp.map(\.name)
    guard let mapping = YAMLMapping(node, "`ramp`", keys: keys, &problems),
      let from = mapping.required("from", "`ramp`", "`from: 100ms`", &problems)?.duration("ramp.from", &problems),
      let to = mapping.required("to", "`ramp`", "`to: 5s`", &problems)?.duration("ramp.to", &problems),
      let over = mapping.required("over", "`ramp`", "`over: 20`, the number of answers", &problems)?
        .count("ramp.over", in: 2...ValueLimits.mostCount, &problems)
    else { return nil }
    return .ramp(from: from, to: to, over: over)
  }

  /// Reads the two times of a mapping, both of which must be there.
  private static func times(_ node: YAMLNode, _ name: String, _ keys: [Shape.Member], _ problems: inout ProblemList) -> [Duration]? {
    guard let mapping = YAMLMapping(node, "`\(name)`", keys: keys.map(\.name), &problems) else { return nil }
    let times = keys.map { key in
      mapping.required(key.name, "`\(name)`", "`\(key.name): 1s`", &problems)?.duration("\(name).\(key.name)", &problems)
    }
    let read = times.compactMap(\.self)
    return read.count == keys.count ? read : nil
  }
}
