internal import Images

/// A landscape for requests without a source image: a sky, a sun, and hills, mountains or a sea, as luminance.
///
/// Drawn from prompt, seed and variation alone. All lengths are parts of the shorter side, so that it looks alike at every size.
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
    var random = StableRandom(hash.value)
    self.size = size
    let isNight = random.next(in: 0...3) == 0
    sky = BackdropSky(top: isNight ? 52 : random.next(in: 96...132), horizon: isNight ? 128 : random.next(in: 196...226))
    sun = BackdropSun(&random, size: size)
    let scene = BackdropScene.allCases[random.next(in: 0...BackdropScene.allCases.count - 1)]
    ridges = scene.ridges(&random, size: size)
  }

  /// The luminance of every pixel, row by row.
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

/// Grows lighter from the top down to the horizon.
struct BackdropSky: Sendable {
  let top: Int
  let horizon: Int

  func luminance(_ y: Int, of height: Int) -> UInt8 {
    UInt8(clamping: top + (horizon - top) * min(y * 3, height * 2) / max(height * 2, 1))
  }
}
