package import Formats

/// What the first bytes of an image file say of it, without any decoding.
package struct ImageHeader: Sendable, Equatable {
  /// PNG, JPEG or WebP.
  package let format: ImageFormat
  /// nil when the header is cut off or wrong; `defect` says why.
  package internal(set) var size: PixelSize?
  /// Whether pixels can be transparent: alpha channel, or `tRNS` before the pixels of a PNG.
  package internal(set) var hasAlpha = false
  /// Bits of one channel; always 8 for WebP.
  package internal(set) var bitDepth: Int?
  /// Of a PNG: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha.
  package internal(set) var pngColourType: Int?
  /// Components of a JPEG: 1 grey, 3 colour, 4 CMYK.
  package internal(set) var jpegComponents: Int?
  /// What is wrong with the header, and where; nil when nothing is.
  package internal(set) var defect: SyntaxError?

  init(_ format: ImageFormat) { self.format = format }

  /// Tells what `bytes` are and reads the header if they are a PNG, JPEG or WebP; never fails, whatever they are.
  package static func read(_ bytes: Span<UInt8>) -> ImageSniff {
    if bytes.holds(PNGHeader.signature, at: 0) { return .recognised(PNGHeader.read(bytes)) }
    if bytes.holds([0xFF, 0xD8, 0xFF], at: 0) { return .recognised(JPEGHeader.read(bytes)) }
    if bytes.holds("RIFF", at: 0), bytes.holds("WEBP", at: 8) { return .recognised(WebPHeader.read(bytes)) }
    return .other(OtherContent(sniffing: bytes))
  }

  /// Tells what all of `bytes` are.
  package static func read(_ bytes: [UInt8]) -> ImageSniff { read(bytes.span) }

  /// Returns the header with a defect instead of a size.
  func broken(at offset: Int, _ message: String) -> ImageHeader {
    var header = self
    header.size = nil
    header.defect = SyntaxError(offset: offset, message: message)
    return header
  }
}
