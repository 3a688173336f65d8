extension StillLifeScene {
  static func drawFruit(on canvas: inout Canvas) {
    drawPear(on: &canvas, x: 1010, y: 560)
    drawApple(on: &canvas, x: 660, y: 610, inks: (0xf4d68a, 0xd8452f, 0x6d1720))
    drawOrange(on: &canvas, x: 1110, y: 690, radius: 110)
    drawApple(on: &canvas, x: 850, y: 570, inks: (0xf3f0b0, 0x8fae3f, 0x3d5f26))
    drawOrange(on: &canvas, x: 750, y: 720, radius: 100)
    drawApple(on: &canvas, x: 940, y: 720, inks: (0xf6c98a, 0xc7392c, 0x5d131c))
    drawGrapes(on: &canvas, x: 590, y: 720)
  }

  static func drawStrayFruit(on canvas: inout Canvas) {
    canvas.fill(.ellipse(x: 1330, y: 1018, radiusX: 130, radiusY: 26), 0x2c1a12, opacity: 130)
    drawOrange(on: &canvas, x: 1310, y: 930, radius: 100)
  }

  /// The window's light comes from the upper left.
  private static func ball(x: Int, y: Int, radius: Int, _ light: Int, _ body: Int, _ dark: Int) -> Paint {
    let inks = Gradient([(0, light), (350, body), (1100, body), (1750, dark)])
    return .radial(Point(x - radius * 2 / 5, y - radius * 2 / 5), radiusX: radius, radiusY: radius, inks)
  }

  private static func drawApple(on canvas: inout Canvas, x: Int, y: Int, inks: (Int, Int, Int)) {
    let apple = Path.smooth([
      (x, y - 96), (x + 62, y - 112), (x + 118, y - 60), (x + 122, y + 20), (x + 84, y + 96), (x + 34, y + 118), (x, y + 108),
      (x - 34, y + 118),
      (x - 84, y + 96), (x - 122, y + 20), (x - 118, y - 60), (x - 62, y - 112),
    ])
    canvas.fill(apple, ball(x: x, y: y, radius: 124, inks.0, inks.1, inks.2))
    canvas.fill(.ellipse(x: x, y: y - 92, radiusX: 36, radiusY: 12), inks.2, opacity: 150)
    canvas.fill(.line((x, y - 90), (x + 16, y - 146), width: 10), 0x4a2f1c)
    canvas.fill(.smooth([(x + 14, y - 126), (x + 50, y - 160), (x + 92, y - 150), (x + 60, y - 122)]), 0x55803c)
    canvas.fill(.ellipse(x: x - 52, y: y - 48, radiusX: 18, radiusY: 28), 0xffffff, opacity: 130)
  }

  private static func drawOrange(on canvas: inout Canvas, x: Int, y: Int, radius: Int) {
    canvas.fill(.disc(x: x, y: y, radius: radius), ball(x: x, y: y, radius: radius, 0xffdc8a, 0xf0912b, 0x8f4413))
    canvas.fill(.ellipse(x: x - radius / 3, y: y - radius / 3, radiusX: radius / 6, radiusY: radius / 5), 0xffffff, opacity: 110)
    canvas.fill(.disc(x: x + radius / 6, y: y - radius * 3 / 4, radius: 8), 0x6f5a22)
  }

  private static func drawPear(on canvas: inout Canvas, x: Int, y: Int) {
    let pear = Path.smooth([
      (x, y - 210), (x + 44, y - 186), (x + 62, y - 110), (x + 110, y - 20), (x + 116, y + 70), (x, y + 130), (x - 116, y + 70),
      (x - 110, y - 20),
      (x - 62, y - 110), (x - 44, y - 186),
    ])
    canvas.fill(pear, ball(x: x, y: y - 10, radius: 130, 0xf6f0a4, 0xd0bc4c, 0x77702c))
    canvas.fill(.line((x, y - 204), (x + 26, y - 270), width: 10), 0x4a2f1c)
    canvas.fill(.ellipse(x: x - 40, y: y - 60, radiusX: 14, radiusY: 34), 0xffffff, opacity: 100)
  }

  private static func drawGrapes(on canvas: inout Canvas, x: Int, y: Int) {
    for (right, down) in [
      (0, -70), (50, -60), (-44, -50), (16, -28), (-20, -10), (60, -16), (-62, 0), (34, 16), (-30, 40), (10, 56), (-66, 52), (-40, 92),
    ] {
      canvas.fill(.disc(x: x + right, y: y + down, radius: 32), ball(x: x + right, y: y + down, radius: 32, 0xb99acb, 0x6b3f7d, 0x2d1840))
    }
  }
}
