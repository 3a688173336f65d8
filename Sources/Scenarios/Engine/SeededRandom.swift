internal import Support

/// Random numbers that are a pure function of seed, scenario, step and how often a session has reached the step.
///
/// The same in every process and on every machine: FNV-1a over the names, SplitMix64 from there, and no floating-point functions of the
/// system's.
package struct SeededRandom: Sendable, Equatable {
  private var state: UInt64

  /// Makes a stream.
  ///
  /// - Parameters:
  ///   - step: counted from 1.
  ///   - reached: counted from 1.
  ///   - purpose: keeps the numbers for one thing apart from those for another.
  package init(seed: UInt64, scenario: String, step: Int, reached: Int, purpose: String) {
    state = seed
    for part in [Self.hash("\(scenario)\u{0}\(purpose)"), UInt64(step), UInt64(reached)] { mix(in: part) }
  }

  /// Returns a stream of its own: drawing from it changes nothing here, nor in the streams for other purposes.
  package func stream(for purpose: String) -> SeededRandom {
    var stream = self
    stream.mix(in: Self.hash(purpose))
    return stream
  }

  /// Draws 64 bits.
  package mutating func next() -> UInt64 {
    state &+= SplitMix64.increment
    return SplitMix64.mix(state)
  }

  /// Draws a number from 0 up to, not including, 1.
  package mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  private mutating func mix(in part: UInt64) { state = SplitMix64.mix(state &+ SplitMix64.increment ^ SplitMix64.mix(part)) }

  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }
}
