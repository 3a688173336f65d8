extension Span where Element == UInt8 {
  /// How an error text names what stands at an offset: `'x'`, `a line feed (0x0A)`, `the end of the text`.
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
    var sequence: [UInt8] = []
    for index in offset..<Swift.min(offset + 4, count) { sequence.append(self[index]) }
    var decoder = UTF8()
    var iterator = sequence.makeIterator()
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

  /// A–Z to a–z, everything else as it is.
  var loweredASCII: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
