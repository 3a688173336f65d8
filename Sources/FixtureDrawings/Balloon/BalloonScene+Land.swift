extension BalloonScene {
  static func drawHills(on canvas: inout Canvas) {
    let far = Path.smooth([(-80, 700), (60, 640), (180, 600), (300, 650), (430, 622), (560, 668), (1100, 690), (1100, 900), (-80, 900)])
    let middle = Path.smooth([(-80, 720), (160, 690), (420, 700), (640, 660), (820, 626), (960, 664), (1110, 640), (1110, 900), (-80, 900)])
    canvas.fill(far, 0x9dbcc4)
    canvas.fill(middle, 0x78a39c)
  }

  static func drawFields(on canvas: inout Canvas) {
    let back = Path.smooth([(-80, 760), (140, 726), (380, 740), (620, 716), (860, 740), (1110, 710), (1110, 1100), (-80, 1100)])
    let left = Path.smooth([(-80, 800), (120, 790), (330, 824), (520, 880), (700, 970), (760, 1100), (-80, 1100)])
    let right = Path.smooth([(1110, 790), (900, 800), (700, 850), (560, 930), (500, 1100), (1110, 1100)])
    canvas.fill(back, 0xb9c66b)
    for x in stride(from: -200, through: 1200, by: 90) {
      canvas.fill(.polygon([(512 + (x - 512) / 3, 700), (524 + (x - 512) / 3, 700), (x + 40, 1024), (x, 1024)]), 0x9db05a, within: back)
    }
    canvas.fill(left, 0x6c9a4c)
    canvas.fill(right, 0x4f8148)
    for (index, offset) in stride(from: 40, through: 240, by: 50).enumerated() {
      canvas.fill(right.moved(x: offset, y: offset), index % 2 == 0 ? 0x5b8d4d : 0x457540, within: right)
    }
    let road = Path.smooth([
      (470, 1040), (520, 960), (470, 890), (520, 830), (590, 796), (580, 770), (594, 770), (610, 798), (556, 836), (520, 890), (590, 960),
      (580, 1040),
    ])
    canvas.fill(road, 0xeeddb0)
  }

  static func drawTrees(on canvas: inout Canvas) {
    for (x, y, radius) in [
      (70, 800, 34), (130, 812, 26), (936, 800, 36), (994, 812, 28), (300, 776, 16), (330, 780, 13), (740, 762, 15), (210, 930, 46),
    ] {
      canvas.fill(.ellipse(x: x + radius / 3, y: y + radius, radiusX: radius, radiusY: radius / 4), 0x24452f, opacity: 130)
      canvas.fill(.rectangle(x: x - radius / 8, y: y, width: radius / 4 + 1, height: radius), 0x5b4030)
      canvas.fill(.disc(x: x, y: y, radius: radius), 0x2c5a3b)
      canvas.fill(.disc(x: x + radius / 4, y: y - radius / 4, radius: radius * 2 / 3), 0x47794a)
    }
    drawCottage(on: &canvas)
  }

  private static func drawCottage(on canvas: inout Canvas) {
    canvas.fill(.rectangle(x: 800, y: 842, width: 84, height: 50), 0xfaf0dc)
    canvas.fill(.polygon([(786, 844), (812, 802), (872, 802), (898, 844)]), 0xb5472f)
    canvas.fill(.rectangle(x: 848, y: 858, width: 20, height: 34), 0x4a3a30)
    canvas.fill(.rectangle(x: 814, y: 856, width: 20, height: 18), 0x35506a)
  }
}
