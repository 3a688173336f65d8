/// Pseudo-random numbers that are the same for the same seed, in every process and on every machine (SplitMix64, Steele et al. 2014).
///
///     var numbers = SplitMix64(seed: 7)
///     numbers.next()
///     Int.random(in: 1...6, using: &numbers)
package struct SplitMix64: RandomNumberGenerator, Sendable, Equatable {
  /// What the next number is made from; a generator with this seed goes on with the same numbers.
  package private(set) var state: UInt64

  /// What the state grows by at each step: 2^64 divided by the golden ratio.
  package static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Begins the sequence of that seed.
  package init(seed: UInt64) { state = seed }

  /// Returns the next number.
  package mutating func next() -> UInt64 {
    state &+= Self.increment
    return Self.mix(state)
  }

  /// Spreads the bits of a number: near numbers come out unlike each other, and different ones stay different.
  package static func mix(_ number: UInt64) -> UInt64 {
    var mixed = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
