internal import Images

/// A PNG whose samples are all 0: black, and transparent where the mode has alpha.
///
/// It takes no time to write, however large: the pixels are one run of zeros.
struct FlatPNG: Sendable {
  /// What a pixel is in the file.
  enum Mode: String, CaseIterable, Sendable {
    case grey = "L"
    case greyAlpha = "LA"
    case rgb = "RGB"
    case rgba = "RGBA"
    /// A palette of one colour, a transparent one (`tRNS`).
    case palette = "P"

    var colourType: UInt8 {
      switch self {
      case .grey: 0
      case .rgb: 2
      case .palette: 3
      case .greyAlpha: 4
      case .rgba: 6
      }
    }

    var channels: Int {
      switch self {
      case .grey, .palette: 1
      case .greyAlpha: 2
      case .rgb: 3
      case .rgba: 4
      }
    }
  }

  enum Damage: String, CaseIterable, Sendable {
    /// The checksum of the pixels' chunk is wrong.
    case crc
    /// The file ends in the middle of its pixels.
    case truncated
    /// The file ends after its header.
    case headerOnly = "header-only"
    /// The compressed data go on for 64 MB after the last pixel.
    case bomb
  }

  let width: Int
  let height: Int
  let mode: Mode
  let padTo: Int?
  /// By EXIF's numbers; nil: the file has no EXIF data.
  let orientation: Int?
  let damage: Damage?

  /// Zeros that are one byte more in each row than its samples: the filter.
  private var rawLength: Int { damage == .headerOnly ? 0 : (1 + width * mode.channels) * height + (damage == .bomb ? 64 << 20 : 0) }

  /// Most raw bytes that are worth writing: twice the largest picture that an API takes, in RGBA.
  private static let longestRaw = 1 << 28
  private static let sides = 0...0x7FFF_FFFF

  init(_ node: FixtureNode) throws(FixtureError) {
    let object = try node.object("a $png", ["width", "height", "mode", "pad-to", "orientation", "damage"])
    width = try object.required("width").integer(in: Self.sides)
    height = try object.required("height").integer(in: Self.sides)
    mode = Mode(rawValue: try object["mode"]?.string(of: Mode.allCases.map(\.rawValue), "mode") ?? "RGB") ?? .rgb
    damage = Damage(rawValue: try object["damage"]?.string(of: Damage.allCases.map(\.rawValue), "damage") ?? "")
    padTo = try object["pad-to"]?.integer(in: 0...1 << 28)
    orientation = try object["orientation"]?.integer(in: 1...8)
    guard damage == .headerOnly || height == 0 || width <= Self.longestRaw / height / mode.channels else {
      throw node.error("\(width)x\(height) is more than a file is made of; write \"damage\": \"header-only\"")
    }
    if let pad = object["pad-to"], let padTo {
      let least = unpadded().count + PNGChunk.overhead
      guard padTo >= least else { throw pad.error("the file has \(least) bytes at least when it is padded; write \(least) or more") }
    }
  }

  func bytes() -> [UInt8] {
    let file = unpadded()
    guard let padTo else { return file }
    let padding = PNGChunk.padding(padTo - file.count)
    return Array(file[..<PNGChunk.headLength] + padding + file[PNGChunk.headLength...])
  }

  private func unpadded() -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    file += PNGChunk.bytes("IHDR", width.bigEndian32 + height.bigEndian32 + [8, mode.colourType, 0, 0, 0])
    if damage == .headerOnly { return file }
    if let orientation { file += PNGChunk.bytes("eXIf", FlatEXIF.bytes(orientation)) }
    if mode == .palette { file += PNGChunk.bytes("PLTE", [0xD0, 0xA0, 0x60]) + PNGChunk.bytes("tRNS", [0]) }
    var pixels = PNGChunk.bytes("IDAT", ZlibZeros.stream(of: rawLength))
    if damage == .crc { pixels[pixels.count - 1] ^= 0xFF }
    if damage == .truncated { return file + pixels.prefix(pixels.count / 2) }
    return file + pixels + PNGChunk.bytes("IEND", [])
  }
}

/// EXIF data that say how to turn a picture, and nothing else.
enum FlatEXIF {
  /// A big-endian TIFF file whose one directory has one entry (CIPA DC-008, 4.6).
  static func bytes(_ orientation: Int) -> [UInt8] {
    Array("MM".utf8) + [0, 42] + 8.bigEndian32 + [0, 1] + [0x01, 0x12, 0, 3] + 1.bigEndian32 + [0, UInt8(orientation), 0, 0] + 0.bigEndian32
  }
}

/// A JPEG or WebP of one colour.
enum FlatPicture {
  private static let sides = 1...4096

  /// The file that `{"width":…, "height":…, "damage":…}` describes.
  static func file(_ format: ImageFormat, _ node: FixtureNode) throws(FixtureError) -> [UInt8] {
    let object = try node.object("a $\(format.rawValue)", ["width", "height", "damage"] + (format == .jpeg ? ["orientation"] : []))
    let size = PixelSize(width: try object.required("width").integer(in: sides), height: try object.required("height").integer(in: sides))
    let isTruncated = try object["damage"]?.string(of: ["truncated"], "damage") != nil
    let orientation = try object["orientation"]?.integer(in: 1...8)
    do {
      var file = try ImageEncoder.encode(GreyRows(size: size), as: format)
      if let orientation {
        // The first segment, behind the two bytes that every JPEG begins with; its length counts itself.
        let data = "Exif".utf8 + [0, 0] + FlatEXIF.bytes(orientation)
        file.insert(contentsOf: [0xFF, 0xE1, 0, UInt8(data.count + 2)] + data, at: 2)
      }
      return isTruncated ? Array(file.prefix(file.count * 3 / 4)) : file
    } catch { throw node.error(error.message) }
  }
}

private struct GreyRows: RowSource {
  let size: PixelSize

  var layout: RowLayout { RowLayout(size: size, channels: .rgb) }

  func fill(row: inout [UInt8], at y: Int) { row = [UInt8](repeating: 0x80, count: row.count) }
}

/// Chunks of a PNG: length, type, data, checksum (W3C PNG, third edition, 5.3).
enum PNGChunk {
  /// Bytes of a chunk beside its data.
  static let overhead = 12
  /// Bytes of the signature and of `IHDR`, behind which padding goes.
  static let headLength = 33
  private static let paddingPiece = 1 << 16

  static func bytes(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = type.utf8 + data
    return data.count.bigEndian32 + body + Int(checksum(body)).bigEndian32
  }

  /// Ancillary chunks that have so many bytes together, 12 at least; equal ones, so that one checksum does for most.
  static func padding(_ length: Int) -> [UInt8] {
    let piece = bytes("mkPd", [UInt8](repeating: 0, count: paddingPiece))
    var result: [UInt8] = []
    result.reserveCapacity(length)
    while length - result.count >= piece.count + overhead { result += piece }
    while length - result.count > 0 {
      let left = length - result.count
      // What is left behind this chunk must hold another, or be nothing.
      let size = left > piece.count ? left - overhead : left
      result += bytes("mkPd", [UInt8](repeating: 0, count: size - overhead))
    }
    return result
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { crc, byte in table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ (crc >> 8) }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ (crc >> 1) : crc >> 1 }
  }
}

extension Int {
  /// The lower 32 bits, highest byte first.
  var bigEndian32: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: self >> $0) } }
}

/// Zeros as a zlib stream (RFC 1950) of one deflate block with fixed codes (RFC 1951, 3.2.6): 13 bits for each 258 of them.
enum ZlibZeros {
  static func stream(of count: Int) -> [UInt8] {
    var bits = BitWriter(bytes: [0x78, 0x01])
    // The last block, with fixed codes.
    bits.append(0b011, count: 3)
    let (matches, rest) = max(0, count - 1).quotientAndRemainder(dividingBy: 258)
    if count > 0 { bits.append(literal, count: 8) }
    for _ in 0..<matches { bits.append(match, count: 13) }
    for _ in 0..<rest { bits.append(literal, count: 8) }
    // The end of the block is seven zeros; up to seven more fill the last byte.
    bits.append(0, count: 14)
    // Adler-32 of zeros: the first sum stays 1, the second counts them.
    return bits.bytes + ((count % 65_521) << 16 | 1).bigEndian32
  }

  // Huffman codes turned round: their highest bit goes first.
  /// A zero byte: the code 0b0011_0000, of 8 bits.
  private static let literal: UInt64 = 0b0000_1100
  /// 258 bytes like the one before: length code 285, the 8 bits 0b1100_0101, and distance code 0, of 5 bits.
  private static let match: UInt64 = 0b1010_0011
}

/// Appends bits to bytes, the first in the lowest place.
private struct BitWriter {
  /// Whole bytes; bits that fill none yet are not among them.
  private(set) var bytes: [UInt8]
  private var pending: UInt64 = 0
  private var pendingCount = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func append(_ bits: UInt64, count: Int) {
    pending |= bits << UInt64(pendingCount)
    pendingCount += count
    while pendingCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingCount -= 8
    }
  }
}
