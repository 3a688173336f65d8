/// How often each luminance occurs in the part of a picture that is edited.
struct Histogram: Sendable, Equatable {
  private(set) var counts = Array(repeating: 0, count: 256)

  /// - Parameter alpha: the mask; only what it edits at least by half is counted, or everything where that is nothing.
  init(luminance: [UInt8], edited alpha: [UInt8]?) {
    if let alpha {
      for index in luminance.indices where alpha[index] < 128 { counts[Int(luminance[index])] &+= 1 }
    }
    guard counts.allSatisfy({ $0 == 0 }) else { return }
    for index in stride(from: 0, to: luminance.count, by: luminance.count / Self.sample | 1) { counts[Int(luminance[index])] &+= 1 }
  }

  /// About as many pixels of a whole picture are counted: enough for its percentiles, and quick for any size.
  private static let sample = 1 << 16
}
