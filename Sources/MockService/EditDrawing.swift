internal import HTTPMessage
internal import Images
internal import Rendering
internal import Support

/// One picture to be drawn: what is edited, how large, in which format, under which facts.
struct EditDrawing: Sendable {
  let facts: EditFacts
  let size: PixelSize
  let format: ImageFormat
  /// All images of the request; the first is what is drawn.
  let sources: [SHA256Digest]
  let mask: SHA256Digest?
  /// Names the request: everything that the pixels depend on, and nothing else.
  let digest: SHA256Digest

  init(facts: EditFacts, size: PixelSize, format: ImageFormat, sources: [SHA256Digest], mask: SHA256Digest?) {
    self.facts = facts
    self.size = size
    self.format = format
    self.sources = sources
    self.mask = mask
    digest = SHA256Digest.of(Self.name(facts, size, format, sources, mask))
  }

  /// Goes up with every change of what is drawn: a folder of pictures may have those of a former version.
  private static let version: UInt64 = 3

  private static func name(
    _ facts: EditFacts, _ size: PixelSize, _ format: ImageFormat, _ sources: [SHA256Digest], _ mask: SHA256Digest?
  ) -> [UInt8] {
    var name: [UInt8] = []
    name.reserveCapacity(1_024)
    for number in [version, facts.seed] { name.append(number: number) }
    for length in [facts.details.count, sources.count, size.width, size.height] { name.append(length: length) }
    name.append(number: UInt64(bitPattern: Int64(facts.variation)))
    for part in [facts.endpoint, facts.model, facts.prompt, format.rawValue] { name.append(text: part) }
    for part in facts.details { name.append(text: part) }
    for source in sources { name.append(contentsOf: source.bytes) }
    if let mask { name.append(contentsOf: mask.bytes) }
    return name
  }

  /// The picture as a file, with the facts in it: PNG text chunks or a JPEG comment.
  func encoded(source: SourceCanvas?, mask: MaskCanvas?, paintsAnew: Bool) throws(ImageEncodeError) -> [UInt8] {
    let picture = EditPicture(source: source, mask: mask, size: size, facts: facts, paintsAnew: paintsAnew)
    let texts = [
      ImageText(keyword: "Software", text: "image-edit-mock"), ImageText(keyword: "Title", text: facts.endpoint),
      ImageText(keyword: "Model", text: facts.model), ImageText(keyword: "Prompt", text: facts.prompt),
      ImageText(keyword: "Request-Digest", text: "\(digest)"),
    ]
    return try ImageEncoder.encode(picture, as: format, texts: texts)
  }
}
