/// One character of the font: its strokes, and how wide they are.
struct Glyph: Sendable, Equatable {
  var path: StrokePath
  /// Width between the outermost pen positions, in font units.
  var width: Int

  /// What lies between two glyphs, in font units: a stroke and some air.
  static let spacing = 5

  init(path: StrokePath, width: Int) {
    self.path = path
    self.width = width
  }

  /// From `width|strokes`.
  init(_ text: String) {
    let parts = text.split(separator: "|", maxSplits: 1)
    width = parts.first.flatMap { Int($0) } ?? 0
    path = StrokePath(parts.count > 1 ? String(parts[1]) : "")
  }

  /// What stands for a character that the font lacks.
  static let box = Glyph("12|M0,0 H12 V20 H0 V0")
}
