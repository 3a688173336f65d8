internal import Support

extension RuleFixture {
  /// The files that the program carries, as `RULE/NAME.json`, sorted.
  package static var shippedFiles: [String] { RuleFixtureTexts.files }

  /// The fixtures that the program carries, sorted by file; read anew at each call.
  ///
  /// - Parameter isWanted: whether the file, `RULE/NAME.json`, is to be read.
  /// - Throws: never for those that were tested.
  package static func shipped(where isWanted: (String) -> Bool = { _ in true }) throws(FixtureError) -> [RuleFixture] {
    var fixtures: [RuleFixture] = []
    for (file, bytes) in RuleFixtureTexts.all where isWanted(file) {
      fixtures.append(try RuleFixture(parsing: bytes, file: file, images: FixtureImages.bytes))
    }
    return fixtures
  }
}

extension RuleFixture {
  /// The names of the files that show the rule of that id, sorted: `accept-….json` first.
  package static func names(of rule: String) -> [String] { namesByRule[rule] ?? [] }

  private static let namesByRule = Dictionary(grouping: shippedFiles) { String($0.prefix { $0 != "/" }) }
    .mapValues { files in files.map { String($0.drop { $0 != "/" }.dropFirst()) } }
}
