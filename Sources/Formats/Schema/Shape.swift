/// What a JSON value looks like: what an OpenAPI document says of it.
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
    package let name: String
    package let shape: Shape
    package let says: String?
    package let isRequired: Bool
  }

  /// Any text.
  package static let string = Shape.text(format: nil)
  /// A point in time, as RFC 3339 writes it.
  package static let moment = Shape.text(format: "date-time")

  /// What YAML takes for text, and so the control API: shells write numbers and flags without quotes.
  package static let scalar = Shape.oneOf(types: ["string", "number", "boolean"])
  /// A flag where the text is read as YAML, which has no types but by how a word looks.
  package static let flag = Shape.bounded(.any, [("enum", .array([.bool(true), .bool(false), .string("true"), .string("false")]))])

  /// A whole number from one to another.
  package static func count(_ range: ClosedRange<Int>) -> Shape {
    .bounded(.integer, [("minimum", .int(range.lowerBound)), ("maximum", .int(range.upperBound))])
  }

  /// The same where the text is read as YAML: the number may stand in quotes.
  package static func quotableCount(_ range: ClosedRange<Int>) -> Shape {
    .bounded(
      .oneOf(types: ["integer", "string"]),
      [("minimum", .int(range.lowerBound)), ("maximum", .int(range.upperBound)), ("pattern", .string("^[0-9]{1,9}$"))])
  }

  /// Text of a form, as a regular expression of ECMA-262.
  package static func form(_ pattern: String) -> Shape { .bounded(.string, [("pattern", .string(pattern))]) }

  /// A list with something in it.
  package static func some(_ shape: Shape) -> Shape { .bounded(.list(shape), [("minItems", .int(1))]) }

  private static func oneOf(types: [String]) -> Shape { .bounded(.any, [("type", .array(types.map(JSONOutput.string)))]) }

  /// JSON Schema 2020-12, as OpenAPI 3.1 has it.
  package var schema: JSONOutput { .object(keywords) }

  private var keywords: [(String, JSONOutput)] {
    switch self {
    case .any: []
    case .boolean: [("type", .string("boolean"))]
    case .integer: [("type", .string("integer"))]
    case .number: [("type", .string("number"))]
    case .text(nil): [("type", .string("string"))]
    case .text(let format?): [("type", .string("string")), ("format", .string(format))]
    case .words(let words): [("type", .string("string")), ("enum", .array(words.map(JSONOutput.string)))]
    case .list(let element): [("type", .string("array")), ("items", element.schema)]
    case .nullable(let shape): [("anyOf", .array([shape.schema, .object([("type", .string("null"))])]))]
    case .either(let first, let second): [("anyOf", .array([first.schema, second.schema]))]
    case .named(let name): [("$ref", .string("#/components/schemas/\(name)"))]
    case .object(let members): Self.keywords(members)
    case .bounded(let shape, let bounds): shape.keywords + bounds
    }
  }

  private static func keywords(_ members: [Member]) -> [(String, JSONOutput)] {
    let properties = members.map { member -> (String, JSONOutput) in
      guard let says = member.says else { return (member.name, member.shape.schema) }
      return (member.name, .object([("description", .string(says))] + member.shape.keywords))
    }
    let required = members.filter(\.isRequired).map { JSONOutput.string($0.name) }
    return [
      ("type", .string("object")), ("properties", .object(properties)), ("required", .array(required)),
      ("additionalProperties", .bool(false)),
    ]
  }
}

extension Shape.Member {
  /// A key that is always there.
  package static func member(_ name: String, _ shape: Shape, _ says: String? = nil) -> Shape.Member {
    Shape.Member(name: name, shape: shape, says: says, isRequired: true)
  }

  /// A key that may be missing.
  package static func optional(_ name: String, _ shape: Shape, _ says: String? = nil) -> Shape.Member {
    Shape.Member(name: name, shape: shape, says: says, isRequired: false)
  }
}
