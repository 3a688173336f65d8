internal import Formats

/// A JSON edit request in the Qwen shape, as its rules see it: `model`, and `input.messages` with `role` and `content`.
struct DGridMessages: Sendable {
  let body: JSONObject
  let document: JSONDocument
  let settings: Settings

  var modelID: String? { string(body["model"]) }

  /// The object under `input`, when there is one.
  var input: JSONObject? { body["input"].flatMap(Self.object) }

  /// The array under `input.messages`, when there is one.
  var messages: [JSONValue]? {
    if case .array(let values)? = input?["messages"] { values } else { nil }
  }

  /// Each message that is an object, with its place in the array.
  var objects: [(index: Int, message: JSONObject)] {
    (messages ?? []).enumerated().compactMap { index, value in Self.object(value).map { (index, $0) } }
  }

  /// All contents, one a line.
  var contents: String { objects.compactMap { content(of: $0.message) }.joined(separator: "\n") }

  /// The text of a message; with content parts, their texts and images behind each other.
  func content(of message: JSONObject) -> String? {
    if case .array(let parts)? = message["content"], acceptsParts {
      return parts.compactMap(Self.object).flatMap { [string($0["image"]), string($0["text"])].compactMap { $0 } }.joined(separator: " ")
    }
    return string(message["content"])
  }

  var acceptsParts: Bool { settings[Ambiguities.dgridContentParts] == .accept }

  func string(_ value: JSONValue?) -> String? {
    if case .string(let string)? = value { document.text(of: string) } else { nil }
  }

  static func object(_ value: JSONValue) -> JSONObject? {
    if case .object(let object) = value { object } else { nil }
  }
}
