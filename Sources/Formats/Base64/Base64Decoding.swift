internal import Support

/// One run over a text: whole quads by table, and character by character around anything else.
struct Base64Decoding {
  private var bytes: [UInt8]
  private var filled = 0
  /// Sextets of a quad that is not complete, the latest lowest.
  private var pending: UInt32 = 0
  private var pendingCount = 0

  init(capacity: Int) { bytes = zeroedBuffer(capacity) }

  consuming func result() -> [UInt8] {
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  mutating func decode(_ text: Span<UInt8>) throws(Base64Error) {
    var offset = 0
    while offset < text.count {
      offset = decodeQuads(of: text, from: offset)
      repeat {
        guard offset < text.count else { break }
        if text[offset] == UInt8(ascii: "=") { return try finish(text, paddingAt: offset) }
        try take(text, at: offset)
        offset += 1
      } while pendingCount != 0
    }
    try flush(text, endAt: text.count)
  }

  /// Decodes up to the first quad that is not of four characters of the alphabet; gives its offset.
  private mutating func decodeQuads(of text: Span<UInt8>, from start: Int) -> Int {
    let quads = Base64Alphabet.quads
    let table = quads.span
    var offset = start
    var target = filled
    var out = bytes.mutableSpan
    while text.count - offset >= 4 {
      // A quad alone first: in text that is broken up by spaces a block of eight would be tried in vain at each step.
      guard Base64Decoding.decodeQuad(text, at: offset, table, &out, at: target) else { break }
      offset += 4
      target += 3
      let decoded = Base64Decoding.decodeBlocks(of: text, from: offset, &out, at: target)
      offset += decoded
      target += decoded / 4 * 3
      while text.count - offset >= 32, out.count - target >= 24 {
        let block = text.extracting(offset..<offset + 32)
        var flags: UInt32 = 0
        for quad in 0..<8 {
          let bits =
            table[Int(block[4 * quad])] | table[256 + Int(block[4 * quad + 1])]
            | table[512 + Int(block[4 * quad + 2])] | table[768 + Int(block[4 * quad + 3])]
          out[target + 3 * quad] = UInt8(truncatingIfNeeded: bits)
          out[target + 3 * quad + 1] = UInt8(truncatingIfNeeded: bits >> 8)
          out[target + 3 * quad + 2] = UInt8(truncatingIfNeeded: bits >> 16)
          flags |= bits
        }
        // A block with anything else in it was written in vain, and is written again in smaller steps.
        guard flags & Base64Alphabet.invalid == 0 else { break }
        offset += 32
        target += 24
      }
    }
    filled = target
    return offset
  }

  @inline(__always)
  private static func decodeQuad(
    _ text: Span<UInt8>, at offset: Int, _ table: Span<UInt32>, _ out: inout MutableSpan<UInt8>, at target: Int
  ) -> Bool {
    let bits =
      table[Int(text[offset])] | table[256 + Int(text[offset + 1])]
      | table[512 + Int(text[offset + 2])] | table[768 + Int(text[offset + 3])]
    guard bits & Base64Alphabet.invalid == 0 else { return false }
    out[target] = UInt8(truncatingIfNeeded: bits)
    out[target + 1] = UInt8(truncatingIfNeeded: bits >> 8)
    out[target + 2] = UInt8(truncatingIfNeeded: bits >> 16)
    return true
  }
}

// The slow path.
extension Base64Decoding {
  private mutating func take(_ text: Span<UInt8>, at offset: Int) throws(Base64Error) {
    let byte = text[offset]
    if Base64Decoding.isWhitespace(byte) { return }
    let sextet = Base64Alphabet.sextets[Int(byte)]
    guard sextet != 0xFF else { throw Base64Decoding.error("a base64 character", text, at: offset) }
    pending = pending << 6 | UInt32(sextet)
    pendingCount += 1
    guard pendingCount == 4 else { return }
    put(pending >> 16)
    put(pending >> 8)
    put(pending)
    pending = 0
    pendingCount = 0
  }

  private mutating func put(_ bits: UInt32) {
    bytes[filled] = UInt8(truncatingIfNeeded: bits)
    filled += 1
  }

  /// Reads the padding that begins at `start` and what follows it.
  private mutating func finish(_ text: Span<UInt8>, paddingAt start: Int) throws(Base64Error) {
    guard pendingCount >= 2 else {
      throw Base64Decoding.error(pendingCount == 0 ? "a base64 character or the end" : "a base64 character", text, at: start)
    }
    var allowed = 4 - pendingCount
    for offset in start..<text.count where !Base64Decoding.isWhitespace(text[offset]) {
      guard text[offset] == UInt8(ascii: "="), allowed > 0 else {
        throw Base64Decoding.error("nothing but whitespace after the padding", text, at: offset)
      }
      allowed -= 1
    }
    try flush(text, endAt: start)
  }

  /// Writes the bytes of an incomplete last quad.
  private mutating func flush(_ text: Span<UInt8>, endAt end: Int) throws(Base64Error) {
    switch pendingCount {
    case 1: throw Base64Error(offset: end, message: "expected another base64 character but found the end of the text")
    case 2: put(pending >> 4)
    case 3:
      put(pending >> 10)
      put(pending >> 2)
    default: break
    }
    pendingCount = 0
  }

  private static func error(_ expectation: String, _ text: Span<UInt8>, at offset: Int) -> Base64Error {
    Base64Error(offset: offset, message: "expected \(expectation) but found \(text.found(at: offset))")
  }

  private static func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
}
