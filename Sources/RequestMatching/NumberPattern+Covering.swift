extension NumberPattern {
  /// What it lets through from 1 on, in order, with gaps between.
  var fromOne: [ClosedRange<Int>] { ranges.joinedFromOne }

  /// Whether every number from 1 on that the other lets through gets through here, too.
  package func covers(_ other: NumberPattern) -> Bool {
    let mine = fromOne
    return other.fromOne.allSatisfy { range in mine.contains { $0.contains(range.lowerBound) && $0.contains(range.upperBound) } }
  }
}

extension CountPattern {
  /// More counts than this are not looked at one by one.
  private static let mostCounts = 10_000

  /// Whether it lets every count through, as if it were not there: `>= 1`, `every 1`, `[1, ">= 2"]`.
  package var letsAll: Bool { hasNoEnd && contains(1...Int.max) }

  /// Whether every count that the other lets through gets through here, too.
  ///
  /// Careful: it says no where more than 10,000 counts would have to be looked at.
  package func covers(_ other: CountPattern) -> Bool {
    other.parts.allSatisfy {
      switch $0 {
      case .within(let numbers): numbers.fromOne.allSatisfy(contains)
      case .every(let step): containsMultiples(of: step)
      }
    }
  }

  /// The counts of either.
  package func united(with other: CountPattern) -> CountPattern { CountPattern(parts + other.parts) }

  private var hasNoEnd: Bool {
    parts.contains {
      switch $0 {
      case .within(let numbers): numbers.ranges.contains { $0.upperBound == Int.max }
      case .every(let step): step == 1
      }
    }
  }

  private var ranges: [ClosedRange<Int>] {
    parts.flatMap { if case .within(let numbers) = $0 { numbers.ranges } else { [] as [ClosedRange<Int>] } }.joinedFromOne
  }

  private var steps: [Int] { parts.compactMap { if case .every(let step) = $0 { step } else { nil as Int? } } }

  private func contains(_ range: ClosedRange<Int>) -> Bool {
    // Most are one count, and there can be thousands of them.
    if range.lowerBound == range.upperBound { return matches(range.lowerBound) }
    if steps.contains(1) || ranges.contains(where: { $0.contains(range.lowerBound) && $0.contains(range.upperBound) }) { return true }
    // What lies before a range that ends where this one does, or later, may be put together of others.
    let end = ranges.first { $0.contains(range.upperBound) }.map { $0.lowerBound - 1 } ?? range.upperBound
    return end - range.lowerBound < Self.mostCounts && (range.lowerBound...end).allSatisfy(matches)
  }

  private func containsMultiples(of step: Int) -> Bool {
    if steps.contains(where: { step % $0 == 0 }) { return true }
    guard let tail = ranges.last, tail.upperBound == Int.max, tail.lowerBound / step < Self.mostCounts else { return false }
    return stride(from: step, to: tail.lowerBound, by: step).allSatisfy(matches)
  }
}

extension [ClosedRange<Int>] {
  /// The numbers from 1 on, in order: ranges that overlap or touch are one.
  fileprivate var joinedFromOne: [ClosedRange<Int>] {
    var joined: [ClosedRange<Int>] = []
    for range in filter({ $0.upperBound >= 1 }).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let low = Swift.max(1, range.lowerBound)
      if let last = joined.last, low - 1 <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound...Swift.max(last.upperBound, range.upperBound)
      } else {
        joined.append(low...range.upperBound)
      }
    }
    return joined
  }
}
