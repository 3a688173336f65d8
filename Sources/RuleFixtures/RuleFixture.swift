package import EditContract
internal import WireFormat

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
  /// The profile and decisions under which it holds.
  package let settings: Settings
  /// The keys that must be the valid ones; none: any is.
  package let keys: [String]
  package let answer: FixtureExpectation
  let message: FixtureRequest

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
    settings = try Self.settings(root)
    keys = try root["api-keys"]?.strings() ?? []
    let generators = FixtureGenerators(images: images, files: files)
    message = try FixtureRequest(root.required("request"), generators)
    answer = try FixtureExpectation(root.required("answer"), generators)
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

  private static func settings(_ root: FixtureObject) throws(FixtureError) -> Settings {
    var profile = Profile.documented
    if let node = root["profile"] {
      profile = Profile(rawValue: try node.string(of: Profile.allCases.map(\.rawValue), "profile")) ?? .documented
    }
    var contract = VeniceContracts.asked
    if let node = root["contract"] {
      let name = try node.string()
      do { contract = try VeniceContracts.named(name) } catch { throw node.error(error.description) }
    }
    var settings = Settings(profile: profile, veniceContract: contract)
    for node in try root["set"]?.elements() ?? [] {
      let assignment = try node.string()
      do { try settings.set(assignment) } catch { throw node.error(error.description) }
    }
    return settings
  }
}
