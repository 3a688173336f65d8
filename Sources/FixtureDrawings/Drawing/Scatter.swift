/// Numbers that look thrown, and are the same on every run (a linear congruential generator, its upper bits).
struct Scatter {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next(_ range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int((state >> 33) % UInt64(range.count))
  }
}
