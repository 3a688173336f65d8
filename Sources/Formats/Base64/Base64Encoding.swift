extension Base64 {
  /// The two characters of every 12 bits, the first one lowest.
  private static let pairs: [UInt16] = (0..<4096).map {
    UInt16(Base64Alphabet.characters[$0 >> 6]) | UInt16(Base64Alphabet.characters[$0 & 63]) << 8
  }

  /// Encodes bytes as ASCII text in the standard alphabet, padded, in one line.
  package static func encode(_ bytes: [UInt8]) -> [UInt8] {
    let source = bytes.span
    let pairs = Self.pairs
    let table = pairs.span
    var text = [UInt8](repeating: UInt8(ascii: "="), count: (source.count + 2) / 3 * 4)
    var out = text.mutableSpan
    var offset = 0
    var target = 0
    while source.count - offset >= 24, out.count - target >= 32 {
      let block = source.extracting(offset..<offset + 24)
      for triple in 0..<8 { put(block[3 * triple], block[3 * triple + 1], block[3 * triple + 2], table, &out, at: target + 4 * triple) }
      offset += 24
      target += 32
    }
    while source.count - offset >= 3 {
      put(source[offset], source[offset + 1], source[offset + 2], table, &out, at: target)
      offset += 3
      target += 4
    }
    putRest(source, from: offset, table, &out, at: target)
    return text
  }

  @inline(__always) private static func put(
    _ first: UInt8, _ second: UInt8, _ third: UInt8, _ table: Span<UInt16>, _ out: inout MutableSpan<UInt8>, at target: Int
  ) {
    let bits = UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
    let left = table[Int(bits >> 12)]
    let right = table[Int(bits & 4095)]
    out[target] = UInt8(truncatingIfNeeded: left)
    out[target + 1] = UInt8(truncatingIfNeeded: left >> 8)
    out[target + 2] = UInt8(truncatingIfNeeded: right)
    out[target + 3] = UInt8(truncatingIfNeeded: right >> 8)
  }

  /// Encodes one or two last bytes; the padding stands there already.
  private static func putRest(
    _ source: Span<UInt8>, from offset: Int, _ table: Span<UInt16>, _ out: inout MutableSpan<UInt8>, at target: Int
  ) {
    guard let first = source.byte(at: offset) else { return }
    let second = source.byte(at: offset + 1)
    let left = table[Int(first) << 4 | Int(second ?? 0) >> 4]
    out[target] = UInt8(truncatingIfNeeded: left)
    out[target + 1] = UInt8(truncatingIfNeeded: left >> 8)
    if let second { out[target + 2] = Base64Alphabet.characters[Int(second & 15) << 2] }
  }
  /// Returns the characters that these bytes become inside of something longer: one text for each of the three offsets in a group.
  ///
  /// Characters that depend on the neighbours are left out, so a text is up to three characters shorter than the bytes' own encoding.
  package static func cores(of bytes: [UInt8]) -> [[UInt8]] {
    (0..<3).map { shift in
      let encoded = encode([UInt8](repeating: 0, count: shift) + bytes)
      let start = shift == 0 ? 0 : shift + 1
      let end = (shift + bytes.count) * 8 / 6
      return start < end ? Array(encoded[start..<end]) : []
    }
  }
}
