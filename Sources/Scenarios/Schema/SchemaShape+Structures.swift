internal import Contract
internal import Formats
internal import HTTPMessage
internal import Images
internal import RequestMatching

/// Shapes that are made of others.
extension SchemaShape {
  static func mapping(_ keys: [ScenarioKey], required: [String] = [], least: Int = 0) -> SchemaShape {
    SchemaShape { vocabulary in
      var keywords: [(String, JSONOutput)] = [
        ("type", "object"), ("properties", .object(keys.map { ($0.name, $0.shape.schema(vocabulary, $0.summary)) })),
        ("additionalProperties", .bool(false)),
      ]
      if !required.isEmpty { keywords.append(("required", .array(required.map(JSONOutput.string)))) }
      if least > 0 { keywords.append(("minProperties", .int(least))) }
      return keywords
    }
  }

  static func list(_ shape: SchemaShape, least: Int = 1, most: Int? = nil) -> SchemaShape {
    SchemaShape { vocabulary in
      [("type", "array"), ("items", shape.schema(vocabulary)), ("minItems", .int(least))] + (most.map { [("maxItems", .int($0))] } ?? [])
    }
  }

  package static func anyOf(_ shapes: [SchemaShape]) -> SchemaShape {
    SchemaShape { vocabulary in [("anyOf", .array(shapes.map { $0.schema(vocabulary) }))] }
  }

  /// More keywords on a shape.
  func and(_ more: [(String, JSONOutput)]) -> SchemaShape { SchemaShape { keywords($0) + more } }

  static func oneOrMore(_ shape: SchemaShape) -> SchemaShape { anyOf([shape, list(shape)]) }

  /// A comparison must compare with a number.
  private static let textPatternText = SchemaShape([
    ("type", .array(["string", "number", "boolean", "null"])), ("pattern", "^(?!(>=?|<=?|!=) *(?![ =]|-?[0-9]+(\\.[0-9]+)?$))"),
  ])
  static let textPattern = oneOrMore(textPatternText)
  static let numberPattern = oneOrMore(
    SchemaShape([
      ("type", .array(["integer", "string"])), ("minimum", .int(0)), ("maximum", .int(ValueLimits.mostCount)),
      ("pattern", "^((>=?|<=?|!=) *)?[0-9]+$|^[0-9]+ *- *[0-9]+$"),
    ]))
  static let bytesPattern = oneOrMore(
    SchemaShape([
      ("type", .array(["integer", "string"])), ("minimum", .int(0)), ("maximum", .int(ByteCountText.most)),
      (
        "pattern",
        "^((>=?|<=?|!=) *)?[0-9]+(\\.[0-9]+)? *(B|KB|KiB|MB|MiB)?$|^[0-9]+(\\.[0-9]+)? *(B|KB|KiB|MB|MiB)? *- *[0-9]+(\\.[0-9]+)? *(B|KB|KiB|MB|MiB)?$"
      ),
    ]))
  static let countPattern = oneOrMore(
    SchemaShape([
      ("type", .array(["integer", "string"])), ("minimum", .int(1)), ("maximum", .int(ValueLimits.mostCount)),
      ("pattern", "^((>=?|<=?|!=) *)?[0-9]+$|^[0-9]+ *- *[0-9]+$|^every +0*[1-9][0-9]*$"),
    ]))
  static let namedPatterns = SchemaShape {
    [("type", "object"), ("additionalProperties", textPattern.schema($0)), ("minProperties", .int(1))]
  }
  static let headerPatterns = namedPatterns.and([("propertyNames", headerName)])
  package static let headers = SchemaShape { vocabulary in
    [
      ("type", "object"),
      ("additionalProperties", textOrNone.and(headerValue).schema(vocabulary)),
      ("propertyNames", .object([("allOf", .array([headerName, .object([("not", reservedName)])]))])),
    ]
  }
  static let mediaType = text.and([headerValue[0], headerValue[1], ("not", .object([("type", "string"), ("pattern", "\\{\\{")]))])
  /// One line without blanks at its ends.
  private static let headerValue: [(String, JSONOutput)] = [
    ("pattern", "^(?![ \\t])[^\\u0000-\\u0008\\u000A-\\u001F\\u007F]*[^\\u0000-\\u0020\\u007F]$"),
    ("maxLength", .int(String.longestHeaderValue)),
  ]
  private static let headerName: JSONOutput = .object([("pattern", "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")])
  private static let reservedName: JSONOutput = {
    let names = HeaderChange.reserved.map { name in name.map { $0.isLetter ? "[\($0.uppercased())\($0)]" : String($0) }.joined() }
    return .object([("pattern", .string("^(\(names.joined(separator: "|")))$|^[Xx]-[Mm][Oo][Cc][Kk]-"))])
  }()

  static let endpoints = oneOrMore(words(RequestFacts.Endpoint.allCases.map(\.rawValue)))
  static let api = words(API.allCases.map(\.rawValue))
  static let formats = oneOrMore(words(ImageFormat.allCases.map(\.rawValue)))
}
