package import Formats
internal import Support

extension NumberPattern {
  /// `1024`, `512-1024`, `> 5`, `!= 5`; with units, also `> 1MB` and `1KiB-64KiB`.
  ///
  /// - Throws: what cannot be read, and what to write instead.
  package init(parsing text: String, inBytes: Bool = false) throws(TextSyntaxError) {
    if let (relation, rest) = NumberComparison.split(text) {
      self.init(Self.ranges(relation, try Self.number(rest, inBytes)), description: text)
      return
    }
    var halves = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false).map { String($0).trimmed }
    // `-1` and `1-` are no ranges, and told as they were written.
    if halves.contains("") { halves = [text] }
    let low = try Self.number(halves[0], inBytes)
    let high = halves.count == 2 ? try Self.number(halves[1], inBytes) : low
    guard low <= high else { throw TextSyntaxError("the range '\(text)' ends before it begins; write `\(halves[1])-\(halves[0])`") }
    self.init([low...high], description: text)
  }

  private static func ranges(_ relation: NumberComparison.Relation, _ number: Int) -> [ClosedRange<Int>] {
    switch relation {
    case .atLeast: [number...Int.max]
    case .atMost: [0...number]
    case .not: number == 0 ? [1...Int.max] : [0...number - 1, number + 1...Int.max]
    case .over: [number + 1...Int.max]
    case .under: number == 0 ? [] : [0...number - 1]
    }
  }

  private static func number(_ text: String, _ inBytes: Bool) throws(TextSyntaxError) -> Int {
    if inBytes { return try ByteCountText.count(text) }
    guard let number = DecimalNumber(text)?.whole, number <= 1_000_000_000 else {
      throw TextSyntaxError(
        "'\(text)' is no whole number from 0 to 1000000000; write a number (`3`), a range (`1-3`) or a comparison (`>= 5`)")
    }
    return number
  }
}

extension CountPattern.Part {
  /// As a number's, and `every 3`.
  init(parsing text: String) throws(TextSyntaxError) {
    if text.hasPrefix("every ") {
      let rest = String(text.dropFirst(6)).trimmed
      guard let step = DecimalNumber(rest)?.whole, step > 0, step <= 1_000_000_000 else {
        throw TextSyntaxError("'\(rest)' is no whole number from 1 to 1000000000; write `every 3` for the third, the sixth and so on")
      }
      self = .every(step)
    } else {
      self = .within(try NumberPattern(parsing: text))
    }
  }
}
