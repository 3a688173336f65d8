/// The project's own stroke font: ASCII, Latin letters with accents, Hangul, a few signs; a box for everything else.
///
/// Strokes instead of bitmaps, so that one drawing serves every size from 7 pixels up.
enum Typeface {
  /// Read once: captions are mostly ASCII.
  private static let ascii = Glyph.ascii.map { Glyph($0) }

  /// Width of a character in font units, which for syllables is known without composing them.
  static func width(of character: Character) -> Int {
    character.isSyllable ? HangulSyllable.cellWidth : glyph(for: character).width
  }

  /// The glyph of one user-perceived character.
  static func glyph(for character: Character) -> Glyph {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return .box }
    if scalars.count == 1 { return glyph(for: first) ?? .box }
    if let syllable = HangulSyllable(conjoining: Array(scalars.prefix(4))) { return syllable.glyph }
    let rest = scalars.dropFirst().filter { !$0.isVariationSelector }
    if rest.isEmpty { return glyph(for: first) ?? .box }
    guard rest.count == 1, let accent = rest.first else { return .box }
    let base: Unicode.Scalar = first == "i" ? "ı" : first
    return glyph(for: base)?.accented(accent, capital: first.isCapital) ?? .box
  }

  private static func glyph(for scalar: Unicode.Scalar) -> Glyph? {
    switch scalar.value {
    case 32...126: return ascii[Int(scalar.value) - 32]
    case 0xa0: return ascii[0]
    // Full-width forms of ASCII are common in East Asian text.
    case 0xff01...0xff5e: return ascii[Int(scalar.value) - 0xff00]
    case 0x1100...0x11ff, 0x3131...0x3163, 0xac00...0xd7a3: return HangulSyllable(scalar)?.glyph
    default: break
    }
    if let (base, accent) = Glyph.decomposition(of: scalar) {
      return glyph(for: base)?.accented(accent, capital: base.isCapital)
    }
    return Glyph.beyondASCII(scalar)
  }
}

extension Character {
  fileprivate var isSyllable: Bool {
    unicodeScalars.count == 1 && unicodeScalars.allSatisfy { (0xac00...0xd7a3).contains($0.value) }
  }
}

extension Unicode.Scalar {
  fileprivate var isCapital: Bool { value &- 0x41 < 26 }
  fileprivate var isVariationSelector: Bool { value == 0xfe0e || value == 0xfe0f }
}
