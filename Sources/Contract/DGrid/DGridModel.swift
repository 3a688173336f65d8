/// The model a request names, and the family whose own rules it follows.
package struct DGridModel: Sendable, Hashable {
  package enum Family: Sendable {
    /// No `model` was sent: none of the models' own rules hold.
    case unnamed
    case dallE2
    /// Cannot edit.
    case dallE3
    case gptImage
    /// Takes any size in steps of 16.
    case gptImage2
    case qwen
    case unknown
  }

  /// As the client wrote it, provider prefix included.
  package let id: String
  package let family: Family

  package init(_ id: String?) {
    self.id = id ?? "default"
    family = id.map(Self.family) ?? .unnamed
  }

  /// Whether the id is in `openai/gpt-image-1` form or bare, the name behind the slash decides.
  private static func family(_ id: String) -> Family {
    let name = id.split(separator: "/").last.map(String.init) ?? id
    switch name {
    case "dall-e-2": return .dallE2
    case "dall-e-3": return .dallE3
    case _ where name.hasPrefix("gpt-image-2"): return .gptImage2
    case _ where name.hasPrefix("gpt-image-1"), "chatgpt-image-latest": return .gptImage
    case _ where qwenPrefixes.contains { name.hasPrefix($0) }: return .qwen
    default: return .unknown
    }
  }

  private static let qwenPrefixes = ["wanx", "wan2", "qwen-image"]

  /// The ids of each family as regular expressions of ECMA 262, a provider before them or not.
  static let patterns: [(family: Family, pattern: String)] = [
    (.dallE2, pattern("dall-e-2")), (.gptImage, pattern("(gpt-image-1.*|chatgpt-image-latest)")), (.gptImage2, pattern("gpt-image-2.*")),
    (.qwen, pattern("(\(qwenPrefixes.joined(separator: "|"))).*")),
  ]

  /// Every id that the mock knows; in a form an empty text counts as not sent.
  static var knownPattern: String { (["^$"] + patterns.map(\.pattern)).joined(separator: "|") }

  private static func pattern(_ name: String) -> String { "^([^/]+/)*\(name.replacing(".*", with: "[^/]*"))$" }

  package var isGPT: Bool { family == .gptImage || family == .gptImage2 }

  /// The models that `GET /v1/models` lists: the ids on DGrid's image pages and OpenAI's edit models.
  package static let listed = [
    "dall-e-2", "wanx-v1", "qwen-image-edit", "qwen-image-edit-plus", "gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5", "gpt-image-2",
    "openai/gpt-image-1",
  ]
}
