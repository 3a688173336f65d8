internal import Images
internal import Support

/// Draws a landscape for requests without a source image: a sky, a sun, and hills, mountains or a sea, as luminance.
///
/// It follows from prompt, seed and variation alone. All lengths are parts of the shorter side, so that it looks alike at every size.
struct Backdrop: Sendable {
  private let size: PixelSize
  private let sky: BackdropSky
  private let sun: BackdropSun
  private let ridges: [BackdropRidge]

  init(_ facts: EditFacts, size: PixelSize) {
    var hash = StableHash()
    hash.combine(facts.prompt)
    hash.combine(facts.seed)
    hash.combine(UInt64(bitPattern: Int64(facts.variation)))
    var random = SplitMix64(seed: hash.value)
    self.size = size
    let isNight = random.next(in: 0...3) == 0
    sky = BackdropSky(top: isNight ? 52 : random.next(in: 96...132), horizon: isNight ? 128 : random.next(in: 196...226))
    sun = BackdropSun(&random, size: size)
    let scene = BackdropScene.allCases[random.next(in: 0...BackdropScene.allCases.count - 1)]
    ridges = scene.ridges(&random, size: size)
  }

  /// Gives the luminance of every pixel, row by row.
  var luminance: [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(size.width * size.height)
    let profiles = ridges.map { $0.profile(width: size.width) }
    var row = Array(repeating: UInt8(0), count: size.width)
    for y in 0..<size.height {
      let background = sky.luminance(y, of: size.height)
      for x in row.indices { row[x] = background }
      sun.draw(y, on: &row)
      for (ridge, profile) in zip(ridges, profiles) { ridge.draw(y, profile: profile, on: &row) }
      rows += row
    }
    return rows
  }
}

/// Draws a sky that grows lighter from the top down to the horizon.
struct BackdropSky: Sendable {
  let top: Int
  let horizon: Int

  func luminance(_ y: Int, of height: Int) -> UInt8 { UInt8(clamping: top + (horizon - top) * min(y * 3, height * 2) / max(height * 2, 1)) }
}

/// Draws a disc of paper with two fainter rings around it. Lengths are in 1/16 pixel.
struct BackdropSun: Sendable {
  private let x: Int
  private let y: Int
  private let radius: Int

  init(_ random: inout SplitMix64, size: PixelSize) {
    let unit = min(size.width, size.height) * 16
    x = size.width * 16 * random.next(in: 28...72) / 100
    y = size.height * 16 * random.next(in: 26...46) / 100
    radius = unit * random.next(in: 13...20) / 100
  }

  func draw(_ row: Int, on pixels: inout [UInt8]) {
    draw(row, radius: radius * 17 / 10, luminance: 14, adds: true, on: &pixels)
    draw(row, radius: radius * 13 / 10, luminance: 16, adds: true, on: &pixels)
    draw(row, radius: radius, luminance: 252, adds: false, on: &pixels)
  }

  private func draw(_ row: Int, radius: Int, luminance: Int, adds: Bool, on pixels: inout [UInt8]) {
    let down = row * 16 + 8 - y
    guard abs(down) < radius else { return }
    let half = (radius * radius - down * down).squareRootRoundedDown
    let first = max((x - half) >> 4, 0)
    let last = min((x + half) >> 4, pixels.count - 1)
    guard first <= last else { return }
    for index in first...last {
      let share = min(min(index * 16 + 16, x + half) - max(index * 16, x - half), 16)
      let old = Int(pixels[index])
      let new = adds ? old + luminance : luminance
      pixels[index] = UInt8(clamping: old + (new - old) * max(share, 0) / 16)
    }
  }
}

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
