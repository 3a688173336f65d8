internal import Contract
internal import Formats
internal import HTTPMessage
internal import Images
internal import MockService
internal import Support

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

  /// Returns a first text for `shows`.
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
