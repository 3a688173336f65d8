/// Decodes and encodes `%XX`.
package enum PercentEncoding {
  /// Decodes a piece of a path; `+` stays what it is, invalid UTF-8 becomes U+FFFD.
  package static func decode(path text: String) throws(SyntaxError) -> String {
    String(decoding: try decode(bytes: Array(text.utf8)), as: UTF8.self)
  }

  /// Decodes a name or value of a query; `+` is a space, invalid UTF-8 becomes U+FFFD.
  package static func decode(query text: String) throws(SyntaxError) -> String {
    String(decoding: try decode(bytes: Array(text.utf8), plusIsSpace: true), as: UTF8.self)
  }

  /// Decodes bytes.
  ///
  /// - Throws: a `%` without two hexadecimal digits, with the offset of what was found instead.
  package static func decode(bytes: [UInt8], plusIsSpace: Bool = false) throws(SyntaxError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "%"):
        result.append(try digit(bytes, at: offset + 1) << 4 | digit(bytes, at: offset + 2))
        offset += 2
      case UInt8(ascii: "+") where plusIsSpace: result.append(0x20)
      default: result.append(bytes[offset])
      }
      offset += 1
    }
    return result
  }

  private static func digit(_ bytes: [UInt8], at offset: Int) throws(SyntaxError) -> UInt8 {
    guard let value = bytes.span.byte(at: offset)?.hexDigitValue else {
      throw SyntaxError(expected: "two hexadecimal digits after '%'", at: offset, in: bytes.span)
    }
    return value
  }
  /// Encodes what JavaScript's `encodeURIComponent` does: everything but letters, digits and `-_.!~*'()`.
  package static func encode(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      if unreserved.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  private static let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()".utf8)
}
