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

  /// The parts under the names of images, as OpenAI's errors name them: the only `image` by its name, of a list each with its index.
  var imageParts: [(name: String, value: SubmittedValue)] {
    imageNames.flatMap { name in
      let values = submitted.values(of: name)
      let isList = name == "image[]" || values.count > 1
      return values.enumerated().map { index, value in (isList ? "image[\(index)]" : name, value) }
    }
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
    Field("model", "The model that edits.", example: "gpt-image-2"), Field("n", "How many pictures are wanted.", example: 1),
    Field("size", "WIDTHxHEIGHT or auto; models take different ones.", example: "1024x1024"),
    Field("response_format", "Whether pictures come as addresses or in base64.", example: "b64_json"),
    Field("user", "Who is behind the request, in the client's own words.", example: "user-1234"),
  ]

  /// The names of `multipart`, for a look at each part of a form.
  static let multipartNames = Set(multipart.map(\.name))

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

  /// The texts and the images of all messages, in order.
  var pieces: [DGridInstruction.Piece] {
    var pieces: [DGridInstruction.Piece] = []
    for (index, message) in objects {
      if let text = string(message["content"]) { pieces.append(.text(text)) }
      for (_, part) in parts(of: message, index) {
        if let image = string(part["image"]) { pieces.append(.image(image)) }
        if let text = string(part["text"]) { pieces.append(.text(text)) }
      }
    }
    return pieces
  }

  /// Returns the parts of a content in parts that are objects, each with its path.
  private func parts(of message: JSONObject, _ index: Int) -> [(path: String, part: JSONObject)] {
    guard acceptsParts, case .array(let parts)? = message["content"] else { return [] }
    return parts.enumerated().compactMap { number, part in
      Self.object(part).map { ("input.messages[\(index)].content[\(number)].", $0) }
    }
  }

  /// A JSON object of the body, with its path, which ends in a point unless it is empty, and the keys that are read in it.
  struct Level {
    let path: String
    let object: JSONObject
    let keys: [String]
  }

  /// All objects of the body that are read.
  var levels: [Level] {
    var levels = [Level(path: "", object: body, keys: ["model", "input"] + (parameters == nil ? [] : ["parameters"]))]
    if let parameters { levels.append(Level(path: "parameters.", object: parameters, keys: Self.parameterKeys)) }
    if let input { levels.append(Level(path: "input.", object: input, keys: ["messages"])) }
    for (index, message) in objects {
      levels.append(Level(path: "input.messages[\(index)].", object: message, keys: ["role", "content"]))
      levels += parts(of: message, index).map { Level(path: $0, object: $1, keys: ["image", "text"]) }
    }
    return levels
  }

  /// The object under `parameters`, which Alibaba's models have beside `input`; nil: there is none, or the page's rules hold.
  var parameters: JSONObject? { settings[Ambiguities.dgridModelFamilies] == .upstream ? body["parameters"].flatMap(Self.object) : nil }

  private static let parameterKeys = ["n", "size", "negative_prompt", "prompt_extend", "watermark", "seed"]

  /// `parameters.size` as `size` of a form is written; Alibaba's models take `1024*1024`.
  var size: String? { string(parameters?["size"])?.replacing("*", with: "x") }

  /// `parameters.n`, where it is an integer.
  var count: Int? { if case .number(let number)? = parameters?["n"] { number.int } else { nil } }

  var acceptsParts: Bool { settings[Ambiguities.dgridContentParts] == .accept }

  func string(_ value: JSONValue?) -> String? { if case .string(let string)? = value { document.text(of: string) } else { nil } }

  static func object(_ value: JSONValue) -> JSONObject? { if case .object(let object) = value { object } else { nil } }
}
