/// Zeros as a zlib stream (RFC 1950) of one deflate block with fixed codes (RFC 1951, 3.2.6): 13 bits for each 258 of them.
enum ZlibZeros {
  static func stream(of count: Int) -> [UInt8] {
    var bits = BitWriter(bytes: [0x78, 0x01])
    // The last block, with fixed codes.
    bits.append(0b011, count: 3)
    var left = count
    if left > 0 {
      bits.append(literal)
      left -= 1
    }
    while left >= 258 {
      bits.append(match)
      left -= 258
    }
    for _ in 0..<left { bits.append(literal) }
    // The end of the block is seven zeros; up to seven more fill the last byte.
    bits.append(0, count: 7)
    bits.append(0, count: 7)
    // Adler-32 of zeros: the first sum stays 1, the second counts them.
    return bits.bytes + ((count % 65_521) << 16 | 1).bigEndian32
  }

  /// A zero byte: the code 0x30 of 8 bits, its highest bit first.
  private static let literal = BitWriter.Code(0x30, count: 8)
  /// 258 bytes like the one before: length code 285, of 8 bits, and distance code 0, of 5.
  private static let match = BitWriter.Code(0b11000101 << 5, count: 13)
}

/// Appends bits to bytes, the first in the lowest place.
private struct BitWriter {
  /// A Huffman code turned round: its highest bit goes first.
  struct Code {
    let bits: UInt64
    let count: Int

    init(_ code: UInt64, count: Int) {
      bits = (0..<count).reduce(0) { $0 | (code >> $1 & 1) << (count - 1 - $1) }
      self.count = count
    }
  }

  /// Whole bytes; bits that fill none yet are not among them.
  private(set) var bytes: [UInt8]
  private var pending: UInt64 = 0
  private var pendingCount = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func append(_ code: Code) { append(code.bits, count: code.count) }

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
