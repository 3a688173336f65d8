/// Finds a fixed sequence in bytes, skipping ahead by the byte at its end (Horspool).
///
/// Against compressed data it looks at one byte in twenty.
struct DelimiterSearch {
  let needle: [UInt8]
  /// How far the window may move when a byte stands at its end.
  private let shifts: [Int]

  init(_ needle: [UInt8]) {
    self.needle = needle
    var shifts = [Int](repeating: max(needle.count, 1), count: 256)
    for (index, byte) in needle.dropLast().enumerated() { shifts[Int(byte)] = needle.count - 1 - index }
    self.shifts = shifts
  }

  /// The offset of the first occurrence at or after `start`.
  func first(in bytes: Span<UInt8>, from start: Int) -> Int? {
    guard let final = needle.last else { return nil }
    let table = shifts.span
    var end = start + needle.count - 1
    while end < bytes.count {
      let byte = bytes[end]
      // Compared from the front: the CR there is rarer than letters of a boundary.
      if byte == final, bytes.holds(needle, at: end - needle.count + 1) { return end - needle.count + 1 }
      end += table[Int(byte)]
    }
    return nil
  }
}
