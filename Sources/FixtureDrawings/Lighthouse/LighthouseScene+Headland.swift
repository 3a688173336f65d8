extension LighthouseScene {
  static func drawHeadland(on canvas: inout Canvas) {
    let rock = Path.polygon([
      (640, 779), (668, 748), (704, 737), (728, 698), (772, 678), (800, 631), (846, 600), (880, 552), (1300, 500), (1300, 834), (1180, 828),
      (1090, 812), (980, 822), (880, 807), (760, 801), (700, 792),
    ])
    drawFoam(on: &canvas)
    canvas.fill(rock, 0x3a3a44)
    drawFacets(on: &canvas, within: rock)
    drawGrass(on: &canvas)
    drawBoulders(on: &canvas)
  }

  private static func drawFoam(on canvas: inout Canvas) {
    let wash = Path.smooth([
      (600, 786), (680, 773), (800, 795), (960, 812), (1090, 804), (1300, 826), (1300, 850), (1120, 834), (960, 837), (800, 822),
      (680, 804),
    ])
    canvas.fill(wash.moved(x: -14, y: 12), 0x9fcfd2, opacity: 120)
    canvas.fill(wash, 0xf3f8f2, opacity: 225)
  }

  /// Faces that look at the sun are light, those turned away dark.
  private static func drawFacets(on canvas: inout Canvas, within rock: Path) {
    let lit: [[(Int, Int)]] = [
      [(640, 779), (668, 748), (704, 737), (716, 765), (690, 792)], [(728, 698), (772, 678), (786, 719), (744, 748), (716, 733)],
      [(800, 631), (846, 600), (862, 653), (822, 690), (790, 673)], [(862, 678), (922, 647), (936, 711), (884, 745), (850, 725)],
      [(970, 694), (1020, 659), (1046, 715), (1000, 756), (962, 740)], [(1090, 678), (1150, 647), (1170, 709), (1120, 748), (1084, 728)],
      [(800, 756), (850, 740), (872, 784), (820, 803), (786, 792)], [(1046, 772), (1100, 756), (1120, 800), (1060, 812)],
      [(1200, 740), (1250, 709), (1280, 772), (1220, 803)],
    ]
    for (index, corners) in lit.enumerated() { canvas.fill(.polygon(corners), index % 3 == 0 ? 0x7d7670 : 0x67625f, within: rock) }
    let dark: [[(Int, Int)]] = [
      [(716, 765), (704, 737), (744, 748), (786, 719), (800, 756), (786, 792), (740, 797)],
      [(822, 690), (862, 653), (862, 678), (850, 725), (800, 756), (800, 712)],
      [(936, 711), (922, 647), (970, 694), (962, 740), (920, 792), (884, 745)],
      [(1046, 715), (1020, 659), (1090, 678), (1084, 728), (1046, 772), (1000, 756)],
      [(1170, 709), (1150, 647), (1250, 709), (1200, 740), (1180, 803), (1120, 748)],
    ]
    for corners in dark { canvas.fill(.polygon(corners), 0x23242d, within: rock) }
  }

  private static func drawGrass(on canvas: inout Canvas) {
    let meadow = Path.smooth([
      (850, 600), (880, 556), (960, 532), (1080, 520), (1200, 500), (1330, 484), (1330, 622), (1262, 634), (1216, 622), (1150, 650),
      (1084, 628),
      (1030, 640), (972, 616), (924, 628), (884, 604),
    ])
    canvas.fill(meadow.moved(x: 4, y: 14), 0x1f2a2a)
    canvas.fill(meadow, .vertical(Gradient([(500, 0x9fae62), (560, 0x6f9152), (660, 0x3d6a48)])))
    let path = Path.smooth([
      (1010, 548), (1050, 544), (1096, 566), (1150, 584), (1240, 600), (1330, 606), (1330, 636), (1220, 624), (1120, 604), (1050, 576),
    ])
    canvas.fill(path, 0xe3d3a4, within: meadow)
  }

  private static func drawBoulders(on canvas: inout Canvas) {
    for (x, y, radius) in [(612, 795, 26), (700, 812, 20), (560, 809, 13), (1010, 834, 24), (1190, 845, 30), (860, 828, 15)] {
      canvas.fill(.ellipse(x: x, y: y + radius * 2 / 3, radiusX: radius * 2, radiusY: radius / 3), 0xeef6f2, opacity: 200)
      let stone = Path.polygon([
        (x - radius, y + radius * 2 / 3), (x - radius * 3 / 4, y - radius / 3), (x - radius / 6, y - radius * 2 / 3),
        (x + radius * 2 / 3, y - radius / 3), (x + radius, y + radius * 2 / 3),
      ])
      canvas.fill(stone, 0x2b2c36)
      canvas.fill(.disc(x: x - radius * 2 / 3, y: y - radius / 3, radius: radius * 2 / 3), 0x716b67, within: stone)
    }
  }
}
