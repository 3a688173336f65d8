internal import Digests
internal import ImageCodecs
internal import Pixels
internal import Rendering

/// One picture to be drawn: what is edited, how large, in which format, under which facts.
struct EditDrawing: Sendable {
  let facts: EditFacts
  let size: PixelSize
  let format: ImageFormat
  let source: SHA256Digest?
  let mask: SHA256Digest?

  /// Names the request: everything that the pixels depend on, and nothing else.
  var digest: SHA256Digest {
    var hasher = SHA256Hasher()
    let parts = [
      "image-edit-mock drawing 1", facts.endpoint, facts.model, facts.prompt, facts.details.joined(separator: " "), "\(facts.seed)",
      "\(facts.variation)", "\(size)", format.rawValue, source.map { "\($0)" } ?? "no source", mask.map { "\($0)" } ?? "no mask",
    ]
    for part in parts {
      hasher.update("\(part.utf8.count):")
      hasher.update(part)
    }
    return hasher.finish()
  }

  /// The picture as a file, with the facts in it: PNG text chunks or a JPEG comment.
  func encoded(source: SourceCanvas?, mask: MaskCanvas?, digest: SHA256Digest) throws(ImageEncodeError) -> [UInt8] {
    let picture = EditPicture(source: source, mask: mask, size: size, facts: facts)
    let texts = [
      ImageText(keyword: "Software", text: "image-edit-mock"), ImageText(keyword: "Title", text: facts.endpoint),
      ImageText(keyword: "Model", text: facts.model), ImageText(keyword: "Prompt", text: facts.prompt),
      ImageText(keyword: "Request-Digest", text: "\(digest)"),
    ]
    return try ImageEncoder.encode(picture, as: format, texts: texts)
  }
}
