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

  /// Draws a box with the scalar's number in it, for a scalar that the font lacks.
  ///
  /// `か` (U+304B) becomes a box with `30` over `4B`, `🎉` (U+1F389) a wider one with `01F` over `389`: two texts in a script that the
  /// font lacks do not look alike, and a reader can look up what stands there.
  static func lastResort(for scalar: Unicode.Scalar) -> Glyph {
    let rows = digitRows(of: scalar)
    let width = margin * 2 + pitch * (rows[0].count - 1) + digitWidth
    var path = StrokePath("")
    for (row, digits) in rows.enumerated() {
      for (column, digit) in digits.enumerated() {
        path = path + digitStrokes[digit].placed(x: (margin + column * pitch) * 16, y: row * rowPitch * 16)
      }
    }
    return Glyph(
      path: path, width: width, smallestCapHeight: lastResortCapHeight, frame: StrokePath("M0,-4 H\(width) V24 H0 V-4"), weight: 10)
  }

  /// The capitals' height from which on the digits are legible: each is four pixels wide and five high, with a pixel between.
  static let lastResortCapHeight = 10

  /// How many pixels a box reaches above the capitals of the smallest text.
  static let lastResortOverhang = 4

  /// Splits a scalar's number into two rows of hexadecimal digits: two a row up to U+FFFF, three beyond.
  static func digitRows(of scalar: Unicode.Scalar) -> [[Int]] {
    let columns = scalar.value > 0xffff ? 3 : 2
    return (0..<2).map { row in
      (0..<columns).map { column in Int(scalar.value >> UInt32((2 * columns - 1 - row * columns - column) * 4) & 15) }
    }
  }

  // In font units. All are even, so that at 10 pixels, where two units are one pixel, every stroke fills whole pixels.
  private static let margin = 4
  private static let digitWidth = 6
  private static let pitch = 10
  private static let rowPitch = 12

  /// The digits 0 to F, 6 units wide and 8 high, as a seven-segment display has them (b and d small): nothing is slanted, so nothing blurs.
  private static let digitStrokes = [
    "M0,0 H6 V8 H0 V0", "M2,0 H4 V8 M2,8 H6", "M0,0 H6 V4 H0 V8 H6", "M0,0 H6 V8 H0 M2,4 H6",
    "M0,0 V4 H6 M6,0 V8", "M6,0 H0 V4 H6 V8 H0", "M6,0 H0 V8 H6 V4 H0", "M0,0 H6 V8",
    "M0,0 H6 V8 H0 V0 M0,4 H6", "M6,4 H0 V0 H6 V8 H0", "M0,8 V0 H6 V8 M0,4 H6", "M0,0 V8 H6 V4 H0",
    "M6,0 H0 V8 H6", "M6,0 V8 H0 V4 H6", "M6,0 H0 V8 H6 M0,4 H4", "M6,0 H0 V8 M0,4 H4",
  ].map { StrokePath($0) }
}
