/// A key of a scenario file: the loader knows the keys by this, and the schema is written from it.
struct ScenarioKey: Sendable {
  let name: String
  /// For completion in editors, as one sentence.
  let summary: String
  let shape: SchemaShape

  init(_ name: String, _ summary: String, _ shape: SchemaShape) {
    self.name = name
    self.summary = summary
    self.shape = shape
  }
}
