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

  fileprivate var withLineFeeds: String {
    utf8.contains(13) ? String(decoding: Array(utf8).withoutCarriageReturnsBeforeLineFeeds, as: UTF8.self) : self
  }
}

extension [UInt8] {
  fileprivate var withoutCarriageReturnsBeforeLineFeeds: [UInt8] {
    indices.filter { !(self[$0] == 13 && $0 + 1 < count && self[$0 + 1] == 10) }.map { self[$0] }
  }
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
