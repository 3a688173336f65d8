/// A hot-air balloon over fields on a summer's morning, 1024 by 1024 units.
enum BalloonScene {
  static func draw(on canvas: inout Canvas) {
    drawSky(on: &canvas)
    drawHills(on: &canvas)
    drawFields(on: &canvas)
    drawTrees(on: &canvas)
    drawBalloon(on: &canvas, x: 190, y: 330, percent: 24, colours: (0x3f7f8c, 0xf3e3c3))
    drawBalloon(on: &canvas, x: 850, y: 190, percent: 16, colours: (0x6d4a7a, 0xf0c9a0))
    drawBalloon(on: &canvas, x: 540, y: 360, percent: 100, colours: (0xc9402f, 0xfaf0dc))
  }
}
