// Reads that answer nil outside of the bytes: offsets come from the bytes themselves and are never trusted.
extension Span where Element == UInt8 {
  package func byte(at offset: Int) -> UInt8? {
    offset >= 0 && offset < count ? self[offset] : nil
  }

  package func bigEndian16(at offset: Int) -> Int? {
    guard let high = byte(at: offset), let low = byte(at: offset + 1) else { return nil }
    return Int(high) << 8 | Int(low)
  }

  package func bigEndian32(at offset: Int) -> Int? {
    guard let high = bigEndian16(at: offset), let low = bigEndian16(at: offset + 2) else { return nil }
    return high << 16 | low
  }

  package func littleEndian16(at offset: Int) -> Int? {
    guard let low = byte(at: offset), let high = byte(at: offset + 1) else { return nil }
    return Int(high) << 8 | Int(low)
  }

  package func littleEndian24(at offset: Int) -> Int? {
    guard let low = littleEndian16(at: offset), let high = byte(at: offset + 2) else { return nil }
    return Int(high) << 16 | low
  }

  package func littleEndian32(at offset: Int) -> Int? {
    guard let low = littleEndian16(at: offset), let high = littleEndian16(at: offset + 2) else { return nil }
    return high << 16 | low
  }

  /// Whether the UTF-8 bytes of `text` stand at `offset`.
  package func holds(_ text: StaticString, at offset: Int) -> Bool { holds(Array(text.description.utf8), at: offset) }

  /// Whether `expected` stands at `offset`.
  package func holds(_ expected: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset <= count - expected.count else { return false }
    for index in expected.indices where self[offset + index] != expected[index] { return false }
    return true
  }

  /// Up to `length` bytes from `offset` on, fewer where the bytes end.
  package func prefix(_ length: Int, from offset: Int = 0) -> [UInt8] {
    var result: [UInt8] = []
    for index in offset..<Swift.max(offset, Swift.min(count, offset + length)) { result.append(self[index]) }
    return result
  }
}
