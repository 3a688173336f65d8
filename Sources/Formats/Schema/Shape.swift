/// What a JSON value looks like, for an OpenAPI document.
///
///     Shape.object([.member("id", .string), .optional("count", .count(1...9))]).schema
package indirect enum Shape: Sendable {
  case any
  case boolean
  case integer
  case number
  case text(format: String?)
  case words([String])
  case list(Shape)
  /// These keys and no others, in this order.
  case object([Member])
  case nullable(Shape)
  case either(Shape, Shape)
  /// One of the document's `components.schemas`.
  case named(String)
  /// Further keywords of JSON Schema on a shape: what a request must be beside its type.
  case bounded(Shape, [(String, JSONOutput)])

  /// One key of an object.
  package struct Member: Sendable {
    /// The key.
    package let name: String
    /// The shape of its value.
    package let shape: Shape
    /// Its description in the document.
    package let says: String?
    /// Whether the key is always there.
    package let isRequired: Bool
  }

  /// Any text.
  package static let string = Shape.text(format: nil)
  /// A point in time, as RFC 3339 writes it.
  package static let moment = Shape.text(format: "date-time")

  /// Returns the shape of a whole number within bounds.
  package static func count(_ range: ClosedRange<Int>) -> Shape {
    .bounded(.integer, [("minimum", .int(range.lowerBound)), ("maximum", .int(range.upperBound))])
  }

  /// Returns the shape of text of a form, as a regular expression of ECMA-262.
  package static func form(_ pattern: String) -> Shape { .bounded(.string, [("pattern", .string(pattern))]) }

  /// Returns the shape of a list with something in it.
  package static func some(_ shape: Shape) -> Shape { .bounded(.list(shape), [("minItems", 1)]) }

  /// The shape in JSON Schema 2020-12, as OpenAPI 3.1 has it.
  package var schema: JSONOutput { .object(keywords) }

  /// The keywords of the schema, in the order in which they are written.
  package var keywords: [(String, JSONOutput)] {
    switch self {
    case .any: []
    case .boolean: [("type", "boolean")]
    case .integer: [("type", "integer")]
    case .number: [("type", "number")]
    case .text(nil): [("type", "string")]
    case .text(let format?): [("type", "string"), ("format", .string(format))]
    case .words(let words): [("type", "string"), ("enum", .array(words.map(JSONOutput.string)))]
    case .list(let element): [("type", "array"), ("items", element.schema)]
    case .nullable(let shape): [("anyOf", [shape.schema, ["type": "null"]])]
    case .either(let first, let second): [("anyOf", [first.schema, second.schema])]
    case .named(let name): [("$ref", "#/components/schemas/\(name)")]
    case .object(let members): Self.keywords(members)
    case .bounded(let shape, let bounds): shape.keywords + bounds
    }
  }

  private static func keywords(_ members: [Member]) -> [(String, JSONOutput)] {
    let required = members.filter(\.isRequired).map { JSONOutput.string($0.name) }
    return [("type", "object"), ("properties", properties(members)), ("required", .array(required)), ("additionalProperties", false)]
  }

  private static func properties(_ members: [Member]) -> JSONOutput {
    .object(members.map { member in (member.name, member.says.map(member.shape.schema(describedBy:)) ?? member.shape.schema) })
  }

  /// Returns the schema with a description in front.
  package func schema(describedBy text: String) -> JSONOutput { .object([("description", .string(text))] + keywords) }
}

/// Values that are read as YAML, which has no types but by how a word looks.
extension Shape {
  /// Text: shells and editors write numbers and flags without quotes.
  package static let scalar = types(["string", "number", "boolean"])

  /// A flag, with or without quotes.
  package static let flag = Shape.bounded(.any, [("enum", [true, false, "true", "false"])])

  /// The name of a header.
  package static let headerName = Shape.bounded(.any, [("pattern", "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")])

  /// Returns the shape of a value of one of these types of JSON.
  package static func types(_ names: [String]) -> Shape { .bounded(.any, [("type", .array(names.map(JSONOutput.string)))]) }

  /// Returns the shape of a whole number that may stand in quotes, and then has the form of a pattern.
  package static func quotable(_ range: ClosedRange<Int>, _ pattern: String) -> Shape {
    .bounded(
      types(["integer", "string"]),
      [("minimum", .int(range.lowerBound)), ("maximum", .int(range.upperBound)), ("pattern", .string(pattern))])
  }

  /// Returns the shape of a whole number of at most nine digits that may stand in quotes.
  package static func quotableCount(_ range: ClosedRange<Int>) -> Shape { quotable(range, "^[0-9]{1,9}$") }

  /// Returns the shape of one of these words without quotes: then `true` and `false` are booleans to JSON, and digits a number.
  package static func unquoted(_ words: [String]) -> Shape {
    let flags = words.filter { $0 == "true" || $0 == "false" }.map { JSONOutput.bool($0 == "true") }
    let numbers = words.compactMap(Int.init).map(JSONOutput.int)
    let texts = words.filter { $0 != "true" && $0 != "false" }.map(JSONOutput.string)
    return .bounded(.any, [("enum", .array(texts + flags + numbers))])
  }

  /// Returns the shape of a value, or of a list with something in it.
  package static func oneOrMore(_ shape: Shape) -> Shape { .either(shape, .some(shape)) }

  /// Returns the shape of a mapping of these keys and no others, with at least so many of them.
  package static func mapping(_ members: [Member], least: Int = 0) -> Shape {
    let required = members.filter(\.isRequired).map { JSONOutput.string($0.name) }
    return .bounded(
      .any,
      [("type", "object"), ("properties", properties(members)), ("additionalProperties", false)]
        + (required.isEmpty ? [] : [("required", .array(required))]) + (least > 0 ? [("minProperties", .int(least))] : []))
  }
}

extension Shape.Member {
  /// Returns a key that is always there.
  package static func member(_ name: String, _ shape: Shape, _ says: String? = nil) -> Shape.Member {
    Shape.Member(name: name, shape: shape, says: says, isRequired: true)
  }

  /// Returns a key that may be missing.
  package static func optional(_ name: String, _ shape: Shape, _ says: String? = nil) -> Shape.Member {
    Shape.Member(name: name, shape: shape, says: says, isRequired: false)
  }
}
