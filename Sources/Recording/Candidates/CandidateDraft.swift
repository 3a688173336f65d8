internal import Contract
internal import Formats
internal import HTTPMessage
internal import Images
internal import MockService
internal import Support

/// A fixture being written, and the files that it names.
struct CandidateDraft {
  private(set) var files: [String: [UInt8]] = [:]

  /// Longer texts lie in a file beside the fixture, in bytes.
  private static let longestText = 8_192
  /// From this length on a base64 text is written as the file that it is made of, in bytes.
  private static let shortestEmbedded = 256

  mutating func fixture(_ exchange: RedactedExchange, _ judgement: ContractResult, _ settings: Settings, asFields: Bool, withJSON: Bool)
    -> JSONOutput
  {
    var members: [(String, JSONOutput)] = [
      ("shows", .string(Self.sentence(exchange.response.status, judgement))), ("profile", .string(settings.profile.rawValue)),
    ]
    let overrides = settings.overrides
    if !overrides.isEmpty { members.append(("set", .array(overrides.map { .string($0) }))) }
    members.append(("request", request(exchange.request, asFields: asFields)))
    members.append(("answer", answer(exchange.response, judgement, withJSON: withJSON)))
    return .object(members)
  }

  /// What it shows, for somebody to say better.
  private static func sentence(_ status: Int, _ judgement: ContractResult) -> String {
    let answer = "Recorded: the service answers \(status)"
    if let rule = judgement.rules.first {
      return answer + (status < 400 ? ", although the mock has \(rule) against the request." : " to a request that breaks \(rule).")
    }
    if status >= 400 { return "\(answer) to a request that the mock has nothing against." }
    return answer + (judgement.warnings.first.map { " to a request that earns \($0)." } ?? " to a request that keeps every rule.")
  }

  /// A text, or the generator of it where it is long.
  mutating func text(_ bytes: [UInt8]) -> JSONOutput {
    if bytes.count >= Self.shortestEmbedded, let embedded = EmbeddedFile(bytes), embedded.text == bytes {
      let file = file(embedded.bytes)
      return embedded.type.map { .object([("$data-url", file), ("type", .string($0))]) } ?? .object([("$base64", file)])
    }
    if bytes.count <= Self.longestText, let text = String(validating: bytes, as: UTF8.self) { return .string(text) }
    return file(bytes)
  }

  /// The generator of a file's bytes, which are put beside the fixture.
  mutating func file(_ bytes: [UInt8]) -> JSONOutput {
    let type = ImageHeader.read(bytes).format?.fileExtension ?? (String(validating: bytes, as: UTF8.self) == nil ? "bin" : "txt")
    let name = "\("\(SHA256Digest.of(bytes))".prefix(16)).\(type)"
    files[name] = bytes
    return .object([("$file", .string(name))])
  }
}

extension Settings {
  /// What differs from the profile, as `set` has it.
  fileprivate var overrides: [String] {
    let preset = Settings(profile: profile)
    return Ambiguities.all.filter { value(of: $0) != preset.value(of: $0) }.map { "\($0.name)=\(value(of: $0))" }
  }
}
