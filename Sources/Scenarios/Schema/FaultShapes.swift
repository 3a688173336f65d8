internal import Formats

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
