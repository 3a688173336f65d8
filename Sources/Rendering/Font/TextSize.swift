/// The size of text: how high capitals are, in pixels.
struct TextSize: Sendable, Equatable {
  var capHeight: Int

  /// From one baseline to the next.
  var lineHeight: Int { (capHeight * 17 + 5) / 10 }

  /// Thickness of the strokes in 1/16 pixel; never so thin that they fade.
  var stroke: Int { max(17, capHeight * 16 * 12 / 100) }

  /// Pixels for a number of font units, rounded.
  func pixels(units: Int) -> Int { (units * capHeight + 10) / 20 }

  /// How far the pen moves on behind a character, in pixels.
  func advance(of character: Character) -> Int { max(1, pixels(units: Typeface.width(of: character) + Glyph.spacing)) }

  /// Width of a text in pixels.
  func width(of text: some Sequence<Character>) -> Int {
    text.reduce(0) { $0 + advance(of: $1) }
  }
}
