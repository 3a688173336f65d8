internal import Formats

/// Reads the first chunk of a WebP (RFC 9649, 2; RFC 6386, 9.1).
enum WebPHeader {
  static func read(_ bytes: Span<UInt8>) -> ImageHeader {
    var header = ImageHeader(.webp)
    header.bitDepth = 8
    guard bytes.count >= 20 else { return header.broken(at: bytes.count, "expected a first chunk but found the end of the file") }
    if bytes.holds("VP8X", at: 12) { return readExtended(bytes, header) }
    if bytes.holds("VP8L", at: 12) { return readLossless(bytes, header) }
    if bytes.holds("VP8 ", at: 12) { return readLossy(bytes, header) }
    return header.broken(at: 12, "expected a chunk VP8, VP8L or VP8X but found another one")
  }

  private static func readExtended(_ bytes: Span<UInt8>, _ known: ImageHeader) -> ImageHeader {
    var header = known
    guard let flags = bytes.byte(at: 20), let width = bytes.littleEndian24(at: 24), let height = bytes.littleEndian24(at: 27) else {
      return cut(header, bytes)
    }
    header.hasAlpha = flags & 0x10 != 0
    header.size = PixelSize(width: width + 1, height: height + 1)
    return header
  }

  private static func readLossless(_ bytes: Span<UInt8>, _ known: ImageHeader) -> ImageHeader {
    var header = known
    guard let mark = bytes.byte(at: 20), let bits = bytes.littleEndian32(at: 21) else { return cut(header, bytes) }
    guard mark == 0x2F else { return header.broken(at: 20, "expected the byte 0x2F of a VP8L image but found \(bytes.found(at: 20))") }
    guard bits >> 29 == 0 else { return header.broken(at: 24, "expected version 0 of VP8L but found \(bits >> 29)") }
    header.hasAlpha = bits >> 28 & 1 == 1
    header.size = PixelSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    return header
  }

  private static func readLossy(_ bytes: Span<UInt8>, _ known: ImageHeader) -> ImageHeader {
    var header = known
    guard let tag = bytes.byte(at: 20), let width = bytes.littleEndian16(at: 26), let height = bytes.littleEndian16(at: 28) else {
      return cut(header, bytes)
    }
    guard tag & 1 == 0, bytes.holds([0x9D, 0x01, 0x2A], at: 23) else {
      return header.broken(at: 20, "expected a key frame of VP8 but found something else")
    }
    guard width & 0x3FFF > 0, height & 0x3FFF > 0 else {
      return header.broken(at: 26, "expected sides of at least 1 pixel but found \(width & 0x3FFF)x\(height & 0x3FFF)")
    }
    header.size = PixelSize(width: width & 0x3FFF, height: height & 0x3FFF)
    return header
  }

  private static func cut(_ header: ImageHeader, _ bytes: Span<UInt8>) -> ImageHeader {
    header.broken(at: bytes.count, "expected the size of the image but found the end of the file after \(bytes.count) bytes")
  }
}
