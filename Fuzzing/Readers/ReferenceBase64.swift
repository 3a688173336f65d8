/// RFC 4648 character by character, with what `Base64` says that it takes besides: white space, both alphabets, padding or none.
enum ReferenceBase64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 { text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "=")) }
    }
    return text
  }

  /// The bytes, or the offset of what cannot be.
  static func decode(_ text: [UInt8]) -> Decoded {
    var bytes: [UInt8] = []
    var bits = 0
    var letters = 0
    var padding: Int?
    for (offset, byte) in text.enumerated() where byte != 0x20 && !(0x09...0x0D ~= byte) {
      if byte == UInt8(ascii: "=") {
        let missing = padding ?? (letters % 4 < 2 ? 0 : 4 - letters % 4)
        guard missing > 0 else { return .wrong(at: offset) }
        padding = missing - 1
      } else {
        guard padding == nil, let value = value(of: byte) else { return .wrong(at: offset) }
        bits = (bits << 6 | value) & 0xFFFF
        // The first of four letters completes no byte; the second leaves four bits over, the third two, the fourth none.
        if letters % 4 > 0 { bytes.append(UInt8(truncatingIfNeeded: bits >> (6 - letters % 4 * 2))) }
        letters += 1
      }
    }
    guard letters % 4 != 1 else { return .wrong(at: text.count) }
    return .bytes(bytes)
  }

  enum Decoded: Equatable {
    case bytes([UInt8])
    case wrong(at: Int)
  }

  private static func value(of byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte) - 97 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
