internal import Formats
internal import Images
internal import Rendering
internal import Support

/// Draws pictures, and keeps the files of those it drew within a bound.
final class RenderCache: Sendable {
  /// A picture as a file, and as base64 once somebody wanted it so.
  struct Print: Sendable {
    let file: [UInt8]
    let base64: [UInt8]?

    var size: Int { file.count + (base64?.count ?? 0) }
  }

  let intake = ImageResolver()
  let inspector = ImageProbe()
  private let drawn: ByteBoundedCache<SHA256Digest, Print>

  init(cacheLimit: Int) { drawn = ByteBoundedCache(limit: cacheLimit) }

  /// The file of a picture that was drawn before.
  func known(_ drawing: EditDrawing) -> [UInt8]? { drawn[drawing.digest]?.file }

  /// Draws a picture, or takes it from those drawn before.
  ///
  /// - Parameter paintsAnew: whether the edit shows a landscape of its own instead of the source: a source that is transparent there has nothing to show.
  func file(
    of drawing: EditDrawing, source: SourceCanvas?, mask: MaskCanvas?, paintsAnew: Bool = false
  ) throws(ImageEncodeError) -> [UInt8] {
    if let file = known(drawing) { return file }
    let file = try drawing.encoded(source: source, mask: mask, paintsAnew: paintsAnew)
    keep(Print(file: file, base64: nil), of: drawing)
    return file
  }

  /// The file in base64; made once while the picture is kept.
  func base64(of drawing: EditDrawing, _ file: [UInt8]) -> [UInt8] {
    if let base64 = drawn[drawing.digest]?.base64 { return base64 }
    let base64 = Base64.encode(file)
    keep(Print(file: file, base64: base64), of: drawing)
    return base64
  }

  private func keep(_ print: Print, of drawing: EditDrawing) { drawn.insert(print, for: drawing.digest, size: print.size) }
}
