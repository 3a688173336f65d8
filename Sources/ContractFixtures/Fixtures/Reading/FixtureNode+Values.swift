internal import Formats

/// Values that have no keys, or none that are known.
extension FixtureNode {
  func string(_ expected: String = "a string") throws(FixtureError) -> String {
    guard case .string(let string) = value else { throw wrongType(expected) }
    return source.document.text(of: string)
  }

  /// One of a few words.
  func string(of options: [String], _ what: String) throws(FixtureError) -> String {
    let text = try string(options.map { "\"\($0)\"" }.listed)
    guard options.contains(text) else { throw error("'\(text)' is no \(what); write \(options.map { "\"\($0)\"" }.listed)") }
    return text
  }

  func integer(in range: ClosedRange<Int>) throws(FixtureError) -> Int {
    let expected = "an integer from \(range.lowerBound) to \(range.upperBound)"
    guard case .number(let number) = value else { throw wrongType(expected) }
    guard let integer = number.int, range.contains(integer) else { throw error("`\(path)` is \(number.lexeme); write \(expected)") }
    return integer
  }

  func elements() throws(FixtureError) -> [FixtureNode] {
    guard case .array(let values) = value else { throw wrongType("an array") }
    return values.enumerated().map { FixtureNode(source, $1, path: "\(path)[\($0)]", name: name, near: offset) }
  }

  func strings() throws(FixtureError) -> [String] {
    var strings: [String] = []
    for element in try elements() { strings.append(try element.string()) }
    return strings
  }
}
