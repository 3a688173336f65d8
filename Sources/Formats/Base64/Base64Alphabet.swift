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

  /// For each of the four places of a quad, 256 entries with the bits of a character where they belong in the three bytes,
  /// the first byte lowest: four look-ups and three ORs decode a quad.
  static let quads: [UInt32] = {
    var table = [UInt32](repeating: invalid, count: 1024)
    for place in 0..<4 {
      for byte in 0..<256 where sextets[byte] != 0xFF {
        table[place * 256 + byte] = (UInt32(sextets[byte]) << (18 - 6 * UInt32(place))).byteSwapped >> 8
      }
    }
    return table
  }()

  /// The two characters of every 12 bits, the first one lowest.
  static let pairs: [UInt16] = (0..<4096).map { UInt16(characters[$0 >> 6]) | UInt16(characters[$0 & 63]) << 8 }
}
