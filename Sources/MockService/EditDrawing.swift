internal import Digests
internal import ImageCodecs
internal import Pixels
internal import Rendering

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
    var text: [UInt8] = []
    // Lengths before the parts, so that no two requests run together into the same text.
    for part in [facts.endpoint, facts.model, facts.prompt, format.rawValue] + facts.details {
      text.append(contentsOf: "\(part.utf8.count):".utf8)
      text.append(contentsOf: part.utf8)
    }
    text.append(contentsOf: "\(facts.details.count) \(facts.seed) \(facts.variation) \(size) \(sources.count) drawing 2".utf8)
    for part in sources + [mask].compactMap({ $0 }) { text.append(contentsOf: part.bytes) }
    digest = SHA256Digest.of(text)
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
