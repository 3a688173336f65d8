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
