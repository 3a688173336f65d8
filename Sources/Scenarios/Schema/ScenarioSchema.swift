package import Formats
internal import RequestMatching

/// The JSON Schema of scenario files, for completion and checks in editors; from the tables that the loader reads by.
package enum ScenarioSchema {
  /// The text of `scenarios/scenario.schema.json`, in draft-07.
  package static let text = text(of: .standard)

  /// Returns the schema's text for a vocabulary; tests have one of their own.
  package static func text(of vocabulary: ScenarioVocabulary) -> String {
    let head: [(String, JSONOutput)] = [("$schema", "http://json-schema.org/draft-07/schema#"), ("title", "A scenario of image-edit-mock")]
    return JSONOutput.object(head + root(vocabulary).keywords).text
  }

  private static func root(_ vocabulary: ScenarioVocabulary) -> Shape {
    let hasContent = JSONOutput.array(["steps", "quotas"].map { Shape.requiring([$0]) })
    return .bounded(.mapping(vocabulary.keys.scenario), [("anyOf", hasContent)])
  }
}

/// The same tables in JSON Schema 2020-12, which OpenAPI 3.1 uses.
extension ScenarioSchema {
  /// A scenario that is added to a running mock, and so has no files beside it.
  package static let added: Shape = {
    let file = having("respond", ["type": "object", "required": ["file"]])
    let steps = having("steps", ["type": "array", "contains": file])
    return .bounded(.any, renewed(root(.standard).keywords) + [("not", steps)])
  }()

  /// What a request must be like: a step's `when`.
  package static let when = Shape.bounded(.any, renewed(Shape.mapping(RequestPattern.keys).keywords))

  private static func having(_ key: String, _ schema: JSONOutput) -> JSONOutput {
    ["type": "object", "required": [.string(key)], "properties": .object([(key, schema)])]
  }

  /// Replaces `dependencies` of draft-07, which is two keywords in 2020-12; the others that the tables use are the same in both.
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
