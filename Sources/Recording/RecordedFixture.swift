internal import Contract
internal import ContractFixtures
internal import Formats
internal import HTTPMessage
internal import Images
internal import MockService
package import Support

/// An exchange as a fixture that may be taken over into `fixtures/rules`: its file, and the files that it names.
struct RecordedFixture: Sendable {
  /// `RULE/KIND-recorded-DIGEST.json`; nothing in it comes from the client.
  let file: String
  let rule: String
  let text: [UInt8]
  let files: [(name: String, bytes: [UInt8])]

  /// Writes the exchange in the most readable form that reads back as the same exchange. Throws when there is none.
  init(_ exchange: RedactedExchange, _ result: ContractResult, _ settings: Settings) throws(RecordingError) {
    let key = RequestKey(exchange.request)
    let (rule, kind) =
      result.ruleSide ?? (API(path: exchange.request.head.path) == .dgrid ? "dgrid.path.known" : "venice.path.known", .accept)
    let name = RequestKey.short(SHA256Digest.of("\(key.digest) \(exchange.response.status)"))
    let file = "\(rule)/\(kind.rawValue)-recorded-\(name).json"
    (self.rule, self.file) = (rule, file)
    var problem = ""
    // Fields can be read and compared; what the format has no fields for, such as a key that is there twice, is written as it stands.
    for (asFields, withJSON) in [(true, true), (true, false), (false, true), (false, false)] {
      var writer = FixtureWriter()
      let output = writer.fixture(exchange, result, settings, asFields: asFields, withJSON: withJSON)
      let text = output.serialized(indent: 2) + [0x0A]
      do {
        let fixture = try RuleFixture(parsing: text, file: file, images: { _ in nil }, files: { writer.files[$0] })
        let request = try fixture.request().redacted()
        guard RequestKey(request) == key, fixture.expectation.response?.body == exchange.response.body else {
          problem = "it does not read back as what it was"
          continue
        }
        self.text = text
        files = writer.files.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return
      } catch { problem = "\(error)" }
    }
    throw RecordingError("there is no fixture that says it: \(problem)")
  }
}

extension ContractResult {
  /// The rule that the request is about and its side of it; nil: it keeps all rules.
  var ruleSide: (rule: String, kind: RuleFixture.Kind)? {
    if let rule = rules.first { return (rule, .refuse) }
    return warnings.first.map { ($0, .warn) }
  }
}

/// A folder that recorded fixtures are written to.
package struct RecordingFolder: Sendable {
  /// The path of the folder.
  package let path: String

  /// Makes the folder unless it is there. Throws when it cannot be written to.
  package init(_ path: String) throws(SystemCallError) {
    try makeFolder(path)
    self.path = path
  }

  /// Writes the fixture, after the files that it names.
  func write(_ fixture: RecordedFixture) throws(SystemCallError) {
    let folder = "\(path)/\(fixture.rule)"
    try makeFolder(folder)
    for (name, bytes) in fixture.files { try writeFile(bytes, "\(folder)/\(name)") }
    try writeFile(fixture.text, "\(path)/\(fixture.file)")
  }
}

/// Writes an exchange as the JSON of a fixture, and collects the files that it names.
struct FixtureWriter {
  private(set) var files: [String: [UInt8]] = [:]

  /// Longer texts are put into a file beside the fixture, in bytes.
  private static let longestText = 8_192
  /// From this length on a base64 text is written as the file that it encodes, in bytes.
  private static let shortestEmbedded = 256

  mutating func fixture(_ exchange: RedactedExchange, _ result: ContractResult, _ settings: Settings, asFields: Bool, withJSON: Bool)
    -> JSONOutput
  {
    var members: [(String, JSONOutput)] = [
      ("shows", .string(Self.sentence(exchange.response.status, result))), ("profile", .string(settings.profile.rawValue)),
    ]
    let overrides = settings.overrides
    if !overrides.isEmpty { members.append(("set", .array(overrides.map { .string($0) }))) }
    members.append(("request", request(exchange.request, asFields: asFields)))
    members.append(("answer", response(exchange.response, result, withJSON: withJSON)))
    return .object(members)
  }

  private static func sentence(_ status: Int, _ result: ContractResult) -> String {
    let text = "Recorded: the service answers \(status)"
    if let rule = result.rules.first {
      return text + (status < 400 ? ", although the mock has \(rule) against the request." : " to a request that breaks \(rule).")
    }
    if status >= 400 { return "\(text) to a request that the mock has nothing against." }
    return text + (result.warnings.first.map { " to a request that earns \($0)." } ?? " to a request that keeps every rule.")
  }

  /// Returns a text, or its generator where it is long.
  mutating func text(_ bytes: [UInt8]) -> JSONOutput {
    if bytes.count >= Self.shortestEmbedded, let embedded = EmbeddedFile(bytes), embedded.text == bytes {
      let file = file(embedded.bytes)
      return embedded.type.map { .object([("$data-url", file), ("type", .string($0))]) } ?? .object([("$base64", file)])
    }
    if bytes.count <= Self.longestText, let text = String(validating: bytes, as: UTF8.self) { return .string(text) }
    return file(bytes)
  }

  /// Returns the generator of a file's bytes, which are put beside the fixture.
  mutating func file(_ bytes: [UInt8]) -> JSONOutput {
    let type = ImageHeader.read(bytes).format?.fileExtension ?? (String(validating: bytes, as: UTF8.self) == nil ? "bin" : "txt")
    let name = "\("\(SHA256Digest.of(bytes))".prefix(16)).\(type)"
    files[name] = bytes
    return .object([("$file", .string(name))])
  }
}

extension Settings {
  /// The values that differ from the profile, as `set` has them.
  fileprivate var overrides: [String] {
    let preset = Settings(profile: profile)
    return Ambiguities.all.filter { value(of: $0) != preset.value(of: $0) }.map { "\($0.name)=\(value(of: $0))" }
  }
}
