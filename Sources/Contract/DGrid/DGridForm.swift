internal import Formats
internal import Images

/// The fields of a multipart edit request, as the field rules see them.
struct DGridForm: Sendable {
  let submitted: SubmittedForm
  let settings: Settings
  let model: DGridModel
  /// The prompt with line ends as typed: browsers' form encoders turn LF into CRLF.
  let prompt: String?
  /// The names under which images were sent, in the order of the form.
  let imageNames: [String]
  let images: [SubmittedFile]

  init(_ submitted: SubmittedForm, settings: Settings) {
    self.submitted = submitted
    self.settings = settings
    model = DGridModel(Self.string("model", submitted))
    prompt = Self.string("prompt", submitted)?.withLineFeeds
    let acceptsIndexed = settings[Ambiguities.dgridIndexedImages] == .accept
    imageNames = submitted.names.filter { $0 == "image" || $0 == "image[]" || (acceptsIndexed && $0.isIndexedImage) }
    images = imageNames.flatMap { submitted.values(of: $0).compactMap(\.file) }
  }

  /// Returns the text of a field; an empty one counts as not sent, because some clients always send the field.
  func string(_ name: String) -> String? { Self.string(name, submitted) }

  private static func string(_ name: String, _ submitted: SubmittedForm) -> String? {
    guard let text = submitted[name]?.text, !text.isEmpty else { return nil }
    return text.string
  }

  var mask: SubmittedFile? { submitted.values(of: "mask").compactMap(\.file).first }
}

extension String {
  /// `image[0]` and the like.
  var isIndexedImage: Bool { hasPrefix("image[") && hasSuffix("]") && self != "image[]" }

  fileprivate var withLineFeeds: String { utf8.contains(0x0D) ? String(map { $0 == "\r\n" ? "\n" : $0 }) : self }
}

/// The fields of DGrid's two request shapes, as documents describe them.
///
/// Source: the page's lists; that `image[]` is another name of `image` is known from client libraries.
package enum DGridFields {
  /// Another name of the field `image`.
  package static let secondImageName = "image[]"

  /// The fields of the multipart form.
  package static let multipart: [Field] = [
    Field("image", "The PNG to edit, less than 4 MB. GPT image models take up to 16. `image[]` is another name of it."),
    Field(secondImageName, "Another name of `image`, which clients use that can send several."),
    Field("prompt", "What is to be done to the image.", example: "Make the sky golden"),
    Field("mask", "A PNG of the image's size; where it is transparent, the image may be changed."),
    Field("model", "The model that edits.", example: "dall-e-2"), Field("n", "How many pictures are wanted.", example: 1),
    Field("size", "WIDTHxHEIGHT or auto; models take different ones.", example: "1024x1024"),
    Field("response_format", "Whether pictures come as addresses or in base64.", example: "b64_json"),
    Field("user", "Who is behind the request, in the client's own words.", example: "user-1234"),
  ]

  /// The names of `multipart`, for a look at each part of a form.
  static let multipartNames = Set(multipart.map(\.name))

  /// The keys of the JSON body itself.
  static let messagesKeys = Set(messages.map(\.name).filter { !$0.contains(".") })

  /// The fields of the JSON body in the Qwen shape, dotted.
  package static let messages: [Field] = [
    Field("model", "The model that edits.", example: "wanx-v1"),
    Field("input", "What the model is given."),
    Field("input.messages", "What is said to the model."),
    Field("input.messages[].role", "Who says it.", example: "user"),
    Field(
      "input.messages[].content", "What is to be done, with the image in it as a URL or data URL.",
      example: "Remove the background."),
  ]
}

/// A JSON edit request in the Qwen shape, as its rules see it: `model`, and `input.messages` with `role` and `content`.
struct DGridMessages: Sendable {
  let body: JSONObject
  let document: JSONDocument
  let settings: Settings

  var modelID: String? { string(body["model"]) }

  /// The object under `input`, when there is one.
  var input: JSONObject? { body["input"].flatMap(Self.object) }

  /// The array under `input.messages`, when there is one.
  var messages: [JSONValue]? { if case .array(let values)? = input?["messages"] { values } else { nil } }

  /// The messages that are objects, each with its index in the array.
  var objects: [(index: Int, message: JSONObject)] {
    (messages ?? []).enumerated().compactMap { index, value in Self.object(value).map { (index, $0) } }
  }

  /// The contents of all messages, one a line.
  var contents: String { objects.compactMap { content(of: $0.message) }.joined(separator: "\n") }

  /// Returns the text of a message; of content parts, their images and texts joined by blanks.
  func content(of message: JSONObject) -> String? {
    if case .array(let parts)? = message["content"], acceptsParts {
      return parts.compactMap(Self.object).flatMap { [string($0["image"]), string($0["text"])].compactMap { $0 } }.joined(separator: " ")
    }
    return string(message["content"])
  }

  var acceptsParts: Bool { settings[Ambiguities.dgridContentParts] == .accept }

  func string(_ value: JSONValue?) -> String? { if case .string(let string)? = value { document.text(of: string) } else { nil } }

  static func object(_ value: JSONValue) -> JSONObject? { if case .object(let object) = value { object } else { nil } }
}

/// The text of the messages, split into the prompt and the image that it refers to.
///
/// The page: "The source image can be referenced inline (e.g. as a URL or embedded reference)". The mock uses the first URL or base64 data
/// URL in the text; words with a URL are not part of the prompt.
struct DGridInstruction: Sendable, Equatable {
  let prompt: String
  /// A URL or a data URL; nil: the text refers to no image, which is allowed.
  let source: String?

  /// Splits the text; works on bytes, because an embedded image can be a word of millions of letters.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    var prompt: [UInt8] = []
    var source: String?
    for word in bytes.split(whereSeparator: \.isBlank) {
      if let reference = Self.reference(in: word) {
        source = source ?? String(decoding: reference, as: UTF8.self)
      } else {
        if !prompt.isEmpty { prompt.append(0x20) }
        prompt.append(contentsOf: word)
      }
    }
    self.source = source
    self.prompt = source == nil ? text : String(decoding: prompt, as: UTF8.self)
  }

  /// Returns the URL in a word, without brackets, quotes and Markdown around it, or a suffix of the language behind it ("…png로").
  private static func reference(in word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let start = schemes.compactMap({ word.firstIndex(of: $0) }).min() else { return nil }
    var reference = word[start...].prefix { $0 < 0x80 && !closing.contains($0) }
    while let last = reference.last, endOfSentence.contains(last) { reference.removeLast() }
    return reference
  }

  private static let schemes = ["https://", "http://", "data:image/"].map { Array($0.utf8) }
  private static let closing = Array(")]>\"'}`".utf8)
  /// Part of the sentence around the URL, not of the URL.
  private static let endOfSentence = Array(".,;:!?".utf8)
}

extension UInt8 { fileprivate var isBlank: Bool { self == 0x20 || 0x09...0x0D ~= self } }

extension ArraySlice<UInt8> {
  /// Finds the text, letters A–Z in any case, within the first 256 bytes of a word.
  fileprivate func firstIndex(of text: [UInt8]) -> Index? {
    let last = Swift.min(endIndex - text.count, startIndex + 256)
    guard last >= startIndex else { return nil }
    return (startIndex...last).first { index in text.indices.allSatisfy { self[index + $0] | 0x20 == text[$0] | 0x20 } }
  }
}
