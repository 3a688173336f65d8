internal import Formats

/// Faults, from their declarations.
extension SchemaShape {
  /// A name alone, or names and their parameters.
  static let faults = SchemaShape { vocabulary in
    let names: JSONOutput = .object([("type", "string"), ("enum", .array(vocabulary.faults.map { .string($0.name) }))])
    let mapping: JSONOutput = .object(
      [
        ("type", "object"), ("properties", .object(vocabulary.faults.map { ($0.name, fault($0, vocabulary)) })),
        ("additionalProperties", .bool(false)),
        ("minProperties", .int(1)),
      ] + clashes(vocabulary))
    return [("anyOf", .array([names, mapping]))]
  }

  /// Two faults of one group cannot both have their way.
  private static func clashes(_ vocabulary: ScenarioVocabulary) -> [(String, JSONOutput)] {
    let faults = vocabulary.faults.filter { $0.group != .free }
    let pairs = faults.indices.flatMap { index in
      faults[(index + 1)...].filter { $0.group == faults[index].group }.map { [faults[index].name, $0.name] }
    }
    let all = pairs.map { JSONOutput.object([("required", .array($0.map(JSONOutput.string)))]) }
    return all.isEmpty ? [] : [("not", .object([("anyOf", .array(all))]))]
  }

  private static func fault(_ type: any Fault.Type, _ vocabulary: ScenarioVocabulary) -> JSONOutput {
    let parameters = type.parameters.map {
      (
        $0.name,
        $0.shape.and($0.refusals(of: type)).schema(
          vocabulary, "\($0.summary.capitalisedFirst) (default: \($0.standard.isEmpty ? "empty" : $0.standard)).")
      )
    }
    return .object([
      ("description", .string(type.summary)), ("type", .array(["object", "null"])), ("properties", .object(parameters)),
      ("additionalProperties", .bool(false)),
    ])
  }
}

extension FaultParameter {
  private var amountPattern: String { "^[0-9]+(\\.[0-9]+)? *(B|KB|KiB|MB|MiB)?$|^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$" }

  /// What its fault refuses though the kind takes it: zero, or an empty text.
  fileprivate func refusals(of type: any Fault.Type) -> [(String, JSONOutput)] {
    switch kind {
    case .count(let range) where range.contains(0) && objects(type, to: .count(0)):
      [("not", .object([("enum", .array([.int(0), "0"]))]))]
    case .bytes where objects(type, to: .amount(.bytes(0))): [("not", .object([("enum", .array([.int(0), "0", "0B"]))]))]
    case .text where objects(type, to: .text("")): [("not", .object([("enum", .array(["", .null]))]))]
    case .amount, .place, .bytes, .duration, .count, .text, .choice, .flag: []
    }
  }

  private func objects(_ type: any Fault.Type, to value: FaultValues.Value) -> Bool {
    // Texts have their defaults: another one's fault would come first.
    let texts = type.parameters.map { ($0.name, FaultValues.Value.text($0.standard)) }
    var values = Dictionary(texts) { first, _ in first }
    values[name] = value
    return type.objection(to: FaultValues(values))?.parameter == name
  }

  fileprivate var shape: SchemaShape {
    switch kind {
    case .amount:
      SchemaShape([
        ("type", .array(["integer", "string"])), ("minimum", .int(0)), ("maximum", .int(ByteCountText.most)),
        ("pattern", .string(amountPattern)),
      ])
    case .place:
      SchemaShape([
        ("type", .array(["integer", "string"])), ("minimum", .int(0)), ("maximum", .int(ByteCountText.most)),
        ("pattern", .string("^(start|head)$|\(amountPattern)")),
      ])
    case .bytes: .bytes(0...ByteCountText.most)
    case .duration: .duration
    case .count(let range): .count(range)
    case .text: .textOrNone
    case .choice(let words): .words(words)
    case .flag: .flag
    }
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
