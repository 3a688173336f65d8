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

extension Glyph {
  /// Lists the characters 32...126 in the order of their codes, as `width|strokes`, see ``StrokePath``.
  static let ascii: [String] = signs1 + digits + signs2 + capitals + signs3 + smalls + signs4

  /// Space to slash.
  private static let signs1 = [
    "4|", "0|M0,0 V13 D0,19.5", "5|M0,0 V5 M5,0 V5", "14|M5,0 L2,20 M12,0 L9,20 M1,6 H14 M0,13 H13",
    "12|A6,5.5,6,4.5,-30,-270 A6,14.5,6,4.5,-90,150 M6,-3 V23", "18|O4,5,4,5 ; O14,15,4,5 ; M15,0 3,20",
    "15|M15,20 3,6 A6.5,4,4,4,150,405 L3,10.5 A5.5,15,5.5,5,-120,-315 L14.5,11", "0|M0,0 V5",
    "5|A10,10,10,15,-120,-240", "5|A-5,10,10,15,-60,60", "10|M5,0 V10 M0.5,2.5 9.5,7.5 M9.5,2.5 0.5,7.5", "12|M6,5 V17 M0,11 H12",
    "2|M2,19 V20 0,24", "7|M0,12 H7", "0|D0,19.5", "9|M9,-1 0,22",
  ]

  private static let digits = [
    "12|O6,10,6,10", "6|M0,4 5,0 V20", "12|A6,6,6,6,-165,30 L0,20 H12", "11|A5.5,5,5.5,5,-150,90 A5.5,15,5.5,5,-90,150",
    "13|M10,20 V0 L0,14 H13", "12|M11,0 H2 L1,9 A5.5,13.5,6.5,6.5,-135,150", "12|O6,13.5,6,6.5 ; A11,13.5,11,13.5,-90,-180",
    "12|M0,0 H12 L4,20", "12|O6,4.5,5,4.5 ; O6,14.5,6,5.5", "12|O6,6.5,6,6.5 ; A1,6.5,11,13.5,90,0",
  ]

  /// Colon to at sign.
  private static let signs2 = [
    "0|D0,8 D0,19.5", "2|D2,8 M2,19 V20 0,24", "11|M11,4 0,11 11,18", "12|M0,8 H12 M0,14 H12", "11|M0,4 11,11 0,18",
    "10|A5,5,5,5,-165,60 L5,12 V14 D5,19.5", "20|O9.5,11,4,4.5 ; M13.5,6.5 V13 A16.5,13,3,3,180,0 V11 A10,11,9.5,10.5,0,-300",
  ]

  private static let capitals = [
    "16|M0,20 8,0 16,20 M3,13 H13", "13|M0,10 H8 A8,15,5,5,-90,90 H0 V0 H7 A7,5,5,5,-90,90", "16|A9,10,9,10,-45,-315",
    "16|M0,0 V20 H6 A6,10,10,10,90,-90 H0", "11|M11,0 H0 V20 H11 M0,10 H10", "11|M11,0 H0 V20 M0,10 H10",
    "18|A9,10,9,10,-45,-360 H11", "14|M0,0 V20 M14,0 V20 M0,10 H14", "0|M0,0 V20", "9|M9,0 V14 A4.5,14,4.5,6,0,165",
    "13|M0,0 V20 M13,0 0,12 M5,8 13,20", "10|M0,0 V20 H10", "18|M0,20 V0 L9,15 18,0 V20", "14|M0,20 V0 L14,20 V0",
    "18|O9,10,9,10", "12|M0,20 V0 H6 A6,5.5,6,5.5,-90,90 H0", "18|O9,10,9,10 ; M11,14 18,21",
    "13|M0,20 V0 H7 A7,5,5.5,5,-90,90 H0 M7,10 13,20", "12|A6,5,5.5,5,-30,-270 A6,15,6,5,-90,150", "14|M0,0 H14 M7,0 V20",
    "14|M0,0 V13 A7,13,7,7,180,0 V0", "16|M0,0 8,20 16,0", "22|M0,0 6,20 11,2 16,20 22,0", "14|M0,0 14,20 M14,0 0,20",
    "14|M0,0 7,10 14,0 M7,10 V20", "13|M0,0 H13 L0,20 H13",
  ]

  /// Left bracket to grave accent.
  private static let signs3 = ["4|M4,-3 H0 V23 H4", "9|M0,-1 9,22", "4|M0,-3 H4 V23 H0", "10|M0,8 5,1 10,8", "12|M0,24 H12", "4|M0,-1 4,3"]

  private static let smalls = [
    "11|A6,11,5,5,-150,0 V20 M11,12 H4.5 A4.5,16,4.5,4,-90,-270 H6 A6,15,5,5,90,0", "12|M0,0 V20 O6,13,6,7", "11|A6,13,6,7,-45,-315",
    "12|M12,0 V20 O6,13,6,7", "12|M0,13 H12 A6,13,6,7,0,-315", "8|M8,0 H7 A7,4,4,4,-90,-180 V20 M0,7 H8",
    "12|O6,13,6,7 M12,6 V20 A6,20,6,6,0,150", "11|M0,0 V20 M0,12 A5.5,12,5.5,6,180,360 V20", "0|M0,6 V20 D0,0.5",
    "3|M3,6 V21 A-1,21,4,5,0,90 D3,0.5", "10|M0,0 V20 M10,6 0,15 M4,12 10,20", "3|M0,0 V17 A3,17,3,3,180,90",
    "18|M0,6 V20 M0,11 A4.5,10.5,4.5,4.5,180,360 V20 M9,11 A13.5,10.5,4.5,4.5,180,360 V20", "11|M0,6 V20 M0,12 A5.5,12,5.5,6,180,360 V20",
    "12|O6,13,6,7", "12|M0,6 V26 O6,13,6,7", "12|M12,6 V26 O6,13,6,7", "7|M0,6 V20 M0,12 A6,12,6,6,180,285",
    "10|A5,9.5,5,3.5,-30,-270 A5,16.5,5,3.5,-90,150", "8|M3,1 V16 A7,16,4,4,180,90 H8 M0,6 H8",
    "11|M0,6 V14 A5.5,14,5.5,6,180,0 M11,6 V20", "12|M0,6 6,20 12,6", "18|M0,6 4.5,20 9,7 13.5,20 18,6", "11|M0,6 11,20 M11,6 0,20",
    "12|M0,6 6,19 M12,6 6,20 4,24 1,26", "10|M0,6 H10 L0,20 H10",
  ]

  /// Left brace to tilde.
  private static let signs4 = [
    "6|M6,-3 H5 A5,0,2.5,3,-90,-180 V7 L0,10 2.5,13 V20 A5,20,2.5,3,180,90 H6", "0|M0,-3 V24",
    "6|M0,-3 H1 A1,0,2.5,3,-90,0 V7 L6,10 3.5,13 V20 A1,20,2.5,3,0,90 H0", "12|M0,12 A3,12,3,3,180,360 A9,12,3,3,180,0",
  ]
}

extension Glyph {
  /// Gives the glyph of a character beyond ASCII that is drawn on its own, not as a letter with an accent.
  static func beyondASCII(_ scalar: Unicode.Scalar) -> Glyph? { beyond[scalar].map { Glyph($0) } }

  /// Only ever looked up, never walked.
  private static let beyond: [Unicode.Scalar: String] = [
    "“": "8|M2,-1 0,2 V5 M8,-1 6,2 V5", "”": "8|M2,0 V3 L0,6 M8,0 V3 L6,6", "‘": "2|M2,-1 0,2 V5", "’": "2|M2,0 V3 L0,6",
    "„": "8|M2,18 V20 L0,24 M8,18 V20 L6,24", "–": "10|M0,12 H10", "—": "18|M0,12 H18", "…": "12|D0,19.5 D6,19.5 D12,19.5",
    "×": "10|M0,6 10,16 M10,6 0,16", "·": "0|D0,12", "•": "2|O1,12,1,1", "÷": "12|M0,11 H12 D6,5.5 D6,16.5",
    "±": "12|M6,3 V13 M0,8 H12 M0,19 H12",
    "€": "15|A10,10,8,10,-45,-315 ; M0,8 H11 M0,12 H11", "£": "12|A8,5.5,5,5.5,-15,-180 V20 M0,20 H12 M0,11 H9",
    "¥": "14|M0,0 7,10 14,0 M7,10 V20 M2,11 H12 M2,15 H12", "₩": "22|M0,0 6,20 11,2 16,20 22,0 M0,7 H22 M0,12 H22", "°": "6|O3,3,3,3",
    "→": "16|M0,11 H16 M11,6 16,11 11,16", "←": "16|M16,11 H0 M5,6 0,11 5,16", "↑": "10|M5,20 V2 M0,7 5,2 10,7",
    "↓": "10|M5,0 V18 M0,13 5,18 10,13",
    "¡": "0|M0,8 V21 D0,1", "¿": "10|D5,0.5 M5,6 V8 L2.5,11 A5,15,5,5,-120,-345", "«": "11|M5,8 0,13 5,18 M11,8 6,13 11,18",
    "»": "11|M0,8 5,13 0,18 M6,8 11,13 6,18", "ß": "11|M0,20 V5 A5,5,5,5,180,390 L6,10 A6,15,5,5,-90,135",
    "©": "20|O10,10,10,10 ; A10,10,5,5,-45,-315",
    "æ": "18|A5,11,4.5,5,-150,0 V20 M9.5,12 H4.5 A4.5,16,4.5,4,-90,-270 A4.5,15,5,5,90,0 ; M9.5,13 H18 A13.5,13,4.5,7,0,-315",
    "Æ": "20|M0,20 10,0 H20 M10,0 V20 H20 M4,13 H10 M10,10 H18", "œ": "20|O5.5,13,5.5,7 ; M11,13 H20 A15.5,13,4.5,7,0,-315",
    "ø": "12|O6,13,6,7 ; M0,21 12,5", "Ø": "18|O9,10,9,10 ; M1,21 17,-1", "ð": "12|O6,13,6,7 ; M12,13 2,0 M2,5 9,1", "ı": "0|M0,6 V20",
    "、": "6|M0,17 5,22", "。": "6|O3,18,3,3", "「": "8|M8,-2 H0 V10", "」": "8|M8,10 V22 H0", "〈": "6|M6,-2 0,10 6,22",
    "〉": "6|M0,-2 6,10 0,22",
    "★": "20|M10,0 16,20 0,8 H20 L4,20 10,0", "♥": "16|A4,5,4,4,180,360 A12,5,4,4,180,360 L8,19 0,5", "✓": "14|M0,11 5,18 14,3",
  ]
}
