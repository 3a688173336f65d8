/// Scalars in the bytes of a string, which are UTF-8 without faults.
extension Span<UInt8> {
  /// The scalar there, with how many bytes it takes; none at the end.
  func scalar(at place: Int) -> (scalar: UInt32, length: Int) {
    guard place < count else { return (RegexAssertion.none, 0) }
    let first = UInt32(self[place])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | low(place + 1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | low(place + 1) << 6 | low(place + 2), 3) }
    return ((first & 0x07) << 18 | low(place + 1) << 12 | low(place + 2) << 6 | low(place + 3), 4)
  }

  /// The scalar before that place; none at the beginning.
  func scalar(endingAt place: Int) -> UInt32 {
    guard place > 0 else { return RegexAssertion.none }
    var start = place - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start).scalar
  }

  private func low(_ place: Int) -> UInt32 { UInt32(self[place] & 0x3F) }
}
