internal import Formats
package import HTTPMessage
package import Images

/// An edit request whose fields break no rule; its images are still to be checked.
package struct ValidatedDGridEdit: Sendable {
  /// How pictures are sent back.
  package enum ResponseFormat: String, Sendable {
    case url
    case base64 = "b64_json"
  }
  /// How the request was written.
  package enum Shape: Sendable { case multipart, messages }

  /// How the request was written.
  package let shape: Shape
  /// The model that the request names.
  package let model: DGridModel
  /// The prompt, without the image that a message refers to.
  package let prompt: String
  /// How many pictures to send back.
  package let count: Int
  /// The size as sent; nil or `auto`: chosen by the source image.
  package let size: String?
  /// How pictures are sent back.
  package let responseFormat: ResponseFormat
  /// The file format of the pictures.
  package let outputFormat: ImageFormat
  /// Whether the pictures have a transparent background.
  package let isTransparent: Bool
  /// How GPT image models say what they made; nil: the response does not say it.
  let echoedOptions: EchoedOptions?
  /// How many unfinished pictures come before each picture, as events; nil: the response is not streamed.
  package let partialImages: Int?
  /// The first image is edited; without one the picture is drawn from the prompt alone.
  package let images: [ImageReference]
  /// The mask; nil: the whole image may change.
  package let mask: SubmittedFile?
  /// What the request has that is accepted and noted.
  package let warnings: [Violation]

  init(_ form: DGridForm, warnings: [Violation]) {
    shape = .multipart
    model = form.model
    prompt = form.prompt ?? ""
    count = form.string("n").flatMap(\.decimalInteger) ?? 1
    size = form.string("size")
    let isStreamed = form.settings[Ambiguities.dgridStream] == .events && form.streams == true
    partialImages = isStreamed ? form.string("partial_images").flatMap(\.decimalInteger) ?? 0 : nil
    let asked = form.string("response_format").flatMap(ResponseFormat.init) ?? (form.model.isGPT ? .base64 : .url)
    responseFormat = isStreamed ? .base64 : asked
    let followsOpenAI = form.model.isGPT && form.followsUpstream
    isTransparent = followsOpenAI && form.string("background") == "transparent"
    echoedOptions = followsOpenAI ? EchoedOptions(form) : nil
    // OpenAI's field; DGrid's page has none, and the other models send PNG.
    outputFormat = form.model.isGPT ? form.string("output_format").flatMap(ImageFormat.init) ?? .png : .png
    images = form.images.map(ImageReference.file)
    mask = form.mask
    self.warnings = warnings
  }

  init(_ body: DGridMessages, _ instruction: DGridInstruction, warnings: [Violation]) {
    shape = .messages
    model = DGridModel(body.modelID)
    prompt = instruction.prompt
    count = body.count ?? 1
    size = body.size
    responseFormat = .url
    outputFormat = .png
    (isTransparent, echoedOptions, partialImages) = (false, nil, nil)
    images = instruction.images.map { ImageReference($0) }
    mask = nil
    self.warnings = warnings
  }

  /// Returns the size of the output for a source of that size; nil: there is no source.
  package func outputSize(for source: PixelSize?) -> PixelSize {
    if let size, size != "auto" { return DGridSize.parse(size) ?? Self.square }
    guard let source, size == "auto" || model.family == .qwen else { return Self.square }
    let (width, height) = (source.width, source.height)
    if width * 4 > height * 5 { return PixelSize(width: 1536, height: 1024) }
    return height * 4 > width * 5 ? PixelSize(width: 1024, height: 1536) : Self.square
  }

  /// OpenAI's default size.
  private static let square = PixelSize(width: 1024, height: 1024)
}

/// What the responses of GPT image models say of the pictures beside `size`: OpenAI's names for what was asked, `auto` decided.
struct EchoedOptions: Sendable {
  let background: String
  let outputFormat: String
  let quality: String

  init(_ form: DGridForm) {
    background = form.string("background") == "transparent" ? "transparent" : "opaque"
    outputFormat = form.string("output_format") ?? "png"
    let asked = form.string("quality") ?? "auto"
    // Not documented what `auto` is decided to; the tokens of `usage` are those of medium quality.
    quality = asked == "auto" ? "medium" : asked
  }

  /// The members of a response or event, without `size`.
  var members: [(String, JSONOutput)] {
    [("background", .string(background)), ("output_format", .string(outputFormat)), ("quality", .string(quality))]
  }
}

/// A picture of a response: the URL of its file, or the file in base64.
package enum DGridPicture: Sendable {
  case url(String)
  case base64([UInt8])
}

/// The 200 of an edit: `created`, `data` and `usage`.
package struct DGridResponse: Sendable {
  let edit: ValidatedDGridEdit
  let sources: [PixelSize]
  let size: PixelSize
  let settings: Settings

  /// Makes the response to the edit of images of these sizes; each picture has `size`.
  package init(_ edit: ValidatedDGridEdit, sources: [PixelSize], size: PixelSize, settings: Settings) {
    self.edit = edit
    self.sources = sources
    self.size = size
    self.settings = settings
  }

  /// Returns the response with these pictures. `created`: Unix time in whole seconds.
  package func response(_ pictures: [DGridPicture], created: Int) -> Response {
    let members: [(String, JSONOutput)] = [("created", .int(created)), ("data", .array(pictures.map(entry)))]
    return .json(200, .object(members + echoed + (sendsUsage ? [("usage", usage)] : [])))
  }

  /// What GPT image models say of their pictures.
  var echoed: [(String, JSONOutput)] { edit.echoedOptions.map { $0.members + [("size", .string("\(size)"))] } ?? [] }

  /// An entry of `data`: the page's example has all three keys, unused ones empty and never null, because clients need strings.
  private func entry(_ picture: DGridPicture) -> JSONOutput {
    let keepsAll = settings[Ambiguities.dgridResponseKeys] == .all && edit.echoedOptions == nil
    let prompt = JSONOutput.string(edit.prompt)
    return switch picture {
    case .url(let url): keepsAll ? ["url": .string(url), "b64_json": "", "revised_prompt": prompt] : ["url": .string(url)]
    case .base64(let bytes): keepsAll ? ["url": "", "b64_json": .ascii(bytes), "revised_prompt": prompt] : ["b64_json": .ascii(bytes)]
    }
  }

  private var sendsUsage: Bool { settings[Ambiguities.dgridUsage] == .always || edit.model.isGPT }

  /// Numbers that add up; the real count is not documented.
  ///
  /// Text: four bytes a token. Images: 85 tokens, and 170 a tile of 512 pixels. Output: 1,056 tokens a picture and megapixel (1,048,576),
  /// as OpenAI counts at medium quality.
  var usage: JSONOutput {
    let text = (edit.prompt.utf8.count + 3) / 4
    let image = sources.reduce(0) { $0 + 85 + 170 * (($1.width + 511) / 512) * (($1.height + 511) / 512) }
    let output = edit.count * max(1, Int(size.area) * 1056 / 1_048_576)
    return [
      "total_tokens": .int(text + image + output), "input_tokens": .int(text + image), "output_tokens": .int(output),
      "input_tokens_details": ["text_tokens": .int(text), "image_tokens": .int(image)],
    ]
  }
}
