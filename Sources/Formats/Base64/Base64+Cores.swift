extension Base64 {
  /// The letters that these bytes become wherever they stand in something that is encoded: one text for each of the three places a group has.
  ///
  /// What the neighbours have a part in is left out, so a text is up to three letters shorter than the bytes' own encoding.
  package static func cores(of bytes: [UInt8]) -> [[UInt8]] {
    (0..<3).map { shift in
      let encoded = encode([UInt8](repeating: 0, count: shift) + bytes)
      let start = shift == 0 ? 0 : shift + 1
      let end = (shift + bytes.count) * 8 / 6
      return start < end ? Array(encoded[start..<end]) : []
    }
  }
}
