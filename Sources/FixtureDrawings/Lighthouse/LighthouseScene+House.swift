extension LighthouseScene {
  /// The keeper's house beside the tower.
  static func drawHouse(on canvas: inout Canvas) {
    canvas.fill(.polygon([(1084, 470), (1220, 470), (1220, 556), (1084, 562)]), 0xf7eedd)
    canvas.fill(.polygon([(1220, 470), (1246, 440), (1266, 470), (1266, 546), (1220, 556)]), 0xb9ad9f)
    canvas.fill(.polygon([(1070, 474), (1100, 414), (1246, 414), (1226, 474)]), 0xa83a2c)
    canvas.fill(.polygon([(1226, 474), (1246, 414), (1276, 474), (1266, 478), (1246, 434), (1232, 478)]), 0x6f2620)
    canvas.fill(.rectangle(x: 1180, y: 386, width: 22, height: 40), 0x8a4a3c)
    canvas.fill(.rectangle(x: 1176, y: 382, width: 30, height: 8), 0x4a2f2c)
    canvas.fill(.rectangle(x: 1160, y: 500, width: 26, height: 58), 0x3f5a66)
    for x in [1104, 1196] {
      canvas.fill(.rectangle(x: x, y: 496, width: 24 - (x == 1196 ? 8 : 0), height: 28), 0x2b3a50)
      canvas.fill(.rectangle(x: x + 2, y: 498, width: 9 - (x == 1196 ? 4 : 0), height: 12), 0xffd98a)
    }
    for (x, y, radius) in [(1076, 560, 16), (1094, 566, 12), (1232, 556, 14), (1140, 564, 10)] {
      canvas.fill(.disc(x: x, y: y, radius: radius), 0x35573c)
      canvas.fill(.disc(x: x - 4, y: y - 5, radius: radius * 2 / 3), 0x64894c)
    }
  }
}
