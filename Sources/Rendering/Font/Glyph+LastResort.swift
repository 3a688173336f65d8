extension Glyph {
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
