extension LighthouseScene {
  static func drawSea(on canvas: inout Canvas) {
    let water = Gradient([(horizon, 0xbccbb9), (590, 0x7fb0b5), (680, 0x3f8399), (800, 0x215a78), (960, 0x12344f)])
    canvas.fill(.rectangle(x: 0, y: horizon, width: 1280, height: 400), .vertical(water))
    drawGlitter(on: &canvas)
    drawWaves(on: &canvas)
    drawSwell(on: &canvas)
  }

  /// The sun's road: glints that grow towards the viewer.
  private static func drawGlitter(on canvas: inout Canvas) {
    var scatter = Scatter(5)
    var y = horizon + 5
    while y < 850 {
      let depth = y - horizon
      for _ in 0..<2 {
        let x = sun.x + scatter.next(-40 - depth / 4...40 + depth / 4)
        let length = scatter.next(30...70) + depth / 4
        canvas.fill(.ripple(x: x, y: y, length: length, thickness: 4 + depth / 40), 0xfff1c9, opacity: 215 - depth / 2)
      }
      y += 9 + depth / 14
    }
  }

  private static func drawWaves(on canvas: inout Canvas) {
    var scatter = Scatter(23)
    var y = horizon + 16
    while y < 940 {
      let depth = y - horizon
      for _ in 0..<3 {
        let x = scatter.next(-40...1320)
        let length = 60 + depth / 3 + scatter.next(0...60)
        let wave = Path.ripple(x: x, y: y, length: length, thickness: 5 + depth / 50, bow: 3 + depth / 50)
        canvas.fill(wave.moved(x: 6, y: 6 + depth / 50), 0x0d2a44, opacity: 70)
        canvas.fill(wave, 0xb7dcda, opacity: 110)
      }
      y += 26 + depth / 7
    }
  }

  /// Two long swells in the foreground.
  private static func drawSwell(on canvas: inout Canvas) {
    let back = Path.smooth([
      (-80, 880), (120, 846), (330, 872), (560, 850), (760, 884), (1000, 862), (1380, 900), (1380, 1060), (-80, 1060),
    ])
    let front = Path.smooth([
      (-80, 930), (160, 918), (380, 896), (620, 930), (860, 912), (1100, 934), (1380, 920), (1380, 1080), (-80, 1080),
    ])
    canvas.fill(back, 0x8fc4c9, opacity: 150)
    canvas.fill(back.moved(x: 0, y: 7), 0x1a4a68)
    canvas.fill(front, 0x9fd0d0, opacity: 150)
    canvas.fill(front.moved(x: 0, y: 8), 0x102f49)
  }
}
