internal import Formats

extension RegexParser {
  /// What stands between brackets, the closing one included.
  mutating func scalarClass() throws(TextSyntaxError) -> ScalarSet {
    var set = ScalarSet()
    let isInverted = take("^")
    guard rest.first != "]" else {
      throw TextSyntaxError("a class has nothing in it; write `\\]` for the bracket, or `.` with the flag s for any character")
    }
    while !take("]") { try member(of: &set) }
    set = ignoresCase ? CaseFolding.closing(set) : set.merged
    set.isInverted = isInverted
    return set
  }

  private mutating func member(of set: inout ScalarSet) throws(TextSyntaxError) {
    if take("[:") {
      throw TextSyntaxError("`[:` begins a class by name, which there is not; write `\\w`, `\\d` or `\\s`, or `\\[` for the character")
    }
    let first = try end()
    guard rest.first == "-", rest.dropFirst().first != "]" else { return set.add(first) }
    _ = next()
    let last = try end()
    guard let low = first.single, let high = last.single else {
      throw TextSyntaxError("a range in a class goes from one character to another; write `\\-` for the hyphen")
    }
    guard low <= high else {
      throw TextSyntaxError(
        "the range `\(Self.shown(low))-\(Self.shown(high))` ends before it begins; write `\(Self.shown(high))-\(Self.shown(low))`")
    }
    set.ranges.append(low...high)
  }

  /// One character of a class, or what an escape stands for.
  private mutating func end() throws(TextSyntaxError) -> ScalarSet {
    guard let scalar = next() else {
      throw TextSyntaxError("a `[` is not closed; write `\\[` for the character, or a `]` behind it")
    }
    return scalar == "\\" ? try escapedSet(inClass: true) : ScalarSet(ranges: [scalar.value...scalar.value])
  }

  private static func shown(_ scalar: UInt32) -> String { Unicode.Scalar(scalar).map { String($0) } ?? "" }
}

extension ScalarSet {
  fileprivate mutating func add(_ other: ScalarSet) {
    ranges += other.ranges
    traits += other.traits
  }
}
