/// Holds one character of the font: its strokes, and how wide they are.
struct Glyph: Sendable, Equatable {
  var path: StrokePath
  /// Width between the outermost pen positions, in font units.
  var width: Int
  /// The height of capitals, in pixels, that the glyph is drawn for in text that is smaller.
  var smallestCapHeight = 0
  /// Drawn fainter than the path, around it.
  var frame: StrokePath?
  /// Thickness of the strokes, in hundredths of the capitals' height.
  var weight = 12

  /// What lies between two glyphs, in font units: a stroke and some air.
  static let spacing = 5
}

extension Glyph {
  /// Reads a glyph from `width|strokes`, the form of the tables: `7|M0,12 H7` is the hyphen.
  init(_ text: String) {
    let parts = text.split(separator: "|", maxSplits: 1)
    self.init(path: StrokePath(parts.count > 1 ? String(parts[1]) : ""), width: parts.first.flatMap { Int($0) } ?? 0)
  }

  /// Adds an accent above, or a cedilla below; nil for a combining character that is not in the table.
  func accented(_ accent: Unicode.Scalar, capital: Bool) -> Glyph? {
    guard let strokes = Self.accents[accent] else { return nil }
    // Accents are drawn around x 0, at the height that suits small letters.
    let lift = capital && accent != Self.cedilla ? -6 * 16 : 0
    return Glyph(path: path + StrokePath(strokes).placed(x: width * 8, y: lift), width: width)
  }

  /// Takes a letter that is written as one scalar apart into a base letter and a combining accent: `é` into `e` and U+0301.
  static func decomposition(of scalar: Unicode.Scalar) -> (base: Unicode.Scalar, accent: Unicode.Scalar)? {
    for (accent, pairs) in composed {
      var letters = pairs.unicodeScalars.makeIterator()
      while let letter = letters.next(), let base = letters.next() { if letter == scalar { return (base, accent) } }
    }
    return nil
  }

  private static let cedilla: Unicode.Scalar = "\u{327}"

  /// The accents' strokes, keyed by the combining character.
  private static let accents: [Unicode.Scalar: String] = [
    "\u{300}": "M-3,-1 2,2.5", "\u{301}": "M3,-1 -2,2.5", "\u{302}": "M-4,2.5 0,-1 4,2.5",
    "\u{303}": "M-5,2 A-2.5,1.5,2.5,2,180,360 A2.5,1.5,2.5,2,180,0", "\u{304}": "M-4,1 H4", "\u{306}": "A0,-1,4,3,180,0",
    "\u{307}": "D0,0.5", "\u{308}": "D-3,0.5 D3,0.5", "\u{30a}": "O0,0.5,2.5,2.5", "\u{30c}": "M-4,-1 0,2.5 4,-1",
    "\u{327}": "M0,20 V22 A-1,23.5,2.5,2.5,-60,120",
  ]

  /// For each accent the composed letters, each followed by its base.
  private static let composed: [(Unicode.Scalar, String)] = [
    ("\u{300}", "ÀAÈEÌIÒOÙUàaèeìıòoùu"), ("\u{301}", "ÁAÉEÍIÓOÚUÝYáaéeíıóoúuýyŃNńnŚSśsĆCćcŹZźz"), ("\u{302}", "ÂAÊEÎIÔOÛUâaêeîıôoûu"),
    ("\u{303}", "ÃAÑNÕOãañnõo"), ("\u{308}", "ÄAËEÏIÖOÜUäaëeïıöoüuÿy"), ("\u{30a}", "ÅAåaŮUůu"), ("\u{327}", "ÇCçcŞSşs"),
    ("\u{30c}", "ŠSšsČCčcŽZžzĚEěeŘRřr"), ("\u{306}", "ĞGğg"), ("\u{307}", "ŻZżzİI"), ("\u{304}", "ĀAāaĒEēeŌOōoŪUūu"),
  ]
}
