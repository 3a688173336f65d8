/// A PNG assembled by hand, so that every part of it can be wrong.
struct PNGFile {
  struct Chunk {
    var type: String
    var data: [UInt8]
    var crc: UInt32

    /// A chunk with its true CRC.
    init(_ type: String, _ data: [UInt8] = []) {
      self.type = type
      self.data = data
      crc = Checksum.crc32(Array(type.utf8) + data)
    }
  }

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  var chunks: [Chunk]

  init(_ chunks: [Chunk]) { self.chunks = chunks }

  var bytes: [UInt8] {
    chunks.reduce(into: Self.signature) { file, chunk in
      file += bigEndian(UInt32(chunk.data.count)) + Array(chunk.type.utf8) + chunk.data + bigEndian(chunk.crc)
    }
  }

  /// A 4x3 RGB picture in one IDAT chunk.
  static var small: PNGFile {
    let rows: [UInt8] = (0..<3).flatMap { (y: Int) -> [UInt8] in
      let samples = (0..<12).map { UInt8(y * 40 + $0 * 7) }
      return [0] + samples
    }
    return PNGFile([.header(width: 4, height: 3, depth: 8, colorType: 2), Chunk("IDAT", zlib(rows)), Chunk("IEND")])
  }

  /// `small` with `chunk` before its image data.
  static func small(with chunk: Chunk) -> PNGFile {
    var file = small
    file.chunks.insert(chunk, at: 1)
    return file
  }

  /// The chunks of a sound file.
  static func chunks(of bytes: [UInt8]) -> [Chunk] {
    var chunks: [Chunk] = []
    var offset = signature.count
    while offset + 12 <= bytes.count {
      let length = bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      let type = String(decoding: bytes[offset + 4..<offset + 8], as: UTF8.self)
      chunks.append(Chunk(type, Array(bytes[offset + 8..<offset + 8 + length])))
      offset += 12 + length
    }
    return chunks
  }
}

extension PNGFile.Chunk {
  static func header(width: UInt32, height: UInt32, depth: UInt8, colorType: UInt8, interlaced: Bool = false) -> Self {
    Self("IHDR", bigEndian(width) + bigEndian(height) + [depth, colorType, 0, 0, interlaced ? 1 : 0])
  }
}

func bigEndian(_ value: UInt32) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}

/// `bytes` as a zlib stream of one stored block, at most 65,535 bytes long.
func zlib(_ bytes: [UInt8]) -> [UInt8] {
  let length = UInt16(bytes.count)
  let lengths = [length, ~length].flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  return [0x78, 0x01, 0x01] + lengths + bytes + bigEndian(Checksum.adler32(bytes))
}

enum Checksum {
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc = UInt32.max
    for byte in bytes { crc = crcTable[Int(crc & 255 ^ UInt32(byte))] ^ crc >> 8 }
    return ~crc
  }

  private static let crcTable: [UInt32] = (0..<256).map { index -> UInt32 in
    (0..<8).reduce(index) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
  }

  static func adler32(_ bytes: [UInt8]) -> UInt32 {
    let sums = bytes.reduce(into: (a: UInt32(1), b: UInt32(0))) { sums, byte in
      sums.a = (sums.a + UInt32(byte)) % 65_521
      sums.b = (sums.b + sums.a) % 65_521
    }
    return sums.b << 16 | sums.a
  }
}
