package import Formats

/// What the first bytes of an image file say of it, without any decoding.
package struct ImageHeader: Sendable, Equatable {
  /// What the first bytes say.
  package let format: ImageFormat
  /// The size as it is stored; nil when the header is cut off or wrong, and `defect` says why.
  package internal(set) var size: PixelSize?
  /// How the stored picture is turned to be seen: EXIF's orientation, or in HEIC and AVIF the boxes `irot` and `imir`.
  package internal(set) var orientation = ImageOrientation.upright
  /// Whether pixels can be transparent: alpha channel, or `tRNS` before the pixels of a PNG.
  package internal(set) var hasAlpha = false
  /// Bits of one channel; always 8 for WebP.
  package internal(set) var bitDepth: Int?
  /// Of a PNG: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha.
  package internal(set) var pngColourType: Int?
  /// Components of a JPEG: 1 grey, 3 colour, 4 CMYK.
  package internal(set) var jpegComponents: Int?
  /// Of HEIC and AVIF: how the pixels are coded.
  var heifCoding: HEIFCoding?
  /// What is wrong with the header, and where; nil when nothing is.
  package internal(set) var defect: SyntaxError?

  init(_ format: ImageFormat) { self.format = format }

  /// The size as a viewer shows it; nil when ``size`` is.
  package var seenSize: PixelSize? { size.map(orientation.seen) }

  /// Tells what `bytes` are and reads the header if they are of a format the mock reads; never fails, whatever they are.
  package static func read(_ bytes: Span<UInt8>) -> ImageSniff {
    if bytes.holds(PNGHeader.signature, at: 0) { return .recognised(PNGHeader.read(bytes)) }
    if bytes.holds([0xFF, 0xD8, 0xFF], at: 0) { return .recognised(JPEGHeader.read(bytes)) }
    if bytes.holds("RIFF", at: 0), bytes.holds("WEBP", at: 8) { return .recognised(WebPHeader.read(bytes)) }
    if let format = HEIFHeader.format(of: bytes) { return .recognised(HEIFHeader.read(bytes, format)) }
    return .other(OtherContent.name(bytes))
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

  /// Returns the header of a file that ends before what is expected.
  func cut(_ bytes: Span<UInt8>, before expected: String) -> ImageHeader {
    broken(at: bytes.count, "expected \(expected) but found the end of the file after \(bytes.count) bytes")
  }
}

/// Reads the chunks of a PNG up to its pixels (W3C PNG, third edition, 5 and 11).
enum PNGHeader {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  // Chunk types as the numbers their letters make.
  private static let idat = 0x4944_4154
  private static let trns = 0x7452_4E53
  private static let exif = 0x6558_4966

  static func read(_ bytes: Span<UInt8>) -> ImageHeader {
    var header = ImageHeader(.png)
    guard let length = bytes.bigEndian32(at: 8), bytes.count >= 33 else {
      return header.broken(at: bytes.count, "expected a signature and an IHDR chunk of 33 bytes but found \(bytes.count) bytes")
    }
    guard bytes.holds("IHDR", at: 12), length == 13 else {
      return header.broken(at: 8, "expected an IHDR chunk of 13 bytes but found another chunk")
    }
    let width = bytes.bigEndian32(at: 16) ?? 0
    let height = bytes.bigEndian32(at: 20) ?? 0
    let colourType = Int(bytes[25])
    header.bitDepth = Int(bytes[24])
    header.pngColourType = colourType
    header.hasAlpha = colourType == 4 || colourType == 6
    guard 1...0x7FFF_FFFF ~= width, 1...0x7FFF_FFFF ~= height else {
      return header.broken(at: 16, "expected sides of 1 to 2147483647 pixels but found \(width)x\(height)")
    }
    guard depths(of: colourType).contains(Int(bytes[24])) else {
      return header.broken(at: 24, "expected a bit depth that goes with its colour type but found depth \(bytes[24]), type \(colourType)")
    }
    guard bytes[26] == 0, bytes[27] == 0, bytes[28] <= 1 else {
      return header.broken(at: 26, "expected the methods 0, 0 and 0 or 1 but found \(bytes[26]), \(bytes[27]) and \(bytes[28])")
    }
    header.size = PixelSize(width: width, height: height)
    readChunks(of: bytes, into: &header)
    return header
  }

  private static func depths(of colourType: Int) -> [Int] {
    switch colourType {
    case 0: [1, 2, 4, 8, 16]
    case 3: [1, 2, 4, 8]
    case 2, 4, 6: [8, 16]
    default: []
    }
  }

  /// Looks for `tRNS` in front of the pixels, and for the first `eXIf`, which may stand behind them; a cut there is the decoder's to find.
  private static func readChunks(of bytes: Span<UInt8>, into header: inout ImageHeader) {
    var offset = 33
    var isBeforePixels = true
    while let length = bytes.bigEndian32(at: offset), let type = bytes.bigEndian32(at: offset + 4) {
      switch type {
      case idat: isBeforePixels = false
      case trns where isBeforePixels: header.hasAlpha = true
      case exif:
        header.orientation = EXIF.orientation(in: offset + 8..<offset + 8 + length, of: bytes)
        return
      default: break
      }
      offset += 12 + length
    }
  }
}

/// Walks the markers of a JPEG up to its frame header (ITU T.81, B.1 and B.2.2).
enum JPEGHeader {
  static func read(_ bytes: Span<UInt8>) -> ImageHeader {
    var header = ImageHeader(.jpeg)
    var hasEXIF = false
    var offset = 2
    while true {
      // Stray bytes before a marker do no harm: decoders skip them.
      while let byte = bytes.byte(at: offset), byte != 0xFF { offset += 1 }
      while bytes.byte(at: offset + 1) == 0xFF { offset += 1 }
      guard let marker = bytes.byte(at: offset + 1) else { return header.cut(bytes, before: "a frame header") }
      let segment = offset + 2
      switch marker {
      case 0x00, 0x01, 0xD0...0xD7:
        offset = segment
        continue
      case 0xC0...0xCF where marker != 0xC4 && marker != 0xC8 && marker != 0xCC: return readFrame(marker, at: segment, of: bytes, header)
      case 0xD8, 0xD9, 0xDA:
        return header.broken(at: offset, "expected a frame header before the pixels but found the marker 0xFF\(marker.hex)")
      default: break
      }
      guard let length = bytes.bigEndian16(at: segment) else { return header.cut(bytes, before: "a frame header") }
      // The first one counts, as for viewers.
      if marker == 0xE1, !hasEXIF, bytes.holds(EXIF.signature, at: segment + 2) {
        header.orientation = EXIF.orientation(in: segment + 2..<segment + max(length, 2), of: bytes)
        hasEXIF = true
      }
      // The length counts itself; decoders take less than that for an empty segment.
      offset = segment + max(length, 2)
    }
  }

  private static func readFrame(_ marker: UInt8, at segment: Int, of bytes: Span<UInt8>, _ known: ImageHeader) -> ImageHeader {
    var header = known
    guard let length = bytes.bigEndian16(at: segment), let precision = bytes.byte(at: segment + 2),
      let height = bytes.bigEndian16(at: segment + 3), let width = bytes.bigEndian16(at: segment + 5),
      let components = bytes.byte(at: segment + 7)
    else { return header.cut(bytes, before: "a frame header") }
    header.bitDepth = Int(precision)
    header.jpegComponents = Int(components)
    guard components > 0, length == 8 + 3 * Int(components) else {
      return header.broken(at: segment, "expected a frame header of \(8 + 3 * Int(components)) bytes but found \(length)")
    }
    guard width > 0, height > 0 else {
      return header.broken(at: segment + 3, "expected sides of at least 1 pixel but found \(width)x\(height)")
    }
    header.size = PixelSize(width: width, height: height)
    return header
  }
}

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
      return header.cut(bytes, before: "the size of the image")
    }
    header.hasAlpha = flags & 0x10 != 0
    header.size = PixelSize(width: width + 1, height: height + 1)
    if flags & 0x08 != 0 { header.orientation = orientation(bytes) }
    return header
  }

  /// Looks for the first chunk `EXIF`, which stands behind the pixels.
  private static func orientation(_ bytes: Span<UInt8>) -> ImageOrientation {
    var offset = 12
    while let length = bytes.littleEndian32(at: offset + 4) {
      if bytes.holds("EXIF", at: offset) { return EXIF.orientation(in: offset + 8..<offset + 8 + length, of: bytes) }
      // Chunks of an odd length are padded.
      offset += 8 + length + length % 2
    }
    return .upright
  }

  private static func readLossless(_ bytes: Span<UInt8>, _ known: ImageHeader) -> ImageHeader {
    var header = known
    guard let mark = bytes.byte(at: 20), let bits = bytes.littleEndian32(at: 21) else {
      return header.cut(bytes, before: "the size of the image")
    }
    guard mark == 0x2F else { return header.broken(at: 20, "expected the byte 0x2F of a VP8L image but found \(bytes.found(at: 20))") }
    guard bits >> 29 == 0 else { return header.broken(at: 24, "expected version 0 of VP8L but found \(bits >> 29)") }
    header.hasAlpha = bits >> 28 & 1 == 1
    header.size = PixelSize(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    return header
  }

  private static func readLossy(_ bytes: Span<UInt8>, _ known: ImageHeader) -> ImageHeader {
    var header = known
    guard let tag = bytes.byte(at: 20), let width = bytes.littleEndian16(at: 26), let height = bytes.littleEndian16(at: 28) else {
      return header.cut(bytes, before: "the size of the image")
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
}
