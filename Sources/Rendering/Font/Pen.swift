/// Names the size of text by the height of its capitals, in pixels, and measures text.
struct TextSize: Sendable, Equatable {
  var capHeight: Int

  /// From one baseline to the next.
  var lineHeight: Int { (capHeight * 17 + 5) / 10 }

  /// Gives the thickness of strokes in 1/16 pixel; never so thin that they fade.
  func stroke(weight: Int) -> Int { max(17, capHeight * 16 * weight / 100) }

  /// Gives the pixels of a number of font units, rounded.
  func pixels(units: Int) -> Int { (units * capHeight + 10) / 20 }

  /// Says how far the pen moves on behind a character, in pixels; a syllable is measured without being composed.
  func advance(of character: Character) -> Int {
    if character.isSyllable { return advance(units: HangulSyllable.cellWidth) }
    return Typeface.glyphs(for: character).reduce(0) { $0 + legible($1).advance(units: $1.width) }
  }

  func width(of text: some Sequence<Character>) -> Int { text.reduce(0) { $0 + advance(of: $1) } }

  /// Gives this size, or the smallest one that the glyph can be read at.
  fileprivate func legible(_ glyph: Glyph) -> TextSize { TextSize(capHeight: max(capHeight, glyph.smallestCapHeight)) }

  fileprivate func advance(units: Int) -> Int { max(1, pixels(units: units + Glyph.spacing)) }
}

/// Draws glyphs at one size, with the ends of their strokes on whole pixels, so that stems are sharp.
struct Pen: Sendable {
  let size: TextSize
  /// Where the next glyph begins, in pixels.
  var x: Int
  /// The capitals' top, in pixels.
  var top: Int

  /// Draws a text and moves behind it.
  mutating func draw(_ text: some Sequence<Character>, on canvas: inout CoverageCanvas) {
    for character in text { draw(Typeface.glyphs(for: character), on: &canvas) }
  }

  mutating func draw(_ glyphs: [Glyph], on canvas: inout CoverageCanvas) {
    for glyph in glyphs {
      let legible = size.legible(glyph)
      // One that is larger than the text stands around the middle of the line.
      let top = top + (size.capHeight - legible.capHeight) >> 1
      let outline = GlyphOutline(size: legible, stroke: legible.stroke(weight: glyph.weight), x: x, top: top)
      outline.draw(glyph.path, on: &canvas)
      if let frame = glyph.frame { outline.draw(frame, strength: 144, on: &canvas) }
      x += legible.advance(units: glyph.width)
    }
  }
}

/// Draws one glyph's strokes, in one thickness and at one position.
private struct GlyphOutline {
  let size: TextSize
  /// 1/16 pixel.
  let stroke: Int
  let x: Int
  let top: Int

  func draw(_ path: StrokePath, strength: Int = 255, on canvas: inout CoverageCanvas) {
    var pen: PenPoint?
    for element in path.elements {
      switch element {
      case .lift: pen = nil
      case .move(let x, let y): pen = point(x, y)
      case .line(let x, let y): draw(from: &pen, to: point(x, y), strength, on: &canvas)
      case .dot(let x, let y):
        canvas.stroke(from: point(x, y), to: point(x, y), thickness: stroke * 5 / 4, strength: strength)
        pen = nil
      case .arc(let left, let top, let right, let bottom, let from, let to):
        let (low, high) = (point(left, top), point(right, bottom))
        let turn = from < to ? Arc.step : -Arc.step
        for degrees in stride(from: from, through: to, by: turn) {
          let x = (low.x + high.x) / 2 + (high.x - low.x) * Arc.cosine(degrees) / (2 * Arc.one)
          let y = (low.y + high.y) / 2 + (high.y - low.y) * Arc.sine(degrees) / (2 * Arc.one)
          draw(from: &pen, to: PenPoint(x: x, y: y), strength, on: &canvas)
        }
      }
    }
  }

  private func draw(from pen: inout PenPoint?, to end: PenPoint, _ strength: Int, on canvas: inout CoverageCanvas) {
    if let start = pen { canvas.stroke(from: start, to: end, thickness: stroke, strength: strength) }
    pen = end
  }

  /// Puts a point of a path, in 1/16 font unit, on the canvas.
  private func point(_ x: Int, _ y: Int) -> PenPoint { PenPoint(x: (self.x << 4) + fitted(x), y: (top << 4) + fitted(y)) }

  /// Scales to 1/16 pixel, moved so that a stroke along the line fills whole pixels: its middle on a pixel's middle when it is an odd
  /// number of pixels thick, else between two.
  private func fitted(_ coordinate: Int) -> Int {
    let exact = (coordinate * size.capHeight * 2 + 20) / 40
    let half = ((stroke + 8) >> 4) & 1 == 1 ? 8 : 0
    return ((exact + 8 - half) & ~15) + half
  }
}

/// Gives sines and cosines of whole multiples of 15 degrees, in 1/4096.
enum Arc {
  static let one = 4096
  /// Degrees from one corner to the next of the polygon that stands for an arc.
  static let step = 15

  private static let quarter = [0, 1060, 2048, 2896, 3547, 3956, 4096]

  static func sine(_ degrees: Int) -> Int {
    let steps = ((degrees / step) % 24 + 24) % 24
    return switch steps {
    case 0...6: quarter[steps]
    case 7...12: quarter[12 - steps]
    case 13...18: -quarter[steps - 12]
    default: -quarter[24 - steps]
    }
  }

  static func cosine(_ degrees: Int) -> Int { sine(degrees + 90) }
}
