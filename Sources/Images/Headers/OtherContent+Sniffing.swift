internal import Formats

extension OtherContent {
  /// Tells by the first bytes; those of PNG, JPEG and WebP have been ruled out before.
  init(sniffing bytes: Span<UInt8>) {
    if bytes.isEmpty {
      self = .empty
    } else if let binary = OtherContent.binary(bytes) {
      self = binary
    } else if let text = OtherContent.text(bytes.prefix(1_024)) {
      self = text
    } else {
      self = .unknown(firstBytes: bytes.prefix(8).map(\.hex).joined(separator: " "))
    }
  }

  private static func binary(_ bytes: Span<UInt8>) -> OtherContent? {
    if bytes.holds("GIF87a", at: 0) || bytes.holds("GIF89a", at: 0) { return .gif }
    if bytes.holds([0x49, 0x49, 0x2A, 0x00], at: 0) || bytes.holds([0x4D, 0x4D, 0x00, 0x2A], at: 0) { return .tiff }
    if bytes.holds("%PDF-", at: 0) { return .pdf }
    if bytes.holds([0x50, 0x4B, 0x03, 0x04], at: 0) { return .zip }
    // "BM" alone also begins words; the reserved bytes of the file header are zero.
    if bytes.holds("BM", at: 0), bytes.holds([0, 0, 0, 0], at: 6) { return .bmp }
    if bytes.holds("ftyp", at: 4) { return isoMedia(bytes) }
    return nil
  }

  /// Reads the brands of an ISO base media file; the major one may be the general `mif1`.
  private static func isoMedia(_ bytes: Span<UInt8>) -> OtherContent? {
    let end = Swift.min(bytes.bigEndian32(at: 0) ?? 0, bytes.count, 256)
    var brands = [String(decoding: bytes.prefix(4, from: 8), as: UTF8.self)]
    for offset in stride(from: 16, to: Swift.max(16, end), by: 4) {
      brands.append(String(decoding: bytes.prefix(4, from: offset), as: UTF8.self))
    }
    if brands.contains(where: ["avif", "avis"].contains) { return .avif }
    return brands.contains(where: ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"].contains) ? .heic : nil
  }

  private static func text(_ bytes: [UInt8]) -> OtherContent? {
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else { return nil }
    // A scalar may be cut at the end of the sample; anything else that is not UTF-8 is not text.
    guard (0...min(3, bytes.count - 1)).contains(where: { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }) else {
      return nil
    }
    let text = String(decoding: bytes, as: UTF8.self).lowercased().drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if text.hasPrefix("<svg") || text.hasPrefix("<?xml") && text.contains("<svg") { return .svg }
    if text.hasPrefix("<!doctype html") || text.hasPrefix("<html") { return .html }
    if text.hasPrefix("{") || text.hasPrefix("[") { return .json }
    let beginnings = ["data:image/", "ivborw0kggo", "/9j/", "uklgr"]
    return beginnings.contains(where: text.hasPrefix) ? .base64 : .text
  }
}
