extension BalloonScene {
  private static let envelope = Path.smooth([
    (0, -260), (118, -230), (196, -150), (220, -50), (196, 50), (136, 138), (62, 222), (0, 230), (-62, 222), (-136, 138), (-196, 50),
    (-220, -50),
    (-196, -150), (-118, -230),
  ])

  /// A balloon whose widest part is at (x, y); at 100 percent it is 440 wide.
  static func drawBalloon(on canvas: inout Canvas, x: Int, y: Int, percent: Int, colours: (Int, Int)) {
    func placed(_ path: Path) -> Path { path.stretched(percentX: percent, percentY: percent, centre: (0, 0)).moved(x: x, y: y) }
    for side in [-1, 1] {
      canvas.fill(placed(.line((58 * side, 215), (36 * side, 312), width: 5)), 0x4a3a30)
      canvas.fill(placed(.line((20 * side, 215), (14 * side, 312), width: 4)), 0x4a3a30)
    }
    canvas.fill(placed(.smooth([(-14, 262), (-6, 236), (0, 216), (6, 236), (14, 262), (0, 276)])), 0xffd873)
    drawBasket(on: &canvas, placed: placed)
    // Gores get narrower towards the rim: each ellipse covers all but the outermost of what is there.
    for (index, width) in [100, 84, 56, 20].enumerated() {
      let gore = envelope.stretched(percentX: width, percentY: 100, centre: (0, 0))
      canvas.fill(placed(gore), index % 2 == 0 ? colours.0 : colours.1)
    }
    let bands = Path.joined([.ellipse(x: 0, y: -20, radiusX: 240, radiusY: 52)])
    canvas.fill(placed(bands), 0x24456b, within: placed(envelope))
    canvas.fill(placed(.ellipse(x: 0, y: -34, radiusX: 244, radiusY: 48)), 0xf2bd4b, within: placed(envelope))
    canvas.fill(placed(.ellipse(x: 0, y: -58, radiusX: 248, radiusY: 46)), colours.0, within: placed(envelope))
    drawCrown(on: &canvas, placed: placed, colours: colours)
    shade(on: &canvas, placed: placed)
  }

  /// The gores again above the belt.
  private static func drawCrown(on canvas: inout Canvas, placed: (Path) -> Path, colours: (Int, Int)) {
    let above = placed(.joined([.rectangle(x: -260, y: -300, width: 520, height: 242), .ellipse(x: 0, y: -58, radiusX: 248, radiusY: 46)]))
    for (index, width) in [100, 84, 56, 20].enumerated() {
      canvas.fill(
        placed(envelope.stretched(percentX: width, percentY: 100, centre: (0, 0))), index % 2 == 0 ? colours.0 : colours.1, within: above)
    }
  }

  /// The sun stands low at the right.
  private static func shade(on canvas: inout Canvas, placed: (Path) -> Path) {
    for (move, opacity) in [(60, 44), (130, 44), (210, 44)] {
      let lit = Path.joined([
        .rectangle(x: -400, y: -400, width: 400 - move, height: 900), .ellipse(x: -move, y: 0, radiusX: 110, radiusY: 420),
      ])
      canvas.fill(placed(lit), 0x1a2440, opacity: opacity, within: placed(envelope))
    }
    canvas.fill(placed(.ellipse(x: 112, y: -120, radiusX: 30, radiusY: 70)), 0xffffff, opacity: 60, within: placed(envelope))
  }

  private static func drawBasket(on canvas: inout Canvas, placed: (Path) -> Path) {
    let basket = Path.polygon([(-42, 308), (42, 308), (34, 372), (-34, 372)])
    for (x, colour) in [(-16, 0x2f4a6d), (14, 0x8a3a4c)] {
      canvas.fill(placed(.disc(x: x, y: 286, radius: 10)), 0xe2b48c)
      canvas.fill(placed(.rectangle(x: x - 10, y: 296, width: 20, height: 20)), colour)
    }
    canvas.fill(placed(basket), 0x9a6a3a)
    for y in [326, 344, 360] { canvas.fill(placed(.rectangle(x: -44, y: y, width: 88, height: 5)), 0x6f4826, within: placed(basket)) }
    canvas.fill(placed(.rectangle(x: -46, y: 302, width: 92, height: 10)), 0x6f4826)
  }
}
