extension LighthouseScene {
  static func drawGulls(on canvas: inout Canvas) {
    for (x, y, percent) in [(720, 330, 100), (800, 280, 70), (640, 390, 60), (430, 260, 54)] {
      let wings = Path.smooth([
        (-52, -10), (-34, -24), (-14, -14), (0, 2), (14, -16), (36, -26), (54, -14), (34, -17), (16, -4), (4, 12), (-6, 11), (-16, -4),
        (-34, -15),
      ])
      canvas.fill(wings.stretched(percentX: percent, percentY: percent, centre: (0, 0)).moved(x: x, y: y), 0x2c3647)
    }
  }
}
