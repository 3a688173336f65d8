/// Finds the glyphs of text in the project's own stroke font: ASCII, Latin letters with accents, Hangul and some signs.
///
/// Strokes instead of bitmaps, so that one drawing serves every size from 7 pixels up. What the font lacks is drawn as a box with its
/// number, see ``Glyph/lastResort(for:)``.
enum Typeface {
  /// Gives the glyphs of one user-perceived character, from left to right. Nearly always one; a cluster that the font lacks has one for
  /// each of its ``pieces(of:)``.
  static func glyphs(for character: Character) -> [Glyph] {
    if let glyph = glyph(for: character) { return [glyph] }
    return pieces(of: character).flatMap { piece in
      glyph(for: piece).map { [$0] } ?? piece.unicodeScalars.prefix(1).map { .lastResort(for: $0) }
    }
  }

  /// Says whether the font has a character, without composing a syllable.
  static func has(_ character: Character) -> Bool { character.isSyllable || glyph(for: character) != nil }

  /// Gives the one glyph of a character; nil when the font lacks it.
  static func glyph(for character: Character) -> Glyph? {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return nil }
    if scalars.count == 1 { return glyph(for: first) }
    if let syllable = HangulSyllable(conjoining: Array(scalars.prefix(4))) { return syllable.glyph }
    let rest = scalars.dropFirst().filter { !$0.isVariationSelector }
    if rest.isEmpty { return glyph(for: first) }
    guard rest.count == 1, let accent = rest.first else { return nil }
    let base: Unicode.Scalar = first == "i" ? "ı" : first
    return glyph(for: base)?.accented(accent, capital: first.isCapital)
  }

  /// Takes a cluster that the font lacks apart into characters that are drawn one behind the other; any other character stays whole.
  ///
  /// `e` with three accents becomes `é` and two accents of their own, a flag two letters, a family its members. Scalars that nothing is
  /// to be seen of, such as joiners and variation selectors, are dropped, unless there is nothing else.
  static func pieces(of character: Character) -> [Character] {
    let scalars = character.unicodeScalars
    guard scalars.count > 1, glyph(for: character) == nil else { return [character] }
    var pieces: [Character] = []
    for scalar in scalars where !scalar.properties.isDefaultIgnorableCodePoint {
      let joined = pieces.count == 1 ? String(pieces[0]) + String(Character(scalar)) : ""
      if joined.count == 1, joined.allSatisfy({ glyph(for: $0) != nil }) {
        pieces = Array(joined)
      } else {
        pieces.append(Character(scalar))
      }
    }
    return pieces.isEmpty ? scalars.prefix(1).map { Character($0) } : pieces
  }

  /// Read once: captions are mostly ASCII.
  private static let ascii = Glyph.ascii.map { Glyph($0) }

  private static func glyph(for scalar: Unicode.Scalar) -> Glyph? {
    switch scalar.value {
    case 32...126: return ascii[Int(scalar.value) - 32]
    case 0xa0: return ascii[0]
    // Full-width forms of ASCII are common in East Asian text.
    case 0xff01...0xff5e: return ascii[Int(scalar.value) - 0xff00]
    case 0x1100...0x11ff, 0x3131...0x3163, 0xac00...0xd7a3: return HangulSyllable(scalar)?.glyph
    default: break
    }
    if let (base, accent) = Glyph.decomposition(of: scalar) { return glyph(for: base)?.accented(accent, capital: base.isCapital) }
    return Glyph.beyondASCII(scalar)
  }
}

extension Character {
  /// Whether this is a syllable of the block U+AC00 to U+D7A3: the font has them all, and all are as wide.
  var isSyllable: Bool { unicodeScalars.count == 1 && unicodeScalars.allSatisfy { (0xac00...0xd7a3).contains($0.value) } }
}

extension Unicode.Scalar {
  fileprivate var isCapital: Bool { value &- 0x41 < 26 }
  fileprivate var isVariationSelector: Bool { value == 0xfe0e || value == 0xfe0f }
}
