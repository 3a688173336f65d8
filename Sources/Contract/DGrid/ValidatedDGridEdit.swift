internal import Formats
package import Images

/// An edit request whose fields are in order; its images are still to be looked at.
package struct ValidatedDGridEdit: Sendable {
  package enum ResponseFormat: String, Sendable {
    case url
    case base64 = "b64_json"
  }
  package enum Shape: Sendable { case multipart, messages }

  package let shape: Shape
  package let model: DGridModel
  package let prompt: String
  package let count: Int
  /// As sent; nil or `auto`: chosen by the source.
  package let size: String?
  package let responseFormat: ResponseFormat
  package let outputFormat: ImageFormat
  /// The first is edited; none: the picture is drawn from the prompt alone.
  package let images: [ImageReference]
  package let mask: SubmittedFile?
  package let warnings: [Violation]

  init(_ form: DGridForm, warnings: [Violation]) {
    shape = .multipart
    model = form.model
    prompt = form.prompt ?? ""
    count = form.string("n").flatMap(\.decimalInteger) ?? 1
    size = form.string("size")
    let byDefault = form.model.isGPT ? ResponseFormat.base64 : .url
    responseFormat = form.string("response_format").flatMap(ResponseFormat.init) ?? byDefault
    // OpenAI's field; DGrid's page has none, and the other models answer PNG.
    outputFormat = form.model.isGPT ? form.string("output_format").flatMap(ImageFormat.init) ?? .png : .png
    images = form.images.map(ImageReference.file)
    mask = form.mask
    self.warnings = warnings
  }

  init(_ body: DGridMessages, warnings: [Violation]) {
    let instruction = DGridInstruction(body.contents)
    shape = .messages
    model = DGridModel(body.modelID)
    prompt = instruction.prompt
    count = 1
    size = nil
    responseFormat = .url
    outputFormat = .png
    images = instruction.source.map { [ImageReference($0)] } ?? []
    mask = nil
    self.warnings = warnings
  }

  /// The size of the answer for a source of that size; nil: there is no source.
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
