internal import Formats
internal import Support

/// A scenario that the program carries, not read yet.
struct ShippedScenario: Sendable {
  let name: String
  let bytes: [UInt8]

  static let all = ScenarioTexts.all.map { ShippedScenario(name: $0.name, bytes: Array($0.text.utf8)) }

  func read(vocabulary: ScenarioVocabulary = .standard) -> Result<Scenario, DocumentProblems> {
    ScenarioFile.read(bytes, name: "scenarios/\(name).yaml", vocabulary: vocabulary, attachment: Self.attachment)
  }

  /// The program carries the fixture images and no other files.
  private static func attachment(_ path: String) throws(TextSyntaxError) -> [UInt8] {
    let folder = "../fixtures/images/"
    if path.hasPrefix(folder), let bytes = FixtureImages.bytes(named: String(path.dropFirst(folder.count))) { return bytes }
    throw TextSyntaxError("the program carries no file '\(path.shown)'; a shipped scenario can have those of `\(folder)`")
  }
}
