internal import Digests
internal import EditContract
internal import ImageCodecs
internal import Pixels
internal import Rendering

/// Draws pictures, and keeps the files of those it drew within a bound.
final class Darkroom: Sendable {
  let inspector = ImageInspector()
  private let drawn: ByteBoundedCache<SHA256Digest, [UInt8]>

  init(cacheLimit: Int) { drawn = ByteBoundedCache(limit: cacheLimit) }

  /// The file of a picture that was drawn before.
  func known(_ digest: SHA256Digest) -> [UInt8]? { drawn[digest] }

  /// Draws a picture, or takes it from those drawn before.
  func file(of drawing: EditDrawing, source: SourceCanvas?, mask: MaskCanvas?) throws(ImageEncodeError) -> [UInt8] {
    let digest = drawing.digest
    if let file = drawn[digest] { return file }
    let file = try drawing.encoded(source: source, mask: mask, digest: digest)
    drawn.insert(file, for: digest, size: file.count)
    return file
  }
}
