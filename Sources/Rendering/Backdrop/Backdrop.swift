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
