internal import Support

/// Changes bytes in a few random places, the same ones for the same seed.
package struct Mutator {
  private var generator: SplitMix64

  package init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  /// `bytes` after one to four replacements, insertions, removals, repeats or cuts; new bytes are of `alphabet` or any.
  package mutating func mutated(_ bytes: [UInt8], with alphabet: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      let byte =
        Bool.random(using: &generator) ? alphabet.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 0...8, using: &generator))
      switch Int.random(in: 0..<8, using: &generator) {
      case 0...3: if place < bytes.count { bytes[place] = byte }
      case 4: bytes.insert(byte, at: place)
      case 5: bytes.removeSubrange(place..<end)
      case 6: bytes.insert(contentsOf: Array(bytes[place..<end]), at: Int.random(in: 0...bytes.count, using: &generator))
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }
}
