internal import Formats
package import HTTPMessage

/// The model that a request names, and the family whose rules apply to it.
package struct DGridModel: Sendable, Hashable {
  /// The families of models with rules of their own.
  package enum Family: Sendable {
    /// No `model` was sent: no family's rules apply.
    case unnamed
    case dallE2
    /// Cannot edit.
    case dallE3
    case gptImage
    /// Accepts any size in steps of 16.
    case gptImage2
    case qwen
    case unknown

    /// The most Unicode scalars in a prompt; nil: not documented.
    var promptLimit: Int? {
      switch self {
      case .dallE2: 1_000
      case .gptImage, .gptImage2: 32_000
      case .unnamed, .dallE3, .qwen, .unknown: nil
      }
    }
  }

  /// The id as sent, with a provider's prefix where there is one.
  package let id: String
  /// The family whose rules apply.
  package let family: Family

  init(_ id: String?) {
    self.id = id ?? "default"
    family = id.map(Self.family) ?? .unnamed
  }

  /// Finds the family by the name behind the last slash: `openai/gpt-image-1` is `gpt-image-1`.
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

  /// The ids of each family as regular expressions (ECMA 262), with or without a provider's prefix.
  static let patterns: [(family: Family, pattern: String)] = [
    (.dallE2, pattern("dall-e-2")), (.gptImage, pattern("(gpt-image-1.*|chatgpt-image-latest)")), (.gptImage2, pattern("gpt-image-2.*")),
    (.qwen, pattern("(\(qwenPrefixes.joined(separator: "|"))).*")),
  ]

  /// A regular expression for every known id; in a form an empty text counts as not sent.
  static var knownPattern: String { (["^$"] + patterns.map(\.pattern)).joined(separator: "|") }

  private static func pattern(_ name: String) -> String { "^([^/]+/)*\(name.replacing(".*", with: "[^/]*"))$" }

  var isGPT: Bool { family == .gptImage || family == .gptImage2 }

  /// The models that `GET /v1/models` lists: the ids on DGrid's image pages and OpenAI's edit models.
  static let listed = [
    "dall-e-2", "wanx-v1", "qwen-image-edit", "qwen-image-edit-plus", "gpt-image-1", "gpt-image-1-mini", "gpt-image-1.5", "gpt-image-2",
    "openai/gpt-image-1",
  ]
}

/// The response to `GET /v1/models`.
/// Source: docs.dgrid.ai, models: `success` and `supported_endpoint_types` beside OpenAI's keys; there is no endpoint type for edits.
package enum DGridModelList {
  /// The 200 with all listed models.
  package static var response: Response { .json(200, ["object": "list", "success": true, "data": .array(DGridModel.listed.map(entry))]) }

  private static func entry(_ id: String) -> JSONOutput {
    [
      // The constant of the gateway's source.
      "id": .string(id), "object": "model", "created": 1_626_777_600, "owned_by": "custom",
      "supported_endpoint_types": ["image-generation"],
    ]
  }
}
