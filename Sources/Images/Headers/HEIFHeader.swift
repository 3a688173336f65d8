internal import Formats

/// How the pixels of a HEIF file are coded, by the type of its items: `hvc1` is HEVC, `av01` is AV1.
struct HEIFCoding: Sendable, Equatable {
  /// Four characters.
  let name: String
}

/// Reads what the boxes of a HEIF file say of its primary image (ISO/IEC 14496-12, 8.11; ISO/IEC 23008-12, 6.5; AVIF, 2).
///
/// EXIF data are not looked at: what turns a picture is a property of it, and EXIF only repeats that (ISO/IEC 23008-12, annex A).
enum HEIFHeader {
  /// Tells by the brands whether this is a HEIF file; nil: it is not.
  static func format(of bytes: Span<UInt8>) -> ImageFormat? {
    guard bytes.holds("ftyp", at: 4) else { return nil }
    // The major brand may be the general `mif1`. Files have a handful of brands.
    let end = Swift.min(bytes.bigEndian32(at: 0) ?? 0, bytes.count, 256)
    let offsets = [8] + stride(from: 16, to: Swift.max(16, end), by: 4)
    var brands: [String] = []
    for offset in offsets { brands.append(String(decoding: bytes.prefix(4, from: offset), as: UTF8.self)) }
    if brands.contains(where: ["avif", "avis"].contains) { return .avif }
    return brands.contains(where: ["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"].contains) ? .heic : nil
  }

  /// Reads the header; never fails, whatever the bytes are.
  static func read(_ bytes: Span<UInt8>, _ format: ImageFormat) -> ImageHeader {
    let header = ImageHeader(format)
    guard let meta = HEIFBox.first("meta", in: 0..<bytes.count, of: bytes) else { return header.cut(bytes, before: "a box meta") }
    guard meta.end <= bytes.count else { return header.cut(bytes, before: "the end of the box meta") }
    guard let items = HEIFItems(meta, of: bytes) else {
      return header.broken(at: meta.start, "expected a primary image with properties but found none")
    }
    return read(items, of: bytes, header)
  }

  private static func read(_ items: HEIFItems, of bytes: Span<UInt8>, _ known: ImageHeader) -> ImageHeader {
    var header = known
    header.heifCoding = items.coding(of: bytes)
    header.hasAlpha = items.hasAlpha(bytes)
    // In their order: what is cropped first may then be turned.
    for property in items.properties(of: items.primary, in: bytes) {
      switch property.type(in: bytes) {
      case "ispe":
        guard let width = bytes.bigEndian32(at: property.body + 4), let height = bytes.bigEndian32(at: property.body + 8) else { continue }
        header.size = PixelSize(width: width, height: height)
      case "clap": header.size = cropped(header.size, property, bytes)
      case "irot": header.orientation = header.orientation.turnedRight((4 - Int(bytes.byte(at: property.body) ?? 0) & 3) & 3)
      case "imir":
        // 0 exchanges top and bottom, 1 left and right.
        let mirrored = header.orientation.thenMirrored
        header.orientation = (bytes.byte(at: property.body) ?? 0) & 1 == 1 ? mirrored : mirrored.turnedRight(2)
      case "pixi": header.bitDepth = bytes.byte(at: property.body + 5).map(Int.init)
      default: break
      }
    }
    guard let size = header.size else { return header.broken(at: bytes.count, "expected a box ispe of the primary image but found none") }
    guard size.width > 0, size.height > 0 else {
      return header.broken(at: bytes.count, "expected sides of at least 1 pixel but found \(size)")
    }
    return header
  }

  /// The size behind a box `clap`: two fractions of pixels; one that makes no sense is left to the decoder.
  private static func cropped(_ size: PixelSize?, _ box: HEIFBox, _ bytes: Span<UInt8>) -> PixelSize? {
    func side(_ numerator: Int?, _ denominator: Int?, _ whole: Int) -> Int {
      guard let numerator, let denominator, denominator > 0 else { return whole }
      let side = (numerator + denominator / 2) / denominator
      return 1...whole ~= side ? side : whole
    }
    guard let size, size.width > 0, size.height > 0 else { return size }
    return PixelSize(
      width: side(bytes.bigEndian32(at: box.body), bytes.bigEndian32(at: box.body + 4), size.width),
      height: side(bytes.bigEndian32(at: box.body + 8), bytes.bigEndian32(at: box.body + 12), size.height))
  }
}

/// A box of an ISO base media file: where it starts, where its body starts and where it ends, which may be behind the end of the file.
struct HEIFBox {
  let start: Int
  let body: Int
  let end: Int

  /// The four characters of its type.
  func type(in bytes: Span<UInt8>) -> String { String(decoding: bytes.prefix(4, from: start + 4), as: UTF8.self) }

  /// Reads the box that starts at an offset; nil: none is whole enough to have a length there.
  init?(at start: Int, before limit: Int, of bytes: Span<UInt8>) {
    guard start + 8 <= limit, let short = bytes.bigEndian32(at: start) else { return nil }
    self.start = start
    switch short {
    case 0: (body, end) = (start + 8, limit)
    case 1:
      guard let high = bytes.bigEndian32(at: start + 8), let low = bytes.bigEndian32(at: start + 12), high < 1 << 20 else { return nil }
      (body, end) = (start + 16, start + (high << 32 | low))
    default: (body, end) = (start + 8, start + short)
    }
    guard end >= body else { return nil }
  }

  /// Returns the first box of a type among those that stand in a range one behind the other.
  static func first(_ type: StaticString, in range: Range<Int>, of bytes: Span<UInt8>) -> HEIFBox? {
    var offset = range.lowerBound
    while let box = HEIFBox(at: offset, before: range.upperBound, of: bytes) {
      if bytes.holds(type, at: box.start + 4) { return box }
      offset = box.end
    }
    return nil
  }
}
