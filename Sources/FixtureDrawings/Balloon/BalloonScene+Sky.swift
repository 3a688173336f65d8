extension BalloonScene {
  static func drawSky(on canvas: inout Canvas) {
    let sky = Gradient([(0, 0x4a8fc4), (300, 0x8fc3dc), (520, 0xd3e6df), (680, 0xfbe6bf)])
    canvas.fill(.rectangle(x: 0, y: 0, width: 1024, height: 1024), .vertical(sky))
    for (radius, opacity) in [(170, 40), (120, 60), (80, 90)] {
      canvas.fill(.disc(x: 860, y: 560, radius: radius), 0xfff3cd, opacity: opacity)
    }
    canvas.fill(.disc(x: 860, y: 560, radius: 46), 0xfffbea)
    drawCloud(on: &canvas, x: 160, y: 150, percent: 100)
    drawCloud(on: &canvas, x: 930, y: 370, percent: 80)
    drawCloud(on: &canvas, x: 90, y: 520, percent: 66)
  }

  /// Three puffs on a flat foot.
  private static func drawCloud(on canvas: inout Canvas, x: Int, y: Int, percent: Int) {
    let puffs = [(-80, -20, 44), (-10, -46, 60), (70, -18, 42)].map { Path.disc(x: $0.0, y: $0.1, radius: $0.2) }
    let cloud = Path.joined(puffs + [.ellipse(x: 0, y: 2, radiusX: 150, radiusY: 28)])
      .stretched(percentX: percent, percentY: percent, centre: (0, 0)).moved(x: x, y: y)
    canvas.fill(cloud, 0xdde9ec)
    canvas.fill(cloud.moved(x: 8, y: -12), 0xfffdf6, within: cloud)
  }
}
