internal import Support

/// Hashes with FNV-1a in 64 bits, the same in every process and on every machine.
///
/// `Hasher` is seeded per process, so nothing that shows in pixels may come from it.
struct StableHash: Sendable, Equatable {
  private(set) var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func combine(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

  /// Adds the UTF-8 bytes of the text and an end mark, so that `("a", "bc")` and `("ab", "c")` differ.
  mutating func combine(_ text: String) {
    for byte in text.utf8 { combine(byte) }
    combine(UInt8(0xff))
  }

  mutating func combine(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { combine(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
  }

  /// Gives the hash with its bits spread by SplitMix64's finalizer: FNV-1a alone leaves the high bits of short texts alike.
  var value: UInt64 { Self.spread(state) }

  /// Spreads the bits of a number, so that neighbouring numbers come out unlike each other.
  static func spread(_ number: UInt64) -> UInt64 { SplitMix64.mix(number &+ SplitMix64.increment) }
}

extension SplitMix64 {
  /// Draws a number in the range, every one about as likely.
  mutating func next(in range: ClosedRange<Int>) -> Int { range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1)) }
}
