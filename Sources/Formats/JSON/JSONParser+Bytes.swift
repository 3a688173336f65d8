extension JSONParser {
  /// The byte the parser stands at, nil at the end.
  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// Steps over `byte` if the parser stands at it.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    offset += 1
    return true
  }

  mutating func skipWhitespace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
  }

  /// The error of having found something else here than `expectation`.
  func error(expected expectation: String) -> JSONError {
    error("expected \(expectation) but found \(bytes.span.found(at: offset))")
  }

  func error(_ message: String) -> JSONError { JSONError(offset: offset, in: bytes.span, message: message) }
}
