internal import Formats

/// The JSON Schema (draft-07) of scenario files: completion and checks in editors, from the tables that the loader reads by.
package enum ScenarioSchema {
  /// What `scenarios/scenario.schema.json` holds.
  package static let text = text(of: .standard)

  static let root = SchemaShape.mapping(ScenarioKeys.scenario, required: ["name", "description"]).and([
    ("anyOf", .array([.object([("required", .array(["steps"]))]), .object([("required", .array(["quotas"]))])]))
  ])

  package static func text(of vocabulary: ScenarioVocabulary) -> String {
    let schema = JSONOutput.object(
      [("$schema", "http://json-schema.org/draft-07/schema#"), ("title", "A scenario of image-edit-mock")] + root.keywords(vocabulary))
    return String(decoding: schema.serialized(indent: 2), as: UTF8.self) + "\n"
  }
}
