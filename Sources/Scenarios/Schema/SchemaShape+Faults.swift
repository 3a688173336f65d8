internal import WireFormat

/// Faults, from their declarations.
extension SchemaShape {
  /// A name alone, or names and their parameters.
  static let faults = SchemaShape { vocabulary in
    let names: JSONOutput = .object([("type", "string"), ("enum", .array(vocabulary.faults.map { .string($0.name) }))])
    let mapping: JSONOutput = .object([
      ("type", "object"), ("properties", .object(vocabulary.faults.map { ($0.name, fault($0, vocabulary)) })),
      ("additionalProperties", .bool(false)),
      ("minProperties", .int(1)),
    ])
    return [("anyOf", .array([names, mapping]))]
  }

  private static func fault(_ type: any Fault.Type, _ vocabulary: ScenarioVocabulary) -> JSONOutput {
    let parameters = type.parameters.map {
      ($0.name, $0.shape.schema(vocabulary, "\($0.summary.capitalisedFirst) (default: \($0.standard.isEmpty ? "empty" : $0.standard))."))
    }
    return .object([
      ("description", .string(type.summary)), ("type", .array(["object", "null"])), ("properties", .object(parameters)),
      ("additionalProperties", .bool(false)),
    ])
  }
}

extension FaultParameter {
  private var amountPattern: String { "^[0-9]+(\\.[0-9]+)? *(B|KB|KiB|MB|MiB)?$|^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)%$" }

  fileprivate var shape: SchemaShape {
    switch kind {
    case .amount:
      SchemaShape([
        ("type", .array(["integer", "string"])), ("minimum", .int(0)), ("maximum", .int(ScriptBytes.most)),
        ("pattern", .string(amountPattern)),
      ])
    case .place:
      SchemaShape([
        ("type", .array(["integer", "string"])), ("minimum", .int(0)), ("maximum", .int(ScriptBytes.most)),
        ("pattern", .string("^(start|head)$|\(amountPattern)")),
      ])
    case .bytes: .bytes(from: 0)
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
