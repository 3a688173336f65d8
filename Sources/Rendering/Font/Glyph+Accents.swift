extension Glyph {
  /// The glyph with an accent above, or with a cedilla below.
  func accented(_ accent: Unicode.Scalar, capital: Bool) -> Glyph? {
    guard let strokes = Self.accents[accent] else { return nil }
    // Accents are drawn around x 0, at the height that suits small letters.
    let lift = capital && accent != Self.cedilla ? -6 * 16 : 0
    return Glyph(path: path + StrokePath(strokes).placed(x: width * 8, y: lift), width: width)
  }

  private static let cedilla: Unicode.Scalar = "\u{327}"

  /// Keyed by the combining character.
  private static let accents: [Unicode.Scalar: String] = [
    "\u{300}": "M-3,-1 2,2.5", "\u{301}": "M3,-1 -2,2.5", "\u{302}": "M-4,2.5 0,-1 4,2.5",
    "\u{303}": "M-5,2 A-2.5,1.5,2.5,2,180,360 A2.5,1.5,2.5,2,180,0", "\u{304}": "M-4,1 H4", "\u{306}": "A0,-1,4,3,180,0",
    "\u{307}": "D0,0.5",
    "\u{308}": "D-3,0.5 D3,0.5", "\u{30a}": "O0,0.5,2.5,2.5", "\u{30c}": "M-4,-1 0,2.5 4,-1",
    "\u{327}": "M0,20 V22 A-1,23.5,2.5,2.5,-60,120",
  ]

  /// Letters that are written as one scalar, as a base letter and a combining accent.
  static func decomposition(of scalar: Unicode.Scalar) -> (base: Unicode.Scalar, accent: Unicode.Scalar)? {
    for (accent, pairs) in composed {
      var letters = pairs.unicodeScalars.makeIterator()
      while let letter = letters.next(), let base = letters.next() {
        if letter == scalar { return (base, accent) }
      }
    }
    return nil
  }

  /// For each accent the composed letters, each followed by its base.
  private static let composed: [(Unicode.Scalar, String)] = [
    ("\u{300}", "ÀAÈEÌIÒOÙUàaèeìıòoùu"), ("\u{301}", "ÁAÉEÍIÓOÚUÝYáaéeíıóoúuýyŃNńnŚSśsĆCćcŹZźz"), ("\u{302}", "ÂAÊEÎIÔOÛUâaêeîıôoûu"),
    ("\u{303}", "ÃAÑNÕOãañnõo"), ("\u{308}", "ÄAËEÏIÖOÜUäaëeïıöoüuÿy"), ("\u{30a}", "ÅAåaŮUůu"), ("\u{327}", "ÇCçcŞSşs"),
    ("\u{30c}", "ŠSšsČCčcŽZžzĚEěeŘRřr"), ("\u{306}", "ĞGğg"), ("\u{307}", "ŻZżzİI"), ("\u{304}", "ĀAāaĒEēeŌOōoŪUūu"),
  ]
}
