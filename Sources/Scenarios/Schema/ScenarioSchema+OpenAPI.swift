package import Formats

/// The same tables in JSON Schema 2020-12, which OpenAPI 3.1 has.
extension ScenarioSchema {
  /// The keywords of a scenario that is added to a running mock, and so has no files beside it.
  package static let added: [(String, JSONOutput)] = {
    let file = having("respond", .object([("type", "object"), ("required", .array(["file"]))]))
    let steps = having("steps", .object([("type", "array"), ("contains", file)]))
    return renewed(root.keywords(.standard)) + [("not", steps)]
  }()

  /// The keywords of what a request must be like.
  package static let when = renewed(SchemaShape.mapping(ScenarioKeys.when).keywords(.standard))

  private static func having(_ key: String, _ schema: JSONOutput) -> JSONOutput {
    .object([("type", "object"), ("required", .array([.string(key)])), ("properties", .object([(key, schema)]))])
  }

  /// Draft-07 has one keyword for what are two in 2020-12; the others that the tables use are the same in both.
  private static func renewed(_ keywords: [(String, JSONOutput)]) -> [(String, JSONOutput)] {
    keywords.flatMap { name, value -> [(String, JSONOutput)] in
      guard name == "dependencies", case .object(let members) = value else { return [(name, renewed(value))] }
      let required = members.filter { if case .array = $0.1 { true } else { false } }
      let schemas = members.filter { if case .array = $0.1 { false } else { true } }
      return [("dependentRequired", .object(required)), ("dependentSchemas", .object(schemas))]
    }
  }

  private static func renewed(_ value: JSONOutput) -> JSONOutput {
    switch value {
    case .object(let members): .object(renewed(members))
    case .array(let elements): .array(elements.map(renewed))
    default: value
    }
  }
}
