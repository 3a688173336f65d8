package import Contract
internal import Formats

/// A request on one side of a rule's boundary, and the answer it must get: one file of `fixtures/rules`.
package struct RuleFixture: Sendable {
  /// Which side of the rule the request is on: the first word of the file's name.
  package enum Kind: String, Sendable, CaseIterable {
    /// As near to the boundary as can be, and not over it.
    case accept
    /// Over the boundary of a violation.
    case refuse
    /// Over the boundary of a warning.
    case warn
  }

  /// `venice.path.known/accept-edit.json`.
  package let file: String
  /// The id of the rule it is about: the name of its folder.
  package let rule: String
  package let kind: Kind
  /// What it shows, as one sentence.
  package let shows: String
  /// The profiles under which it holds: one, or all of them where the file names none.
  package let profiles: [Profile]
  /// The days whose contracts it is about: one, or all that there are where the file names none.
  package let contracts: [ContractDate]
  /// What is decided on top of the profile, as `--set` writes it: `venice.quality-field=reject`.
  package let decided: [String]
  /// The keys that must be the valid ones; none: any is.
  package let keys: [String]
  package let answer: FixtureExpectation
  let message: FixtureRequest
  /// The request as the file has it, blanks left out: two that are written alike are one.
  package let requestText: [UInt8]

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - file: the rule's id, a slash and the file's name.
  ///   - images: the bytes of the image of that name in `fixtures/images`; nil when there is none.
  ///   - files: the bytes of the file of that name in the fixture's own folder; nil when there is none.
  /// - Throws: the first thing that is not as fixtures/README.md says. Nothing unknown is passed over.
  package init(
    parsing bytes: [UInt8], file: String, images: @escaping (String) -> [UInt8]?, files: @escaping (String) -> [UInt8]? = { _ in nil }
  ) throws(FixtureError) {
    (rule, kind) = try Self.name(file)
    self.file = file
    let source = FixtureSource(try Self.document(bytes, file), file: file)
    let root = try FixtureNode(root: source).object("a fixture", ["shows", "profile", "contract", "set", "api-keys", "request", "answer"])
    shows = try root.required("shows").string()
    (profiles, decided) = try Self.circumstances(root)
    contracts = try Self.contracts(root, rule)
    keys = try root["api-keys"]?.strings() ?? []
    message = try FixtureRequest(root.required("request"), FixtureGenerators(images: images, files: files))
    answer = try FixtureExpectation(root.required("answer"), FixtureGenerators(images: images, files: files, isAnswer: true))
    requestText = source.document.output(of: try root.required("request").value).serialized()
  }

  private static func name(_ file: String) throws(FixtureError) -> (String, Kind) {
    let parts = file.split(separator: "/").map(String.init)
    if parts.count == 2, parts[1].hasSuffix(".json"), let kind = Kind.allCases.first(where: { parts[1].hasPrefix("\($0.rawValue)-") }) {
      return (parts[0], kind)
    }
    throw FixtureError(
      file: file, line: 1, column: 1, message: "the name says nothing; write RULE/accept-….json, RULE/refuse-….json or RULE/warn-….json")
  }

  private static func document(_ bytes: [UInt8], _ file: String) throws(FixtureError) -> JSONDocument {
    do {
      return try JSONDocument(parsing: bytes)
    } catch {
      throw FixtureError(file: file, line: error.line, column: error.column, message: error.message)
    }
  }

  /// DGrid's rules have no dates.
  private static func contracts(_ root: FixtureObject, _ rule: String) throws(FixtureError) -> [ContractDate] {
    guard let node = root["contract"] else { return rule.hasPrefix("venice.") ? VeniceContracts.all : [VeniceContracts.asked] }
    let name = try node.string()
    do { return [try VeniceContracts.named(name)] } catch { throw node.error(error.description) }
  }

  private static func circumstances(_ root: FixtureObject) throws(FixtureError) -> ([Profile], [String]) {
    var profiles = Profile.allCases
    if let node = root["profile"] {
      let name = try node.string(of: profiles.map(\.rawValue), "profile")
      profiles = profiles.filter { $0.rawValue == name }
    }
    var settings = Settings()
    for node in try root["set"]?.elements() ?? [] {
      let assignment = try node.string()
      do { try settings.set(assignment) } catch { throw node.error(error.description) }
    }
    return (profiles, try root["set"]?.strings() ?? [])
  }
}
