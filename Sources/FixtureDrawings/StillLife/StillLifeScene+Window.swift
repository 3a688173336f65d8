extension StillLifeScene {
  static func drawWindow(on canvas: inout Canvas) {
    canvas.fill(.rectangle(x: 130, y: 60, width: 540, height: 590), 0xf7f0e2)
    let pane = Path.rectangle(x: 164, y: 94, width: 472, height: 500)
    canvas.fill(pane, .vertical(Gradient([(94, 0x7fb6d8), (440, 0xd9ecec), (594, 0xf6ecd0)])))
    canvas.fill(.smooth([(100, 560), (240, 500), (380, 530), (520, 480), (720, 530), (720, 700), (100, 700)]), 0x86a873, within: pane)
    canvas.fill(.disc(x: 520, y: 210, radius: 46), 0xfffbe6)
    for x in [394, 158, 630] { canvas.fill(.rectangle(x: x, y: 90, width: 12, height: 508), 0xf7f0e2) }
    canvas.fill(.rectangle(x: 160, y: 330, width: 480, height: 12), 0xf7f0e2)
    canvas.fill(.rectangle(x: 100, y: 594, width: 600, height: 60), 0xfdf8ec)
    canvas.fill(.rectangle(x: 110, y: 654, width: 580, height: 22), 0x6e5c4a, opacity: 110)
    drawCurtain(on: &canvas)
  }

  private static func drawCurtain(on canvas: inout Canvas) {
    for (index, x) in stride(from: 0, to: 150, by: 30).enumerated() {
      let fold = Path.smooth([
        (x - 20, -60), (x + 36, -60), (x + 60, 300), (x + 24, 560), (x + 30, 800), (x - 30, 800), (x - 20, 560), (x - 10, 300),
      ])
      canvas.fill(fold, index % 2 == 0 ? 0xc4583f : 0xa6432f)
    }
  }
}
