/// YAML as a tree of texts with places; JSON is YAML.
///
/// Nothing is resolved: `1:1` and `off` stay what they are.
package enum YAMLText {
  package static let largestFile = 1_048_576
  package static let deepestNesting = 64
  /// An alias counts as everything that it stands for.
  package static let mostValues = 100_000

  /// Whether there is nothing in the text.
  package static func isBlank(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy { blanks.contains($0) } }

  private static let blanks = Array(" \t\r\n".utf8)

  /// The one document of the text; keys that are repeated in it are noted.
  ///
  /// - Throws: why it is none, at its place.
  package static func parse(_ bytes: [UInt8], _ problems: inout ProblemList) throws(YAMLReadingError) -> YAMLNode {
    try check(bytes)
    var composer = YAMLComposer(JSONInYAML.readable(bytes))
    guard let root = try composer.document() else {
      throw YAMLReadingError(line: 1, column: 1, "there is nothing in it; write `name`, `description` and `steps`")
    }
    for problem in composer.problems.all { problems.add(problem.place, problem.message) }
    return root
  }

  private static func check(_ bytes: [UInt8]) throws(YAMLReadingError) {
    guard bytes.count <= largestFile else {
      throw YAMLReadingError(line: 1, column: 1, "the file has \(bytes.count) bytes; write at most \(largestFile)")
    }
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else {
      throw YAMLReadingError(line: 1, column: 1, "the file begins with a byte order mark; save it as UTF-8 without one")
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw YAMLReadingError(bytes, at: error.byteOffsets.lowerBound, "this is not UTF-8; save the file as UTF-8")
    }
  }
}
