/// Random numbers that are a pure function of seed, scenario, step and how often a session has reached the step.
///
/// The same in every process and on every machine: FNV-1a over the names, SplitMix64 from there, and no floating-point functions of the
/// system's.
package struct SeededRandom: Sendable, Equatable {
  private var state: UInt64

  /// - Parameters:
  ///   - step: counted from 1.
  ///   - reached: counted from 1.
  ///   - purpose: keeps what is drawn for one thing apart from what is drawn for another.
  package init(seed: UInt64, scenario: String, step: Int, reached: Int, purpose: String) {
    state = seed
    for part in [Self.hash("\(scenario)\u{0}\(purpose)"), UInt64(step), UInt64(reached)] { mix(in: part) }
  }

  /// A stream of its own: what is drawn from it changes nothing here, nor in the streams for other purposes.
  package func stream(for purpose: String) -> SeededRandom {
    var stream = self
    stream.mix(in: Self.hash(purpose))
    return stream
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return Self.mixed(state)
  }

  /// From 0 up to, not including, 1.
  package mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  private mutating func mix(in part: UInt64) { state = Self.mixed(state &+ 0x9e37_79b9_7f4a_7c15 ^ Self.mixed(part)) }

  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }

  private static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
