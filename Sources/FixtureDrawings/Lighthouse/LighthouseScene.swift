/// A lighthouse on a headland late in the afternoon, 1280 by 960 units.
///
/// The lights run from near black rocks to a near white tower, in steps that a print in 16 tones keeps apart.
enum LighthouseScene {
  static let horizon = 560

  static func draw(on canvas: inout Canvas) {
    drawSky(on: &canvas)
    drawSea(on: &canvas)
    drawBoat(on: &canvas)
    drawHeadland(on: &canvas)
    drawHouse(on: &canvas)
    drawTower(on: &canvas)
    drawLantern(on: &canvas)
    drawGulls(on: &canvas)
  }
}
