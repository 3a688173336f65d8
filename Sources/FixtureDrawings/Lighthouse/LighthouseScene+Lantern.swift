extension LighthouseScene {
  static func drawLantern(on canvas: inout Canvas) {
    drawBeams(on: &canvas)
    canvas.fill(.polygon([(914, 216), (1014, 216), (1006, 236), (922, 236)]), 0x2a2d3c)
    drawRailing(on: &canvas)
    let room = Path.rectangle(x: 936, y: 140, width: 56, height: 76)
    canvas.fill(room, 0xffe49a)
    canvas.fill(.ellipse(x: 964, y: 176, radiusX: 19, radiusY: 26), 0xfffdf2, within: room)
    for x in [936, 954, 974, 992] { canvas.fill(.line((x, 138), (x, 216), width: 4), 0x2a2d3c) }
    canvas.fill(.line((934, 176), (994, 176), width: 3), 0x2a2d3c)
    let dome = Path.polygon([(926, 144), (934, 126), (948, 112), (964, 104), (980, 112), (994, 126), (1002, 144)])
    canvas.fill(dome, 0xa82f27)
    canvas.fill(dome, roundness)
    canvas.fill(.disc(x: 964, y: 98, radius: 9), 0x2a2d3c)
    canvas.fill(.line((964, 98), (964, 68), width: 4), 0x2a2d3c)
  }

  private static func drawRailing(on canvas: inout Canvas) {
    for x in stride(from: 912, through: 1016, by: 13) { canvas.fill(.line((x, 192), (x, 218), width: 3), 0x2a2d3c) }
    canvas.fill(.line((908, 192), (1020, 192), width: 5), 0x2a2d3c)
  }

  /// Two cones of light that fade away from the lamp, ring by ring.
  private static func drawBeams(on canvas: inout Canvas) {
    let left = Path.polygon([(950, 170), (950, 186), (500, 268), (500, 144)])
    let right = Path.polygon([(980, 170), (980, 186), (1300, 214), (1300, 112)])
    for radius in stride(from: 420, to: 80, by: -100) {
      let ring = Path.disc(x: 964, y: 178, radius: radius)
      let opacity = 26 + (420 - radius) / 12
      canvas.fill(left, 0xfff4cf, opacity: opacity, within: ring)
      canvas.fill(right, 0xfff4cf, opacity: opacity, within: ring)
    }
  }
}
