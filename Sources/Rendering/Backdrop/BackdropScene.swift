internal import Images
internal import Support

/// Chooses what stands below the sky.
enum BackdropScene: Sendable, CaseIterable {
  case hills, mountains, sea

  /// Makes the ridges from far to near, which is from light to dark.
  func ridges(_ random: inout SplitMix64, size: PixelSize) -> [BackdropRidge] {
    let count = self == .sea ? 6 : random.next(in: 4...5)
    return (0..<count).map { layer in
      let depth = layer * 100 / (count - 1)
      return BackdropRidge(
        base: size.height * 16 * (top + (bottom - top) * depth / 100) / 100,
        luminance: nearest + (farthest - nearest) * (100 - depth) / 100,
        waves: waves(depth: depth, &random, unit: min(size.width, size.height) * 16), isAngular: self == .mountains)
    }
  }

  private var top: Int { self == .sea ? 58 : self == .mountains ? 52 : 56 }
  private var bottom: Int { self == .sea ? 92 : 90 }
  private var farthest: Int { self == .sea ? 170 : 158 }
  private var nearest: Int { 14 }

  private func waves(depth: Int, _ random: inout SplitMix64, unit: Int) -> [BackdropWave] {
    let heights =
      switch self {
      case .hills: [70, 30, 9]
      case .mountains: [130 - depth / 2, 60, 22]
      case .sea: [4 + depth / 9, 2 + depth / 14]
      }
    let lengths =
      self == .sea
      ? [260 + depth * 3, 140 + depth] : [random.next(in: 900...1500), random.next(in: 380...620), random.next(in: 140...230)]
    return zip(heights, lengths).map { height, length in
      BackdropWave(height: unit * height / 1000, length: max(unit * length / 1000, 16), phase: random.next(in: 0...4095))
    }
  }
}

/// Adds one wave to a ridge: height and length are in 1/16 pixel, the phase is in 1/4096 of the length.
struct BackdropWave: Sendable {
  let height: Int
  let length: Int
  let phase: Int

  /// Gives −height...height: two parabolas a period, or a zigzag.
  func value(at x: Int, isAngular: Bool) -> Int {
    let position = (x * 4096 / length + phase) & 4095
    let half = position & 2047
    let arc = isAngular ? min(half, 2048 - half) * 4 : half * (2048 - half) / 256
    return (position < 2048 ? arc : -arc) * height / 4096
  }
}

/// Draws a hill, a mountain range or a wave of the sea: everything below its line is one tone.
struct BackdropRidge: Sendable {
  /// The line's height without waves, in 1/16 pixel from the top.
  let base: Int
  let luminance: Int
  let waves: [BackdropWave]
  let isAngular: Bool

  /// Gives the line's height in each column, in 1/16 pixel from the top.
  func profile(width: Int) -> [Int] { (0..<width).map { x in waves.reduce(base) { $0 - $1.value(at: x * 16, isAngular: isAngular) } } }

  func draw(_ y: Int, profile: [Int], on row: inout [UInt8]) {
    let bottom = y * 16 + 16
    for x in row.indices where profile[x] < bottom {
      let share = min(bottom &- profile[x], 16)
      let old = Int(row[x])
      row[x] = UInt8(truncatingIfNeeded: old &+ (luminance &- old) &* share / 16)
    }
  }
}
