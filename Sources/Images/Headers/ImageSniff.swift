internal import Formats

/// What bytes are, told by the bytes only: neither a file name nor a content type is asked.
package enum ImageSniff: Sendable, Equatable, CustomStringConvertible {
  /// A format the mock reads; the header may still have a defect.
  case recognised(ImageHeader)
  /// Anything else, in words: `a GIF image`, `an HTML page`, `bytes that begin with 00 01 02`.
  case other(String)

  /// The header of a format the mock reads, nil for anything else.
  package var header: ImageHeader? { if case .recognised(let header) = self { header } else { nil } }

  /// The format the mock reads, nil for anything else.
  package var format: ImageFormat? { header?.format }

  /// A drawing in SVG, which is no format that the mock reads.
  package static let svg = ImageSniff.other("an SVG drawing")

  /// What was sent, for a message: `a PNG image`, `an HTML page`, `bytes that begin with 00 01 02`.
  package var description: String {
    switch self {
    case .recognised(let header): "\(header.format.isDecodedUpright ? "an" : "a") \(header.format.name) image"
    case .other(let name): name
    }
  }
}

/// Names what was sent instead of an image the mock reads. It is never decoded.
enum OtherContent {
  /// Tells by the first bytes; those of the formats that the mock reads have been ruled out before.
  static func name(_ bytes: Span<UInt8>) -> String {
    if bytes.isEmpty { return "no bytes at all" }
    return binary(bytes) ?? text(bytes.prefix(1_024))
      ?? "bytes that begin with \(bytes.prefix(8).map(\.hex).joined(separator: " "))"
  }

  private static func binary(_ bytes: Span<UInt8>) -> String? {
    if bytes.holds("GIF87a", at: 0) || bytes.holds("GIF89a", at: 0) { return "a GIF image" }
    if bytes.holds([0x49, 0x49, 0x2A, 0x00], at: 0) || bytes.holds([0x4D, 0x4D, 0x00, 0x2A], at: 0) { return "a TIFF image" }
    if bytes.holds("%PDF-", at: 0) { return "a PDF document" }
    if bytes.holds([0x50, 0x4B, 0x03, 0x04], at: 0) { return "a ZIP archive" }
    // "BM" alone also begins words; the reserved bytes of the file header are zero.
    if bytes.holds("BM", at: 0), bytes.holds([0, 0, 0, 0], at: 6) { return "a BMP image" }
    return nil
  }

  private static func text(_ bytes: [UInt8]) -> String? {
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else { return nil }
    // A scalar may be cut at the end of the sample; anything else that is not UTF-8 is not text.
    guard (0...min(3, bytes.count - 1)).contains(where: { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }) else {
      return nil
    }
    let text = String(decoding: bytes, as: UTF8.self).lowercased().drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if isSVG(text) { return "\(ImageSniff.svg)" }
    if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") { return "an HTML page" }
    if text.hasPrefix("{") || text.hasPrefix("[") { return "a JSON text" }
    let beginnings = ["data:image/", "ivborw0kggo", "/9j/", "uklgr"]
    return beginnings.contains(where: text.hasPrefix) ? "base64 text" : "plain text"
  }

  /// Drawing programs put comments and a document type in front of the element.
  private static func isSVG(_ text: some StringProtocol) -> Bool {
    if text.hasPrefix("<svg") || text.hasPrefix("<!doctype svg") { return true }
    return text.hasPrefix("<?xml") || text.hasPrefix("<!--") ? text.contains("<svg") || text.contains("<!doctype svg") : false
  }
}
