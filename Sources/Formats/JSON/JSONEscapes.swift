/// Reading of backslash escapes that the parser has already checked.
enum JSONEscapes {
  /// The bytes of `range` with every escape replaced by what it stands for.
  static func unescaped(_ bytes: [UInt8], in range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let run = min(bytes.span.firstSpecialInString(from: offset), range.upperBound)
      result.append(contentsOf: bytes[offset..<run])
      offset = run
      if offset < range.upperBound { offset = append(escapeAt: offset, of: bytes, to: &result) }
    }
    return result
  }

  /// Appends what the escape at `offset` stands for; gives the offset after it.
  private static func append(escapeAt offset: Int, of bytes: [UInt8], to result: inout [UInt8]) -> Int {
    let letter = bytes[offset + 1]
    guard letter == UInt8(ascii: "u") else {
      result.append(plain(letter))
      return offset + 2
    }
    let unit = codeUnit(at: offset, of: bytes)
    let next = offset + 6
    if UTF16.isLeadSurrogate(unit), let trail = trailSurrogate(at: next, of: bytes) {
      let value = 0x10000 + (UInt32(unit) & 0x3FF) << 10 + UInt32(trail) & 0x3FF
      append(UnicodeScalar(value), to: &result)
      return next + 6
    }
    append(UnicodeScalar(unit), to: &result)
    return next
  }

  /// Appends UTF-8; no scalar is a lone surrogate.
  private static func append(_ scalar: UnicodeScalar?, to result: inout [UInt8]) {
    result.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
  }

  private static func plain(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: letter
    }
  }

  private static func trailSurrogate(at offset: Int, of bytes: [UInt8]) -> UInt16? {
    guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u") else { return nil }
    let unit = codeUnit(at: offset, of: bytes)
    return UTF16.isTrailSurrogate(unit) ? unit : nil
  }

  /// The four digits of a `\uXXXX` that begins at `offset`.
  private static func codeUnit(at offset: Int, of bytes: [UInt8]) -> UInt16 {
    bytes[offset + 2..<offset + 6].reduce(0) { $0 << 4 | UInt16($1.hexDigitValue ?? 0) }
  }
}
