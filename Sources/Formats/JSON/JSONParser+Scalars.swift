extension JSONParser {
  /// Reads `true`, `false` or `null`, whose first letter is already known.
  mutating func literal(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    for letter in word.utf8 {
      guard peek == letter else { throw error(expected: "'\(word)'") }
      offset += 1
    }
    return value
  }

  /// Reads a number at whose first character the parser stands.
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

  /// Reads a string at whose opening quote the parser stands, and checks its escapes.
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
