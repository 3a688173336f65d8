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

/// Faults, from their declarations.
extension Shape {
  /// A name alone, or names and their parameters.
  static func faults(_ faults: [any Fault.Type]) -> Shape {
    let members = faults.map { Member.optional($0.name, .fault($0)) }
    return .either(.words(faults.map { $0.name }), .bounded(.mapping(members, least: 1), clashes(faults)))
  }

  /// Refuses two faults of one group, of which only one could take effect.
  private static func clashes(_ faults: [any Fault.Type]) -> [(String, JSONOutput)] {
    let exclusive = faults.filter { $0.group != .free }
    let pairs = exclusive.indices.flatMap { index in
      exclusive[(index + 1)...].filter { $0.group == exclusive[index].group }.map { [exclusive[index].name, $0.name] }
    }
    return pairs.isEmpty ? [] : [("not", ["anyOf": .array(pairs.map(requiring))])]
  }

  private static func fault(_ type: any Fault.Type) -> Shape {
    let parameters = type.parameters.map { parameter in
      let summary = "\(parameter.summary.capitalisedFirst) (default: \(parameter.standard.isEmpty ? "empty" : parameter.standard))."
      return (parameter.name, Shape.bounded(parameter.shape, parameter.refusals(of: type)).schema(describedBy: summary))
    }
    return .bounded(
      .any,
      [
        ("description", .string(type.summary)), ("type", ["object", "null"]),
        ("properties", .object(parameters)), ("additionalProperties", false),
      ])
  }
}

extension FaultParameter {
  private static let extentPattern = "^[0-9]+(\\.[0-9]+)? *(B|KB|KiB|MB|MiB)?$|^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$"

  fileprivate var shape: Shape {
    switch kind {
    case .extent: .quotable(0...ByteCountText.most, Self.extentPattern)
    case .cutPoint: .quotable(0...ByteCountText.most, "^(start|head)$|\(Self.extentPattern)")
    case .bytes: .bytes(0...ByteCountText.most)
    case .duration: .duration
    case .count(let range): .wholeNumber(range)
    case .text: .textOrNone
    case .choice(let words): .unquoted(words)
    case .flag: .unquoted(["true", "false"])
    }
  }

  /// Returns what its fault refuses though the kind allows it: zero, or an empty text.
  fileprivate func refusals(of type: any Fault.Type) -> [(String, JSONOutput)] {
    switch kind {
    case .count(let range) where range.contains(0) && objects(type, to: .count(0)): Self.refusing([0, "0"])
    case .bytes where objects(type, to: .extent(.bytes(0))): Self.refusing([0, "0", "0B"])
    case .text where objects(type, to: .text("")): Self.refusing(["", .null])
    case .extent, .cutPoint, .bytes, .duration, .count, .text, .choice, .flag: []
    }
  }

  private func objects(_ type: any Fault.Type, to value: FaultValues.Value) -> Bool {
    // Texts have their defaults: another one's objection would come first.
    let texts = type.parameters.map { ($0.name, FaultValues.Value.text($0.standard)) }
    var values = Dictionary(texts) { first, _ in first }
    values[name] = value
    return type.objection(to: FaultValues(values))?.parameter == name
  }

  private static func refusing(_ values: [JSONOutput]) -> [(String, JSONOutput)] { [("not", ["enum": .array(values)])] }
}

extension String { fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() } }
