/// JSON as YAML can read it: what JSON may have in a string and YAML may not is written otherwise.
///
/// A character outside the basic plane is two escapes in JSON (`\\ud83d\\ude00`, as Python and PHP write it by default), and YAML knows no
/// surrogates. Columns behind such a character on its line count it as one.
package enum JSONInYAML {
  /// Rewrites a JSON text; everything that is no JSON, or has nothing of the kind, stays the same.
  package static func readable(_ bytes: [UInt8]) -> [UInt8] {
    guard needsRewriting(bytes), (try? JSONDocument(parsing: bytes)) != nil else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      if let high = unit(bytes, offset), 0xD800...0xDFFF ~= high {
        let low = unit(bytes, offset + 6).flatMap { high < 0xDC00 && 0xDC00...0xDFFF ~= $0 ? $0 : nil }
        let scalar = low.map { 0x1_0000 + (UInt32(high) - 0xD800) << 10 + UInt32($0) - 0xDC00 }.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
        result += Array(String(scalar).utf8)
        offset += low == nil ? 6 : 12
      } else if bytes[offset] == UInt8(ascii: "\\"), offset + 1 < bytes.count {
        // An escaped backslash is not the beginning of another escape.
        result += bytes[offset...offset + 1]
        offset += 2
      } else if bytes[offset] == 0x7F {
        result += Array("\\u007f".utf8)
        offset += 1
      } else {
        result.append(bytes[offset])
        offset += 1
      }
    }
    return result
  }

  private static func needsRewriting(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first(where: { !" \t\r\n".utf8.contains($0) }), first == UInt8(ascii: "{") else { return false }
    return bytes.indices.contains {
      bytes[$0] == 0x7F || (bytes[$0] == UInt8(ascii: "\\") && unit(bytes, $0).map { 0xD800...0xDFFF ~= $0 } ?? false)
    }
  }

  /// The code unit of an escape of four digits that begins there.
  private static func unit(_ bytes: [UInt8], _ offset: Int) -> UInt16? {
    guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u") else { return nil }
    return UInt16(String(decoding: bytes[offset + 2..<offset + 6], as: UTF8.self), radix: 16)
  }
}
