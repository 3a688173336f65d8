extension StillLifeScene {
  static func drawBowl(on canvas: inout Canvas) {
    canvas.fill(.ellipse(x: 900, y: 1006, radiusX: 400, radiusY: 40), 0x2c1a12, opacity: 120)
    let bowl = Path.smooth([
      (470, 742), (660, 772), (860, 782), (1060, 772), (1250, 742), (1216, 860), (1120, 950), (1010, 996), (860, 1004), (710, 996),
      (600, 950), (504, 860),
    ])
    let china = Gradient([(470, 0xe9eef0), (640, 0xffffff), (860, 0xdfe6ea), (1060, 0xa3b3c0), (1250, 0x6d7f90)])
    canvas.fill(bowl, .horizontal(china))
    for (y, height) in [(786, 12), (900, 10)] {
      let band = Path.smooth([
        (440, y - 40), (660, y), (860, y + 8), (1060, y), (1280, y - 40), (1280, y - 40 + height), (1060, y + height),
        (860, y + 8 + height),
        (660, y + height), (440, y - 40 + height),
      ])
      canvas.fill(band, 0x2f5f92, within: bowl)
    }
    for (index, x) in stride(from: 520, through: 1200, by: 85).enumerated() {
      let y = 856 - (x - 860) * (x - 860) / 5200
      canvas.fill(.ellipse(x: x, y: y, radiusX: index == 0 || index == 8 ? 14 : 24, radiusY: 26), 0x2f5f92, within: bowl)
      canvas.fill(.disc(x: x, y: y, radius: 9), 0xf3e6c0, within: bowl)
    }
  }
}
