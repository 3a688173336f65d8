extension JSONParser {
  /// Reads `true`, `false` or `null`, whose first letter is already known.
  mutating func literal(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    for letter in word.utf8 {
      guard peek == letter else { throw error(expected: "'\(word)'") }
      offset += 1
    }
    return value
  }

  /// Reads a number that begins at the next byte.
  mutating func number() throws(JSONError) -> JSONNumber {
    let start = offset
    _ = take(UInt8(ascii: "-"))
    if take(UInt8(ascii: "0")) {
      if peek?.isASCIIDigit == true { throw error(expected: "no digit after a leading zero") }
    } else {
      try digits("a digit")
    }
    if take(UInt8(ascii: ".")) { try digits("a digit after the decimal point") }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
      try digits("a digit of the exponent")
    }
    guard offset - start <= limits.numberLength else {
      throw JSONError(
        offset: start, in: bytes.span,
        message: "expected a number of at most \(limits.numberLength) characters but found one of \(offset - start)")
    }
    return JSONNumber(range: start..<offset, lexeme: String(decoding: bytes[start..<offset], as: UTF8.self))
  }

  private mutating func digits(_ expectation: String) throws(JSONError) {
    guard peek?.isASCIIDigit == true else { throw error(expected: expectation) }
    while peek?.isASCIIDigit == true { offset += 1 }
  }

  /// Reads a string whose opening quote is the next byte, and checks its escapes.
  mutating func string() throws(JSONError) -> JSONString {
    let quote = offset
    var hasEscapes = false
    offset += 1
    while true {
      offset = bytes.span.firstSpecialInString(from: offset)
      switch peek {
      case UInt8(ascii: "\""):
        defer { offset += 1 }
        return JSONString(rawRange: quote + 1..<offset, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try skipEscape()
      case nil: throw error(expected: "'\"' to end the string that begins at offset \(quote)")
      default: throw error(expected: "control characters to be escaped inside a string")
      }
    }
  }

  private mutating func skipEscape() throws(JSONError) {
    offset += 1
    switch peek {
    case UInt8(ascii: "u"):
      offset += 1
      for _ in 0..<4 {
        guard peek?.hexDigitValue != nil else { throw error(expected: "four hexadecimal digits after \\u") }
        offset += 1
      }
    case let letter? where "\"\\/bfnrt".utf8.contains(letter): offset += 1
    default: throw error(expected: "one of \" \\ / b f n r t u after the backslash")
    }
  }
}

extension Span where Element == UInt8 {
  /// Returns the first offset from `start` on that holds `"`, `\` or a control character; `count` when there is none. Blocks of 64 without
  /// an early exit compile to vector compares: some 10 GB/s instead of 1.
  func firstSpecialInString(from start: Int) -> Int {
    var offset = start
    while count - offset >= 64 {
      let block = extracting(offset..<offset + 64)
      var hits: UInt8 = 0
      for index in 0..<64 {
        let byte = block[index]
        hits |= (byte == 0x22 ? 1 : 0) | (byte == 0x5C ? 1 : 0) | (byte < 0x20 ? 1 : 0)
      }
      if hits != 0 { break }
      offset += 64
    }
    while offset < count {
      let byte = self[offset]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { break }
      offset += 1
    }
    return offset
  }
}

/// Reads backslash escapes that the parser has already checked.
enum JSONEscapes {
  /// Returns the bytes of `range` with every escape replaced by what it stands for.
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

  /// Appends what the escape at `offset` stands for and returns the offset after it.
  private static func append(escapeAt offset: Int, of bytes: [UInt8], to result: inout [UInt8]) -> Int {
    let letter = bytes[offset + 1]
    guard letter == UInt8(ascii: "u") else {
      result.append(plain(letter))
      return offset + 2
    }
    let (scalar, next) = scalar(at: offset, of: bytes)
    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    return next
  }

  /// Returns what the `\uXXXX` at `offset`, or a pair of surrogates, stands for, and the offset after it; U+FFFD for a lone surrogate.
  static func scalar(at offset: Int, of bytes: [UInt8]) -> (UnicodeScalar, next: Int) {
    let unit = codeUnit(at: offset, of: bytes) ?? 0xFFFD
    if UTF16.isLeadSurrogate(unit), let trail = codeUnit(at: offset + 6, of: bytes), UTF16.isTrailSurrogate(trail) {
      return (UTF16.decode(UTF16.EncodedScalar([unit, trail])), offset + 12)
    }
    return (UnicodeScalar(unit) ?? "\u{FFFD}", offset + 6)
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

  /// Returns the code unit of a `\uXXXX` that begins at `offset`; nil when something else stands there.
  static func codeUnit(at offset: Int, of bytes: [UInt8]) -> UInt16? {
    guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u") else { return nil }
    return bytes[offset + 2..<offset + 6].reduce(0) { $0 << 4 | UInt16($1.hexDigitValue ?? 0) }
  }
}
