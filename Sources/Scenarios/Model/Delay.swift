internal import Formats
package import HTTPMessage
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

  /// Draws the delay of one response. `reached` says how often the session has reached the step, this time included.
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

  // MARK: - Reading

  /// Reads a length of time, or a mapping that says how it is drawn.
  init?(reading node: YAMLNode, _ problems: inout ProblemList) {
    let delay = node.members == nil ? node.duration("delay", &problems).map(Delay.fixed) : Self.drawn(node, &problems)
    guard let delay else { return nil }
    self = delay
  }

  private static func drawn(_ node: YAMLNode, _ problems: inout ProblemList) -> Delay? {
    let keys = ScenarioKeys.delay.map(\.name)
    guard let mapping = YAMLMapping(node, "`delay`", keys: keys, &problems), let members = node.members else { return nil }
    guard members.count == 1, let key = members.first?.key else {
      problems.add(node, "`delay` has \(members.count) keys; write one of \(keys.listed)")
      return nil
    }
    guard let value = mapping[key] else { return nil }
    return switch key {
    case "uniform": uniform(value, &problems)
    case "normal": times(value, "normal", ScenarioKeys.normal, &problems).map { .normal(mean: $0[0], deviation: $0[1]) }
    case "lognormal": lognormal(value, &problems)
    case "ramp": ramp(value, &problems)
    default: nil
    }
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

extension SeededRandom {
  /// Draws from the standard normal distribution; never the quantile of 0, which has no end.
  fileprivate mutating func standardNormal() -> Double { StableMath.normalQuantile(fraction() + 0x1p-54) }
}

extension Duration {
  /// Returns so many milliseconds, rounded to whole microseconds: what a person can compare.
  fileprivate static func whole(_ milliseconds: Double) -> Duration { .microseconds(Int64((milliseconds * 1_000).rounded())) }
}

extension Pace {
  /// Reads `pace`: how fast the bodies move.
  init?(reading node: YAMLNode, _ problems: inout ProblemList) {
    guard let mapping = YAMLMapping(node, "`pace`", keys: ScenarioKeys.pace.map(\.name), &problems) else { return nil }
    self.init()
    if mapping.isEmpty { problems.add(node, "`pace` is empty; write `{ bytes-per-second: 20000 }`") }
    let rate = mapping["bytes-per-second"]?.bytes("bytes-per-second", in: ValueLimits.rates, &problems)
    let chunks = Self.chunks(mapping, &problems)
    if mapping["bytes-per-second"] != nil, mapping["chunks"] != nil {
      problems.add(mapping.position("chunks"), "`chunks` stands beside `bytes-per-second`, and both say how fast the answer goes; keep one")
    }
    download = rate.map(Download.bytesPerSecond) ?? chunks
    upload = mapping["upload-bytes-per-second"]?.bytes("upload-bytes-per-second", in: ValueLimits.rates, &problems)
  }

  private static func chunks(_ mapping: YAMLMapping, _ problems: inout ProblemList) -> Download? {
    switch (mapping["chunks"], mapping["over"]) {
    case (nil, nil): return nil
    case (nil, .some), (.some, nil):
      problems.add(mapping.node, "`chunks` and `over` go together; write `{ chunks: 5, over: 2s }`")
      return nil
    case (let chunks?, let over?):
      let count = chunks.count("chunks", in: 1...10_000, &problems)
      let time = over.duration("over", &problems)
      return count.flatMap { count in time.map { .chunks(count, over: $0) } }
    }
  }
}

extension Pace.Download {
  /// Returns the slices of a body of `count` bytes.
  ///
  /// At a rate: what moves in 100 ms, or one byte where that is less; the time between two is exact, so the whole body keeps the rate.
  /// In chunks: the last may be smaller, and where the bytes do not divide there may be fewer; they share the time all the same.
  package func wirePace(of count: Int) -> WirePace {
    switch self {
    case .bytesPerSecond(let rate):
      let slice = max(1, rate / 10)
      return WirePace(slice: slice, interval: .seconds(slice) / rate)
    case .chunks(let chunks, let time):
      let slice = max(1, (count + chunks - 1) / chunks)
      return WirePace(slice: slice, interval: time / max(1, (count + slice - 1) / slice))
    }
  }
}
