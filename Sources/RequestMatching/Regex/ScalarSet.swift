/// A set of Unicode scalars: ranges, traits, or all that is in neither.
struct ScalarSet: Sendable, Equatable {
  /// What Unicode says of a scalar, asked for when it is met: a list of all letters would be long.
  enum Trait: Sendable {
    case word, notWord, space, notSpace
  }

  static let last: UInt32 = 0x10FFFF
  static let digits = ScalarSet(ranges: [0x30...0x39])
  static let notDigits = ScalarSet(ranges: [0...0x2F, 0x3A...last])
  static let everything = ScalarSet(ranges: [0...last])
  /// What `.` takes without the flag `s`: all but JavaScript's four line ends.
  static let withinLine = ScalarSet(ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029], isInverted: true)

  /// Sorted, without overlap once `merged`.
  var ranges: [ClosedRange<UInt32>] = []
  var traits: [Trait] = []
  var isInverted = false

  func contains(_ scalar: UInt32) -> Bool {
    (ranges.holds(scalar) || traits.contains { $0.holds(for: scalar) }) != isInverted
  }

  /// The members below 128, a bit each.
  var ascii: (low: UInt64, high: UInt64) {
    var bits: (low: UInt64, high: UInt64) = (0, 0)
    for scalar in UInt32(0)..<64 where contains(scalar) { bits.low |= 1 << UInt64(scalar) }
    for scalar in UInt32(64)..<128 where contains(scalar) { bits.high |= 1 << UInt64(scalar - 64) }
    return bits
  }

  /// The only member, of a set with one.
  package var single: UInt32? {
    guard !isInverted, traits.isEmpty, ranges.count == 1, ranges[0].count == 1 else { return nil }
    return ranges[0].lowerBound
  }

  /// The same set with its ranges in order.
  var merged: ScalarSet {
    var merged: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return ScalarSet(ranges: merged, traits: traits, isInverted: isInverted)
  }
}

extension [ClosedRange<UInt32>] {
  /// Whether one of them has it; they are in order.
  func holds(_ scalar: UInt32) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].contains(scalar)
  }
}

extension ScalarSet.Trait {
  func holds(for scalar: UInt32) -> Bool {
    switch self {
    case .word: Self.isWord(scalar)
    case .notWord: !Self.isWord(scalar)
    case .space: Self.isSpace(scalar)
    case .notSpace: !Self.isSpace(scalar)
    }
  }

  /// Letters, digits and `_`, and the marks that stand on letters (Unicode Technical Standard 18, annex C).
  static func isWord(_ scalar: UInt32) -> Bool {
    if scalar < 128 {
      return (0x61...0x7A).contains(scalar) || (0x41...0x5A).contains(scalar) || (0x30...0x39).contains(scalar) || scalar == 0x5F
    }
    guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
    if properties.isAlphabetic { return true }
    let category = properties.generalCategory
    return category == .decimalNumber || category == .nonspacingMark || category == .spacingMark || category == .enclosingMark
  }

  static func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0x20 || (0x09...0x0D).contains(scalar) || (scalar >= 128 && Unicode.Scalar(scalar)?.properties.isWhitespace == true)
  }
}
