extension LighthouseScene {
  private static let tower = Path.polygon([(900, 552), (922, 228), (1006, 228), (1028, 552), (1000, 562), (964, 566), (928, 562)])

  /// Light falls from the left, so that the round wall darkens to the right.
  static let roundness = Paint.horizontal(
    Gradient([
      (905, Ink(0x17223a, opacity: 40)), (930, Ink(0x17223a, opacity: 0)), (955, Ink(0x17223a, opacity: 0)),
      (985, Ink(0x17223a, opacity: 70)),
      (1025, Ink(0x17223a, opacity: 150)),
    ]))

  static func drawTower(on canvas: inout Canvas) {
    canvas.fill(.ellipse(x: 1010, y: 560, radiusX: 130, radiusY: 16), 0x22402f, opacity: 130)
    canvas.fill(tower, 0xfffaf0)
    for y in [276, 384, 492] { canvas.fill(band(top: y, height: 54), 0xcb3d2e, within: tower) }
    drawOpenings(on: &canvas)
    canvas.fill(tower, roundness)
    canvas.fill(.smooth([(890, 566), (900, 548), (964, 556), (1028, 548), (1040, 566), (964, 578)]), 0x8b8378)
  }

  /// A stripe around the tower: we look up at it, so it bends upwards in the middle.
  private static func band(top: Int, height: Int) -> Path {
    .smooth([
      (880, top + 10), (920, top + 4), (964, top), (1008, top + 4), (1050, top + 10), (1050, top + height + 10), (1008, top + height + 4),
      (964, top + height), (920, top + height + 4), (880, top + height + 10),
    ])
  }

  private static func drawOpenings(on canvas: inout Canvas) {
    for (x, y) in [(956, 350), (966, 456)] {
      let window = Path.joined([.rectangle(x: x - 8, y: y, width: 16, height: 22), .disc(x: x, y: y, radius: 8)])
      canvas.fill(window.stretched(percentX: 150, percentY: 130, centre: (x, y + 8)), 0xe8dfcf)
      canvas.fill(window, 0x23304a)
    }
    let door = Path.joined([.rectangle(x: 948, y: 518, width: 30, height: 48), .disc(x: 963, y: 518, radius: 15)])
    canvas.fill(door.stretched(percentX: 126, percentY: 112, centre: (963, 560)), 0xe8dfcf)
    canvas.fill(door, 0x3b2a25)
  }
}
