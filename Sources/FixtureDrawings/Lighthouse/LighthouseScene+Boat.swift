extension LighthouseScene {
  static func drawBoat(on canvas: inout Canvas) {
    drawReflection(on: &canvas)
    canvas.fill(.line((512, 452), (512, 660), width: 6), 0x3b2a25)
    let mainsail = Path.smooth([(518, 462), (560, 540), (606, 632), (604, 636), (560, 640), (518, 642), (516, 560)])
    let foresail = Path.smooth([(506, 480), (470, 560), (428, 634), (430, 640), (470, 638), (506, 640), (502, 560)])
    canvas.fill(mainsail, 0xfffaf0)
    canvas.fill(.smooth([(575, 560), (606, 632), (560, 641), (518, 643), (560, 620)]), 0xd9cdb8, within: mainsail)
    canvas.fill(foresail, 0xf1dfc0)
    canvas.fill(.polygon([(512, 452), (548, 460), (512, 470)]), 0xc8402f)
    let hull = Path.smooth([(410, 658), (470, 664), (560, 664), (640, 652), (626, 684), (596, 702), (466, 704), (430, 690)])
    canvas.fill(hull, 0x7c2f28)
    canvas.fill(.polygon([(380, 640), (660, 640), (660, 664), (540, 672), (380, 668)]), 0xf6ead6, within: hull)
    canvas.fill(.ripple(x: 520, y: 704, length: 290, thickness: 10), 0xeaf5ee, opacity: 220)
  }

  private static func drawReflection(on canvas: inout Canvas) {
    for (y, length) in [(716, 200), (730, 170), (746, 150), (764, 110), (784, 70)] {
      canvas.fill(.ripple(x: 518 + (y % 4 - 2) * 5, y: y, length: length, thickness: 9), 0xf4e8d2, opacity: 130 - (y - 716))
    }
  }
}
