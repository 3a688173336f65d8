/// A bowl of fruit on a table by a window, 1600 by 1200 units; its soft shading is what a photograph has and the other scenes have not.
enum StillLifeScene {
  static func draw(on canvas: inout Canvas) {
    drawWall(on: &canvas)
    drawWindow(on: &canvas)
    drawTable(on: &canvas)
    drawFruit(on: &canvas)
    drawBowl(on: &canvas)
    drawStrayFruit(on: &canvas)
  }

  private static func drawWall(on canvas: inout Canvas) {
    let light = Gradient([(0, 0xdccaa8), (450, 0xae987b), (900, 0x75655a), (1400, 0x4b4345)])
    canvas.fill(.rectangle(x: 0, y: 0, width: 1600, height: 1200), .radial(Point(380, 300), radiusX: 1000, radiusY: 1000, light))
  }

  private static func drawTable(on canvas: inout Canvas) {
    let wood = Gradient([(820, 0x9b6338), (1000, 0x7d4a29), (1200, 0x4d2d1c)])
    canvas.fill(.rectangle(x: 0, y: 820, width: 1600, height: 380), .vertical(wood))
    canvas.fill(.rectangle(x: 0, y: 812, width: 1600, height: 12), 0xc78f57)
    for (x, y, length) in [(300, 880, 700), (1200, 910, 800), (700, 1000, 1100), (1350, 1080, 600), (260, 1110, 760), (900, 1160, 500)] {
      canvas.fill(.ripple(x: x, y: y, length: length, thickness: 10, bow: 4), 0x3d2316, opacity: 90)
    }
    let cloth = Path.polygon([(420, 880), (1240, 880), (1400, 1090), (260, 1090)])
    canvas.fill(cloth, 0xf4ead7)
    for y in [906, 1056] { canvas.fill(.rectangle(x: 200, y: y, width: 1300, height: 12), 0x3f6d94, within: cloth) }
  }
}
