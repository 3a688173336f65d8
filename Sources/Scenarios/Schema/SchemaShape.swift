internal import Contract
internal import Formats

/// What JSON Schema says of a value: the keywords, from the names that there are.
struct SchemaShape: Sendable {
  let keywords: @Sendable (ScenarioVocabulary) -> [(String, JSONOutput)]

  init(_ keywords: @escaping @Sendable (ScenarioVocabulary) -> [(String, JSONOutput)]) { self.keywords = keywords }

  init(_ keywords: [(String, JSONOutput)]) { self.init { _ in keywords } }

  func schema(_ vocabulary: ScenarioVocabulary) -> JSONOutput { .object(keywords(vocabulary)) }

  /// With a description in front, for completion.
  func schema(_ vocabulary: ScenarioVocabulary, _ summary: String) -> JSONOutput {
    .object([("description", .string(summary))] + keywords(vocabulary))
  }
}

/// Shapes of single values.
extension SchemaShape {
  /// Anything at all.
  static let any = SchemaShape([])
  static let string = scalar("string", pattern: "[^\\s]")
  /// Every scalar is text, so a number may stand without quotes.
  static let text = SchemaShape([("type", .array(["string", "number", "boolean"]))])
  static let textOrNone = SchemaShape([("type", .array(["string", "number", "boolean", "null"]))])
  /// One line with something on it.
  static let sentence = scalar("string", pattern: "^(?=.*[^\\s])[^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]+$")
  static let name = scalar("string", pattern: "^(?!none$)[a-z0-9-]+$")
  static let duration = scalar("string", pattern: "^[0-9]+(\\.[0-9]+)? *(ms|s|m|h)$")
  static let someDuration = scalar("string", pattern: "^(?=.*[1-9])[0-9]+(\\.[0-9]+)? *(ms|s|m|h)$")
  static let share = SchemaShape([
    ("type", .array(["number", "string"])), ("exclusiveMinimum", .int(0)), ("maximum", .int(1)),
    ("pattern", "^\\+?(0*\\.[0-9]+|0*[01](\\.[0-9]*)?|[0-9.]+[eE][-+]?[0-9]+)$"),
  ])
  static let flag = words(["true", "false"])
  static let onOff = words(["on", "off", "true", "false"])
  static let dollars = SchemaShape([
    ("type", .array(["number", "string"])), ("minimum", .int(0)), ("maximum", .int(1_000_000)), ("pattern", "^[0-9]+(\\.[0-9]{1,6}0*)?$"),
  ])
  static let seed = SchemaShape([
    ("type", .array(["integer", "string"])), ("minimum", .int(0)), ("maximum", .number(lexeme: "\(UInt64.max)")), ("pattern", "^[0-9]+$"),
  ])
  static let errorName = SchemaShape { [("type", "string"), ("enum", .array($0.errors.map { .string($0.name) }))] }

  static func scalar(_ type: JSONOutput, pattern: String) -> SchemaShape { SchemaShape([("type", type), ("pattern", .string(pattern))]) }

  static func bytes(_ range: ClosedRange<Int>) -> SchemaShape {
    SchemaShape([
      ("type", .array(["integer", "string"])), ("minimum", .int(range.lowerBound)), ("maximum", .int(range.upperBound)),
      ("pattern", .string("^\(range.lowerBound > 0 ? "(?=.*[1-9])" : "")[0-9]+(\\.[0-9]+)? *(B|KB|KiB|MB|MiB)?$")),
    ])
  }

  static func count(_ range: ClosedRange<Int>) -> SchemaShape {
    let text = range.lowerBound > 0 ? "^0*[1-9][0-9]*$" : range.lowerBound == 0 ? "^[0-9]+$" : "^-?[0-9]+$"
    return SchemaShape([
      ("type", .array(["integer", "string"])), ("minimum", .int(range.lowerBound)), ("maximum", .int(range.upperBound)),
      ("pattern", .string(text)),
    ])
  }

  /// `true` and `false` are booleans to JSON, and digits a number; to the file they are words.
  static func words(_ words: [String]) -> SchemaShape {
    let flags = words.filter { $0 == "true" || $0 == "false" }.map { JSONOutput.bool($0 == "true") }
    let numbers = words.compactMap(Int.init).map(JSONOutput.int)
    return SchemaShape([("enum", .array(words.filter { $0 != "true" && $0 != "false" }.map(JSONOutput.string) + flags + numbers))])
  }
}
