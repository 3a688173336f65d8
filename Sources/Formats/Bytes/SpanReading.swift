/// Why bytes, such as a URL, a header's value or base64, cannot be read, and where.
package struct SyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Byte offset into what was given; its length where it ended too early.
  package let offset: Int
  /// What was expected and what was found: `expected a base64 character but found '!'`.
  package let message: String

  /// Makes an error.
  package init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }

  /// Makes an error that says what stands at the offset.
  init(expected expectation: String, at offset: Int, in bytes: Span<UInt8>) {
    self.init(offset: offset, message: "expected \(expectation) but found \(bytes.found(at: offset))")
  }

  /// `offset 12: expected a base64 character but found '!'`.
  package var description: String { "offset \(offset): \(message)" }

  /// Returns the error of a piece, its offset counted from the start of the whole.
  func inPiece(from start: Int) -> SyntaxError { SyntaxError(offset: start + offset, message: message) }
}

/// Readers that return nil outside of the bytes: offsets come from the bytes themselves and are never trusted.
extension Span where Element == UInt8 {
  /// Returns the byte at an offset.
  package func byte(at offset: Int) -> UInt8? { offset >= 0 && offset < count ? self[offset] : nil }

  /// Returns the number in two bytes, the high one first.
  package func bigEndian16(at offset: Int) -> Int? {
    guard let high = byte(at: offset), let low = byte(at: offset + 1) else { return nil }
    return Int(high) << 8 | Int(low)
  }

  /// Returns the number in four bytes, the highest first.
  package func bigEndian32(at offset: Int) -> Int? {
    guard let high = bigEndian16(at: offset), let low = bigEndian16(at: offset + 2) else { return nil }
    return high << 16 | low
  }

  /// Returns the number in two bytes, the low one first.
  package func littleEndian16(at offset: Int) -> Int? {
    guard let low = byte(at: offset), let high = byte(at: offset + 1) else { return nil }
    return Int(high) << 8 | Int(low)
  }

  /// Returns the number in three bytes, the lowest first.
  package func littleEndian24(at offset: Int) -> Int? {
    guard let low = littleEndian16(at: offset), let high = byte(at: offset + 2) else { return nil }
    return Int(high) << 16 | low
  }

  /// Returns the number in four bytes, the lowest first.
  package func littleEndian32(at offset: Int) -> Int? {
    guard let low = littleEndian16(at: offset), let high = littleEndian16(at: offset + 2) else { return nil }
    return high << 16 | low
  }

  /// Tells whether the UTF-8 bytes of `text` stand at `offset`.
  package func holds(_ text: StaticString, at offset: Int) -> Bool { holds(Array(text.description.utf8), at: offset) }

  /// Tells whether `expected` stands at `offset`.
  package func holds(_ expected: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset <= count - expected.count else { return false }
    for index in expected.indices where self[offset + index] != expected[index] { return false }
    return true
  }

  /// Returns up to `length` bytes from `offset` on, fewer where the bytes end.
  package func prefix(_ length: Int, from offset: Int = 0) -> [UInt8] {
    var result: [UInt8] = []
    for index in offset..<Swift.max(offset, Swift.min(count, offset + length)) { result.append(self[index]) }
    return result
  }

  /// Names, for an error text, what stands at an offset: `'x'`, `a line feed (0x0A)`, `the end of the text`.
  package func found(at offset: Int) -> String {
    guard offset >= 0, offset < count else { return "the end of the text" }
    switch self[offset] {
    case 0x09: return "a tab (0x09)"
    case 0x0A: return "a line feed (0x0A)"
    case 0x0D: return "a carriage return (0x0D)"
    case 0x20: return "a space"
    case 0x21...0x7E: return "'\(Character(UnicodeScalar(self[offset])))'"
    case 0x00...0x1F, 0x7F: return "the control character 0x\(self[offset].hex)"
    default: return foundBeyondASCII(at: offset)
    }
  }

  private func foundBeyondASCII(at offset: Int) -> String {
    var decoder = UTF8()
    var iterator = prefix(4, from: offset).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return "the byte 0x\(self[offset].hex)" }
    return "'\(Character(scalar))'"
  }
}

extension UInt8 {
  /// Two upper-case hexadecimal digits.
  package var hex: String {
    let digits = String(self, radix: 16, uppercase: true)
    return digits.utf8.count == 2 ? digits : "0" + digits
  }

  /// The value of a hexadecimal digit, nil for anything else.
  package var hexDigitValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }

  var isASCIIDigit: Bool { self &- 0x30 < 10 }
}
