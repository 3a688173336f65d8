/// Draws glyphs at one size, with the ends of their strokes on whole pixels, so that stems are sharp.
struct Pen: Sendable {
  let size: TextSize
  /// Where the next glyph begins, in pixels.
  var x: Int
  /// The capitals' top, in pixels.
  var top: Int

  /// Draws a text and moves behind it.
  mutating func draw(_ text: some Sequence<Character>, on canvas: inout CoverageCanvas) {
    for character in text {
      draw(Typeface.glyph(for: character).path, on: &canvas)
      x += size.advance(of: character)
    }
  }

  private func draw(_ path: StrokePath, on canvas: inout CoverageCanvas) {
    var pen: PenPoint?
    for element in path.elements {
      switch element {
      case .lift: pen = nil
      case .move(let x, let y): pen = point(x, y)
      case .line(let x, let y): draw(from: &pen, to: point(x, y), on: &canvas)
      case .dot(let x, let y):
        canvas.stroke(from: point(x, y), to: point(x, y), thickness: size.stroke * 5 / 4)
        pen = nil
      case .arc(let left, let top, let right, let bottom, let from, let to):
        let (low, high) = (point(left, top), point(right, bottom))
        let turn = from < to ? Arc.step : -Arc.step
        for degrees in stride(from: from, through: to, by: turn) {
          let x = (low.x + high.x) / 2 + (high.x - low.x) * Arc.cosine(degrees) / (2 * Arc.one)
          let y = (low.y + high.y) / 2 + (high.y - low.y) * Arc.sine(degrees) / (2 * Arc.one)
          draw(from: &pen, to: PenPoint(x: x, y: y), on: &canvas)
        }
      }
    }
  }

  private func draw(from pen: inout PenPoint?, to end: PenPoint, on canvas: inout CoverageCanvas) {
    if let start = pen { canvas.stroke(from: start, to: end, thickness: size.stroke) }
    pen = end
  }

  /// A point of a path, in 1/16 font unit, on the canvas.
  private func point(_ x: Int, _ y: Int) -> PenPoint {
    PenPoint(x: (self.x << 4) + fitted(x), y: (top << 4) + fitted(y))
  }

  /// To 1/16 pixel, moved so that a stroke along the line fills whole pixels: its middle on a pixel's middle when it is an odd
  /// number of pixels thick, else between two.
  private func fitted(_ coordinate: Int) -> Int {
    let exact = (coordinate * size.capHeight * 2 + 20) / 40
    let half = ((size.stroke + 8) >> 4) & 1 == 1 ? 8 : 0
    return ((exact + 8 - half) & ~15) + half
  }
}
