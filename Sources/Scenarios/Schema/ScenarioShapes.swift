internal import Contract
internal import Formats
internal import HTTPMessage

/// Values of one line.
extension Shape {
  static let textOrNone = types(["string", "number", "boolean", "null"])
  /// One line with something on it.
  static let sentence = form("^(?=.*[^\\s])[^\\u0000-\\u001F\\u007F-\\u009F\\u2028\\u2029]+$")
  static let name = form("^(?!none$)[a-z0-9-]+$")
  static let duration = form("^[0-9]+(\\.[0-9]+)? *(ms|s|m|h)$")
  static let someDuration = form("^(?=.*[1-9])[0-9]+(\\.[0-9]+)? *(ms|s|m|h)$")
  static let share = bounded(
    types(["number", "string"]),
    [
      ("exclusiveMinimum", 0), ("maximum", 1),
      ("pattern", "^\\+?(0*\\.[0-9]+|0*[01](\\.[0-9]*)?|[0-9.]+[eE][-+]?[0-9]+)$"),
    ])
  static let onOff = unquoted(["on", "off", "true", "false"])
  static let dollars = bounded(
    types(["number", "string"]), [("minimum", 0), ("maximum", 1_000_000), ("pattern", "^[0-9]+(\\.[0-9]{1,6}0*)?$")])
  static let seed = bounded(
    types(["integer", "string"]), [("minimum", 0), ("maximum", .number(lexeme: "\(UInt64.max)")), ("pattern", "^[0-9]+$")])

  static func bytes(_ range: ClosedRange<Int>) -> Shape {
    quotable(range, "^\(range.lowerBound > 0 ? "(?=.*[1-9])" : "")[0-9]+(\\.[0-9]+)? *(B|KB|KiB|MB|MiB)?$")
  }

  static func wholeNumber(_ range: ClosedRange<Int>) -> Shape {
    quotable(range, range.lowerBound > 0 ? "^0*[1-9][0-9]*$" : range.lowerBound == 0 ? "^[0-9]+$" : "^-?[0-9]+$")
  }
}

/// Headers of a response.
extension Shape {
  static let mediaType = bounded(.scalar, headerValue + [("not", ["type": "string", "pattern": "\\{\\{"])])

  static let headers = bounded(
    .any,
    [
      ("type", "object"), ("additionalProperties", bounded(.textOrNone, headerValue).schema),
      ("propertyNames", ["allOf": [headerName.schema, ["not": reservedName]]]),
    ])

  /// One line without blanks at its ends.
  private static let headerValue: [(String, JSONOutput)] = [
    ("pattern", "^(?![ \\t])[^\\u0000-\\u0008\\u000A-\\u001F\\u007F]*[^\\u0000-\\u0020\\u007F]$"),
    ("maxLength", .int(String.longestHeaderValue)),
  ]

  private static let reservedName: JSONOutput = {
    let names = HeaderChange.reserved.map { name in name.map { $0.isLetter ? "[\($0.uppercased())\($0)]" : String($0) }.joined() }
    return ["pattern": "^(\(names.joined(separator: "|")))$|^[Xx]-[Mm][Oo][Cc][Kk]-"]
  }()
}

/// Mappings with rules beside their keys.
extension Shape {
  static let delay = either(.duration, .bounded(.mapping(ScenarioKeys.delay, least: 1), [("maxProperties", 1)]))

  static let pace = bounded(
    .mapping(ScenarioKeys.pace, least: 1),
    [
      ("dependencies", ["chunks": ["over"], "over": ["chunks"]]),
      ("not", requiring(["chunks", "bytes-per-second"])),
    ])

  /// One body at most; an error and the normal response have bodies of their own.
  static func respond(_ keys: [Member]) -> Shape {
    let bodies = ["body", "json", "file"]
    let pairs =
      [["body", "json"], ["body", "file"], ["json", "file"], ["edit", "error"], ["edit", "status"]]
      + (bodies + ["content-type"]).flatMap { [["error", $0], ["edit", $0]] }
    let status: JSONOutput = ["enum": [204, 304, "204", "304"]]
    let bodiless: JSONOutput = ["required": ["status"], "properties": ["status": status], "anyOf": .array(bodies.map { requiring([$0]) })]
    let typed: JSONOutput = ["anyOf": .array((["status"] + bodies).map { requiring([$0]) })]
    let rules: [(String, JSONOutput)] = [
      ("not", ["anyOf": .array(pairs.map(requiring) + [bodiless])]), ("dependencies", ["content-type": typed]),
    ]
    return either(.unquoted(["edit"]), .bounded(.mapping(keys, least: 1), rules))
  }

  /// Asks that all of these keys are there.
  static func requiring(_ keys: [String]) -> JSONOutput { ["required": .array(keys.map(JSONOutput.string))] }
}
