extension LighthouseScene {
  static let sun = (x: 300, y: 452)

  static func drawSky(on canvas: inout Canvas) {
    let sky = Gradient([(0, 0x2f6391), (190, 0x5b93b8), (370, 0xa3c4cb), (480, 0xe9d5b2), (horizon, 0xf7dba6)])
    canvas.fill(.rectangle(x: 0, y: 0, width: 1280, height: horizon), .vertical(sky))
    drawSun(on: &canvas)
    drawFarClouds(on: &canvas)
    drawCloud(on: &canvas, x: 160, y: 226, percent: 92)
    drawCloud(on: &canvas, x: 610, y: 150, percent: 64)
    drawCloud(on: &canvas, x: 1150, y: 250, percent: 62)
    drawIslands(on: &canvas)
  }

  private static func drawSun(on canvas: inout Canvas) {
    for (radius, opacity) in [(250, 26), (185, 34), (130, 46), (88, 70)] {
      canvas.fill(.disc(x: sun.x, y: sun.y, radius: radius), 0xfff0c4, opacity: opacity)
    }
    canvas.fill(.disc(x: sun.x, y: sun.y, radius: 52), 0xfffbe8)
  }

  /// Thin bars low over the sea.
  private static func drawFarClouds(on canvas: inout Canvas) {
    for (x, y, length, thickness) in [
      (120, 418, 300, 14), (430, 492, 360, 12), (250, 508, 200, 8), (820, 440, 420, 16), (700, 400, 180, 9),
    ] {
      canvas.fill(.ripple(x: x, y: y, length: length, thickness: thickness), 0xfdf3dc, opacity: 190)
    }
  }

  /// A heap of puffs on a flat foot, lit from below left.
  private static func drawCloud(on canvas: inout Canvas, x: Int, y: Int, percent: Int) {
    let puffs = [(-120, -18, 52), (-52, -52, 70), (40, -36, 62), (112, -14, 46)]
    let heap = Path.joined(puffs.map { .disc(x: $0.0, y: $0.1, radius: $0.2) } + [.ellipse(x: 0, y: 2, radiusX: 200, radiusY: 34)])
    let frame = Path.rectangle(x: -300, y: -200, width: 600, height: 222)
    func placed(_ path: Path) -> Path { path.stretched(percentX: percent, percentY: percent, centre: (0, 0)).moved(x: x, y: y) }
    let border = placed(frame)
    canvas.fill(placed(heap), 0xdbe3e3, within: border)
    canvas.fill(placed(heap).moved(x: -14, y: 16), 0xfdf6e6, within: placed(heap))
    canvas.fill(placed(.ellipse(x: 30, y: 22, radiusX: 190, radiusY: 16)), 0xb9c9d0, opacity: 150, within: placed(heap))
  }

  private static func drawIslands(on canvas: inout Canvas) {
    let far = Path.smooth([(430, 566), (500, 540), (570, 522), (650, 530), (720, 512), (800, 524), (900, 566)])
    let near = Path.smooth([(-60, 566), (-20, 520), (50, 504), (110, 528), (170, 540), (230, 566)])
    let above = Path.rectangle(x: -100, y: 0, width: 1400, height: horizon)
    canvas.fill(far, 0x9fb4b4, within: above)
    canvas.fill(near, 0x6d8d9a, within: above)
  }
}
