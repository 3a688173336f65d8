internal import Contract
internal import Formats
internal import Images
internal import Rendering
internal import Support
internal import Synchronization

/// Renders pictures, and keeps the files of those it rendered within a bound.
final class RenderCache: Sendable {
  /// A picture as a file, and as base64 once that was asked for.
  private struct RenderedImage: Sendable {
    let file: [UInt8]
    let base64: [UInt8]?

    var size: Int { file.count + (base64?.count ?? 0) }
  }

  private let rendered: Mutex<LRUCache<SHA256Digest, RenderedImage>>

  /// - Parameter limit: most bytes held together.
  init(limit: Int) { rendered = Mutex(LRUCache(costLimit: limit)) }

  /// Returns the file of a picture that was rendered before.
  func file(of drawing: EditDrawing) -> [UInt8]? { image(of: drawing)?.file }

  /// Renders pictures from the same images; those that were rendered before are only returned.
  func render(_ drawings: [EditDrawing], _ images: DecodedImages) throws(ImageEncodeError) -> [[UInt8]] {
    let (source, ownMask) = (images.renderedSource, images.ownMask)
    let mask = ownMask ?? images.sentMask
    return try drawings.map { drawing throws(ImageEncodeError) in
      if let file = file(of: drawing) { return file }
      let file = try drawing.encoded(source: source, mask: mask, paintsAnew: ownMask != nil)
      keep(RenderedImage(file: file, base64: nil), of: drawing)
      return file
    }
  }

  /// Returns the file in base64, which is made once while the picture is kept.
  func base64(of drawing: EditDrawing, _ file: [UInt8]) -> [UInt8] {
    if let base64 = image(of: drawing)?.base64 { return base64 }
    let base64 = Base64.encode(file)
    keep(RenderedImage(file: file, base64: base64), of: drawing)
    return base64
  }

  private func image(of drawing: EditDrawing) -> RenderedImage? { rendered.withLock { $0.value(for: drawing.digest) } }

  private func keep(_ image: RenderedImage, of drawing: EditDrawing) {
    rendered.withLock { $0.insert(image, for: drawing.digest, cost: image.size) }
  }
}

/// The canvases that the images of one request are decoded into, and what was found meanwhile.
struct DecodedImages: Sendable {
  /// Takes the rows of the first image.
  var source: SourceCanvas
  /// Takes the rows of the mask.
  var mask: MaskCanvas
  /// Those of the images, and of the mask at the end.
  var facts: [ImageFacts] = []
  private let hasSource: Bool
  private let isMasked: Bool
  private let usesOwnAlpha: Bool

  /// - Parameter honoursOrientation: the images are turned as viewers turn them.
  init(fitting size: PixelSize, _ inputs: EditInputs, usesOwnAlpha: Bool, honoursOrientation: Bool) {
    (hasSource, isMasked) = (!inputs.images.isEmpty, inputs.mask != nil)
    self.usesOwnAlpha = usesOwnAlpha
    func turn(_ image: SourceImage?) -> ImageOrientation { honoursOrientation ? image?.turnOfRows ?? .upright : .upright }
    source = SourceCanvas(
      fitting: size, turned: turn(inputs.images.first), keepsColour: isMasked || usesOwnAlpha, keepsAlpha: usesOwnAlpha)
    mask = MaskCanvas(fitting: size, turned: turn(inputs.mask))
  }

  /// The source that is rendered; nil: there is none, and the pictures are made from the prompt alone.
  var renderedSource: SourceCanvas? { hasSource ? source : nil }

  /// The mask that was sent; nil: there is none, or it is no image.
  var sentMask: MaskCanvas? { isMasked && facts.last?.defect == nil && facts.last?.size != nil ? mask : nil }

  /// The mask that the source's transparency makes; nil: one that is opaque after all says nothing of where to edit, and is edited whole.
  var ownMask: MaskCanvas? { usesOwnAlpha ? source.transparencyMask.flatMap { $0.isOpaque ? nil : $0 } : nil }
}

/// One picture to be rendered: what is edited, how large, in which format, under which facts.
struct EditDrawing: Sendable {
  let facts: EditFacts
  let size: PixelSize
  let format: ImageFormat
  /// Whether all but a round cut-out and the caption is transparent. `facts` must say so, too: the digest is made from them.
  let isTransparent: Bool
  /// Names the request: everything that the pixels depend on, and nothing else.
  let digest: SHA256Digest

  /// Of all images of the request, the first is what is rendered.
  init(
    facts: EditFacts, size: PixelSize, format: ImageFormat, of inputs: EditInputs, honoursOrientation: Bool, isTransparent: Bool = false
  ) {
    self.facts = facts
    self.size = size
    self.format = format
    self.isTransparent = isTransparent
    var name = Self.name(facts, size, format, imageCount: inputs.images.count)
    for image in inputs.images + [inputs.mask].compactMap(\.self) {
      name.append(contentsOf: image.digest.bytes)
      if honoursOrientation, image.turnOfRows != .upright { name.append(text: "turned \(image.turnOfRows.rawValue)") }
    }
    digest = SHA256Digest.of(name)
  }

  /// Goes up with every change of what is rendered: a folder of pictures may have those of a former version.
  private static let version: UInt64 = 3

  private static func name(_ facts: EditFacts, _ size: PixelSize, _ format: ImageFormat, imageCount: Int) -> [UInt8] {
    var name: [UInt8] = []
    name.reserveCapacity(1_024)
    for number in [version, facts.seed] { name.append(number: number) }
    for length in [facts.details.count, imageCount, size.width, size.height] { name.append(length: length) }
    name.append(number: UInt64(bitPattern: Int64(facts.variation)))
    for part in [facts.endpoint, facts.model, facts.prompt, format.rawValue] { name.append(text: part) }
    for part in facts.details { name.append(text: part) }
    return name
  }

  /// Returns the picture as a file, with the facts in it: PNG text chunks or a JPEG comment. `paintsAnew`: the edit shows a landscape of
  /// its own instead of the source, which is transparent there.
  func encoded(source: SourceCanvas?, mask: MaskCanvas?, paintsAnew: Bool) throws(ImageEncodeError) -> [UInt8] {
    let picture = EditPicture(source: source, mask: mask, size: size, facts: facts, paintsAnew: paintsAnew)
    let texts = [
      ImageText(keyword: "Software", text: "image-edit-mock"), ImageText(keyword: "Title", text: facts.endpoint),
      ImageText(keyword: "Model", text: facts.model), ImageText(keyword: "Prompt", text: facts.prompt),
      ImageText(keyword: "Request-Digest", text: "\(digest)"),
    ]
    if isTransparent { return try ImageEncoder.encode(CutOut(picture), as: format, texts: texts) }
    return try ImageEncoder.encode(picture, as: format, texts: texts)
  }

  /// The name of the picture's file, `edited-` and half of the digest: the same request has the same name in every run with the same seed.
  var fileName: String { fileName(digest) }

  /// Returns the name for other bytes under the same extension.
  func fileName(of bytes: [UInt8]) -> String { fileName(SHA256Digest.of(bytes)) }

  private func fileName(_ digest: SHA256Digest) -> String { "edited-\("\(digest)".prefix(32)).\(format.fileExtension)" }
}
