internal import Formats
package import HTTPMessage
internal import Images

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

  /// The name behind the last slash: that of `openai/gpt-image-2` is `gpt-image-2`.
  private static func name(_ id: String) -> String { id.split(separator: "/").last.map(String.init) ?? id }

  private static func family(_ id: String) -> Family {
    let name = name(id)
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

  /// Whether it is one of Alibaba's models that fuse several images and make several pictures.
  private var fusesImages: Bool {
    let name = Self.name(id)
    return family == .qwen && ["qwen-image-edit-plus", "qwen-image-edit-max", "qwen-image-3"].contains { name.hasPrefix($0) }
  }

  /// The most images that the service behind the gateway takes.
  var largestImageCount: Int { isGPT ? 16 : fusesImages ? 3 : 1 }

  /// The most pictures that the service behind the gateway makes; the gateway's own bound where no other is known.
  var largestPictureCount: Int {
    switch family {
    case .dallE2, .dallE3, .gptImage, .gptImage2: 10
    case .qwen where fusesImages: 6
    case .qwen where Self.name(id) == "qwen-image-edit": 1
    case .qwen, .unnamed, .unknown: 128
    }
  }

  /// The day on which OpenAI has retired the model; nil: it has not.
  package var retirement: ContractDate? { Self.retirements.first { $0.name == Self.name(id) }?.day }

  private static let retirements: [(name: String, day: ContractDate)] = [
    ("dall-e-2", "2026-05-12"), ("dall-e-3", "2026-05-12"), ("gpt-image-1", "2026-10-23"), ("gpt-image-1-mini", "2026-12-01"),
    ("gpt-image-1.5", "2026-12-01"), ("chatgpt-image-latest", "2026-12-01"),
  ]

  /// The models to propose: the ids on DGrid's image pages and OpenAI's edit models.
  static let listed = [
    "gpt-image-2", "openai/gpt-image-2", "wanx-v1", "qwen-image-edit", "qwen-image-edit-plus", "qwen-image-edit-max",
  ]

  /// The models that `GET /v1/models` lists: also those that are retired and can edit.
  static let served = listed + retirements.map(\.name).filter { $0 != "dall-e-3" }
}

/// The response to `GET /v1/models`.
///
/// Source: docs.dgrid.ai, models: `success` and `supported_endpoint_types` beside OpenAI's keys; there is no endpoint type for edits.
/// `retired` is the mock's own.
package enum DGridModelList {
  /// The 200 with all listed models.
  package static var response: Response { .json(200, ["object": "list", "success": true, "data": .array(DGridModel.served.map(entry))]) }

  private static func entry(_ id: String) -> JSONOutput {
    let members: [(String, JSONOutput)] = [
      // The constant of the gateway's source.
      ("id", .string(id)), ("object", "model"), ("created", 1_626_777_600), ("owned_by", "custom"),
      ("supported_endpoint_types", ["image-generation"]),
    ]
    return .object(members + (DGridModel(id).retirement.map { [("retired", .string($0.description))] } ?? []))
  }
}

/// The values of `size` for each family of models.
enum DGridSize {
  struct Problem {
    let expected: String
    let error: DGridError
  }

  static let dallE2 = ["256x256", "512x512", "1024x1024"]
  static let gpt = ["1024x1024", "1024x1536", "1536x1024", "auto"]
  /// The longest edge of OpenAI's sizes, and the longest that the mock draws.
  static let longestEdge = 3840
  private static let largestArea: UInt64 = 3840 * 2160
  /// gpt-image-2 was seen to refuse 576x1024; the number is the mock's choice.
  private static let smallestArea: UInt64 = 655_360

  /// Returns the only sizes that a family accepts; nil: it accepts others, too.
  static func listed(_ family: DGridModel.Family) -> [String]? {
    switch family {
    case .dallE2: dallE2
    case .gptImage: gpt
    case .unnamed, .dallE3, .gptImage2, .qwen, .unknown: nil
    }
  }

  /// A regular expression (ECMA 262) for what any model can accept, without the bounds on the area. An empty text counts as not sent.
  static let pattern = "^(|auto|[1-9][0-9]{0,3}x[1-9][0-9]{0,3})$"

  /// Says why the model does not accept this size; nil: it does.
  static func problem(_ text: String, _ model: DGridModel) -> Problem? {
    switch model.family {
    case .dallE2: listed(text, dallE2)
    case .gptImage: listed(text, gpt)
    case .gptImage2: text == "auto" ? nil : free(text) ?? stepped(text)
    default: text == "auto" ? nil : free(text)
    }
  }

  /// Reads `1376x768`, with a lower-case x, no sign and no leading zero.
  static func parse(_ text: String) -> PixelSize? {
    let sides = text.split(separator: "x", omittingEmptySubsequences: false)
    guard sides.count == 2, sides.allSatisfy({ 1...5 ~= $0.utf8.count && $0.utf8.first != 0x30 }) else { return nil }
    guard let width = String(sides[0]).decimalInteger, let height = String(sides[1]).decimalInteger, width > 0, height > 0 else {
      return nil
    }
    return PixelSize(width: width, height: height)
  }

  private static func listed(_ text: String, _ sizes: [String]) -> Problem? {
    guard !sizes.contains(text) else { return nil }
    return Problem(expected: "one of \(sizes.joined(separator: ", "))", error: .invalidValue("size", text.shortened(), supported: sizes))
  }

  private static func free(_ text: String) -> Problem? {
    guard let size = parse(text) else {
      return Problem(
        expected: "WIDTHxHEIGHT such as 1024x1024, or auto",
        error: DGridError(400, "invalid_value", param: "size", "Invalid value: '\(text.shortened())'. Expected WIDTHxHEIGHT or 'auto'."))
    }
    guard max(size.width, size.height) <= longestEdge else {
      return Problem(
        expected: "a longest edge of at most \(longestEdge)",
        error: refused("Invalid size '\(text)'. The longest edge must be less than or equal to \(longestEdge)."))
    }
    guard size.area <= largestArea else {
      return Problem(
        expected: "at most \(largestArea) pixels",
        error: refused("Invalid size '\(text)'. Requested resolution is above the current maximum pixel budget."))
    }
    return nil
  }

  /// Checks what gpt-image-2 asks of a size beyond `free`.
  private static func stepped(_ text: String) -> Problem? {
    guard let size = parse(text) else { return nil }
    guard size.width % 16 == 0, size.height % 16 == 0 else {
      return Problem(
        expected: "sides in steps of 16", error: refused("Invalid size '\(text)'. Width and height must both be divisible by 16."))
    }
    guard max(size.width, size.height) <= 3 * min(size.width, size.height) else {
      return Problem(
        expected: "a ratio between 1:3 and 3:1", error: refused("Invalid size '\(text)'. The aspect ratio must be between 1:3 and 3:1."))
    }
    guard size.area >= smallestArea else {
      return Problem(
        expected: "at least \(smallestArea) pixels",
        error: refused("Invalid size '\(text)'. Requested resolution is below the current minimum pixel budget."))
    }
    return nil
  }

  private static func refused(_ message: String) -> DGridError { .imageError("invalid_value", param: "size", message) }
}
