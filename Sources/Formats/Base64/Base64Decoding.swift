internal import CSupport
internal import Support

/// Base64 text to bytes and back (RFC 4648).
///
///     try Base64.decode(Array("aGk=".utf8))  // the bytes of "hi"
///
/// Decoding takes what Node's decoder takes from real clients: line breaks and spaces anywhere, the URL-safe alphabet also mixed
/// with the standard one, padding or none. It refuses what Node would silently skip.
package enum Base64 {
  /// Decodes all of `bytes`, or the part in `range`, which lies inside of them; throws the first character that cannot be, with its offset
  /// in `bytes`.
  package static func decode(_ bytes: [UInt8], in range: Range<Int>? = nil) throws(SyntaxError) -> [UInt8] {
    let range = range ?? bytes.indices
    var decoding = Base64Decoding(capacity: range.count / 4 * 3 + 3)
    do { try decoding.decode(bytes.span.extracting(range)) } catch { throw error.inPiece(from: range.lowerBound) }
    return decoding.result()
  }
}

/// One decoding of a text: whole quads by table, and character by character around anything else.
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

  mutating func decode(_ text: Span<UInt8>) throws(SyntaxError) {
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

  /// Decodes whole blocks of 32 characters, several times as fast as by table, and returns how many characters that was: none where the
  /// processor has no instructions for it.
  private static func decodeBlocks(of text: Span<UInt8>, from offset: Int, _ out: inout MutableSpan<UInt8>, at target: Int) -> Int {
    unsafe text.withUnsafeBufferPointer { text in
      unsafe out.withUnsafeMutableBufferPointer { out in
        guard let source = text.baseAddress, let bytes = out.baseAddress else { return 0 }
        return unsafe base64_decode_blocks(source + offset, text.count - offset, bytes + target, out.count - target)
      }
    }
  }

  /// Decodes up to the first quad that is not of four characters of the alphabet and returns its offset.
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
        var isWhole = true
        for quad in 0..<8 where isWhole { isWhole = Base64Decoding.decodeQuad(block, at: 4 * quad, table, &out, at: target + 3 * quad) }
        // A block with anything else in it was written in vain, and is written again in smaller steps.
        guard isWhole else { break }
        offset += 32
        target += 24
      }
    }
    filled = target
    return offset
  }

  @inline(__always) private static func decodeQuad(
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
  private mutating func take(_ text: Span<UInt8>, at offset: Int) throws(SyntaxError) {
    let byte = text[offset]
    if Base64Decoding.isWhitespace(byte) { return }
    let sextet = Base64Alphabet.sextets[Int(byte)]
    guard sextet != 0xFF else { throw SyntaxError(expected: "a base64 character", at: offset, in: text) }
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
  private mutating func finish(_ text: Span<UInt8>, paddingAt start: Int) throws(SyntaxError) {
    guard pendingCount >= 2 else {
      let expectation = pendingCount == 0 ? "a base64 character or the end" : "a base64 character"
      throw SyntaxError(expected: expectation, at: start, in: text)
    }
    var allowed = 4 - pendingCount
    for offset in start..<text.count where !Base64Decoding.isWhitespace(text[offset]) {
      guard text[offset] == UInt8(ascii: "="), allowed > 0 else {
        throw SyntaxError(expected: "nothing but whitespace after the padding", at: offset, in: text)
      }
      allowed -= 1
    }
    try flush(text, endAt: start)
  }

  /// Writes the bytes of an incomplete last quad.
  private mutating func flush(_ text: Span<UInt8>, endAt end: Int) throws(SyntaxError) {
    switch pendingCount {
    case 1: throw SyntaxError(offset: end, message: "expected another base64 character but found the end of the text")
    case 2: put(pending >> 4)
    case 3:
      put(pending >> 10)
      put(pending >> 2)
    default: break
    }
    pendingCount = 0
  }

  private static func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
}

/// What each byte means in base64 text, as tables.
enum Base64Alphabet {
  static let characters: [UInt8] = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Set in an entry of ``quads`` whose byte is not of the alphabet.
  static let invalid: UInt32 = 0x8000_0000

  /// Six bits for a character of either alphabet, 0xFF for every other byte.
  static let sextets: [UInt8] = {
    var table = [UInt8](repeating: 0xFF, count: 256)
    for (value, character) in characters.enumerated() { table[Int(character)] = UInt8(value) }
    table[Int(UInt8(ascii: "-"))] = 62
    table[Int(UInt8(ascii: "_"))] = 63
    return table
  }()

  /// For each of the four characters of a quad, 256 entries with the bits of a character where they belong in the three bytes,
  /// the first byte lowest: four look-ups and three ORs decode a quad.
  static let quads: [UInt32] = {
    var table = [UInt32](repeating: invalid, count: 1024)
    for index in 0..<4 {
      for byte in 0..<256 where sextets[byte] != 0xFF {
        table[index * 256 + byte] = (UInt32(sextets[byte]) << (18 - 6 * UInt32(index))).byteSwapped >> 8
      }
    }
    return table
  }()
}
