package import Contract
internal import Formats
package import HTTPMessage
internal import Support

/// A request on one side of a rule's boundary, and the response it must get: one file of `fixtures/rules`.
package struct RuleFixture: Sendable {
  /// The side of the rule that the request is on: the first word of the file's name.
  package enum Kind: String, Sendable, CaseIterable {
    /// As near to the boundary as can be, and not over it.
    case accept
    /// Over the boundary of a violation.
    case refuse
    /// Over the boundary of a warning.
    case warn
  }

  /// The file, such as `venice.path.known/accept-edit.json`.
  package let file: String
  /// The id of the rule: the name of the file's folder.
  package let rule: String
  /// The side of the rule.
  package let kind: Kind
  /// One sentence on what the fixture shows.
  package let shows: String
  /// The profiles under which it holds; all where the file names none.
  package let profiles: [Profile]
  /// The contract days for which it holds; all where the file names none.
  package let contracts: [ContractDate]
  /// Decisions on top of the profile, as `--set` takes them: `venice.quality-field=reject`.
  package let decided: [String]
  /// The only valid keys; empty: any key is valid.
  package let keys: [String]
  /// The response that the request must get.
  package let expectation: FixtureExpectation
  let message: FixtureRequest
  /// The request as the file writes it, without blanks: equal requests have equal texts.
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
    let source = FixtureSource(document: try Self.document(bytes, file), file: file)
    let root = try FixtureNode(root: source).object("a fixture", ["shows", "profile", "contract", "set", "api-keys", "request", "answer"])
    shows = try root.required("shows").string()
    (profiles, decided) = try Self.circumstances(root)
    contracts = try Self.contracts(root, rule)
    keys = try root["api-keys"]?.strings() ?? []
    message = try FixtureRequest(root.required("request"), FixtureGenerators(images: images, files: files))
    expectation = try FixtureExpectation(root.required("answer"), FixtureGenerators(images: images, files: files, isResponse: true))
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
    guard let node = root["contract"] else { return rule.hasPrefix("venice.") ? VeniceContracts.all : [VeniceContracts.standard] }
    guard case .array = node.value else { return [try contract(node)] }
    return try node.elements().map(contract)
  }

  private static func contract(_ node: FixtureNode) throws(FixtureError) -> ContractDate {
    let name = try node.string()
    do { return try VeniceContracts.named(name) } catch { throw node.error(error.description) }
  }

  private static func circumstances(_ root: FixtureObject) throws(FixtureError) -> ([Profile], [String]) {
    let name = try root["profile"]?.string(of: Profile.allCases.map(\.rawValue), "profile")
    let profiles = Profile.allCases.filter { name == nil || $0.rawValue == name }
    var settings = Settings()
    for node in try root["set"]?.elements() ?? [] {
      let assignment = try node.string()
      do { try settings.set(assignment) } catch { throw node.error(error.description) }
    }
    return (profiles, try root["set"]?.strings() ?? [])
  }

  /// Returns the settings under which it holds, for a server with that profile and the contract of that day.
  package func settings(under profile: Profile, on day: ContractDate = VeniceContracts.standard) -> Settings {
    var settings = Settings(profile: profile, veniceContract: day)
    // They were understood when the file was read.
    for assignment in decided { try? settings.set(assignment) }
    return settings
  }

  /// Returns settings under which it holds: one for each profile, and one for each further contract.
  ///
  /// Profiles and days are independent of each other, so not every pair is needed.
  package var allSettings: [Settings] {
    contracts.enumerated().flatMap { index, day in (index == 0 ? profiles : Array(profiles.prefix(1))).map { settings(under: $0, on: day) }
    }
  }

  /// Tells whether it holds under the plain profile on that day, without any `--set`.
  package func holds(under profile: Profile, on day: ContractDate = VeniceContracts.standard) -> Bool {
    let plain = Settings(profile: profile, veniceContract: day)
    return profiles.contains(profile) && contracts.contains(day)
      && Ambiguities.all.allSatisfy { settings(under: profile, on: day).value(of: $0) == plain.value(of: $0) }
  }

  /// Returns the files that the program carries, as `RULE/NAME.json`, sorted.
  package static var shippedFiles: [String] { RuleFixtureTexts.files }

  /// Reads those fixtures that the program carries whose file, `RULE/NAME.json`, is wanted, sorted by file.
  ///
  /// Throws never for fixtures that passed the tests.
  package static func shipped(where isWanted: (String) -> Bool = { _ in true }) throws(FixtureError) -> [RuleFixture] {
    var fixtures: [RuleFixture] = []
    for (file, bytes) in RuleFixtureTexts.all where isWanted(file) {
      fixtures.append(try RuleFixture(parsing: bytes, file: file, images: FixtureImages.bytes))
    }
    return fixtures
  }

  /// Returns the sorted names of a rule's files: `accept-….json` first.
  package static func names(of rule: String) -> [String] { namesByRule[rule] ?? [] }

  private static let namesByRule = Dictionary(grouping: shippedFiles) { String($0.prefix { $0 != "/" }) }
    .mapValues { files in files.map { String($0.drop { $0 != "/" }.dropFirst()) } }

  /// Returns the head as the file has it, without the headers that every request carries.
  package var requestHead: RequestHead { message.head }

  /// Makes the request as it is sent, except for `Host` and `Content-Length`. It is made anew on each call: some bodies have 60 MB.
  package func request() -> Request {
    let (body, contentType) = message.content.wire()
    var head = message.head
    if let contentType, !message.names("content-type") { head.headers.append("content-type", contentType) }
    if !message.names("authorization") { head.headers.append("authorization", "Bearer test-key") }
    return Request(head: head, body: .complete(body))
  }
}
