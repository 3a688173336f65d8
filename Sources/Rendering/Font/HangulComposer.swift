/// A place for a letter in the cell of a syllable, in half font units; the cell is 22 units wide and reaches from −2 to 22.
struct JamoBox: Sendable, Equatable {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int

  init(_ left: Int, _ top: Int, _ right: Int, _ bottom: Int) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  func place(_ strokes: StrokePath) -> StrokePath {
    strokes.placed(x: left * 8, y: top * 8, width: (right - left) * 8, height: (bottom - top) * 8)
  }

  /// The left or right part of the box, with a gap between.
  func half(_ index: Int) -> JamoBox {
    let gap = 5
    let width = (right - left - gap) / 2
    return JamoBox(left + index * (width + gap), top, left + index * (width + gap) + width, bottom)
  }
}

extension HangulSyllable {
  /// Width of a syllable's cell, in font units.
  static let cellWidth = 22

  /// The letters, each squeezed into its place; where that is depends on the shape of the vowel and on a final.
  var glyph: Glyph {
    Glyph(path: consonants + vowels, width: Self.cellWidth)
  }

  private var rightVowel: StrokePath? { medial.flatMap { Jamo.rightStrokes[$0] } }
  private var lowerVowel: StrokePath? { medial.flatMap { Jamo.lowerStrokes[$0] } }

  private var consonants: StrokePath {
    let leans = rightVowel != nil && lowerVowel == nil
    var path = StrokePath("")
    if let initial { path = Self.letters(Jamo.initials[initial], leaning: leans, in: initialBox) }
    if let final { path = path + Self.letters(Jamo.finals[final], leaning: false, in: finalBox) }
    return path
  }

  private static func letters(_ letters: String, leaning: Bool, in box: JamoBox) -> StrokePath {
    let drawn = letters.compactMap { letter in
      Jamo.strokes[leaning && "gk".contains(letter) ? Character(letter.uppercased()) : letter]
    }
    guard drawn.count == 2 else { return drawn.first.map(box.place) ?? StrokePath("") }
    return box.half(0).place(drawn[0]) + box.half(1).place(drawn[1])
  }

  private var vowels: StrokePath {
    var path = StrokePath("")
    let short = final != nil
    if let rightVowel { path = JamoBox(29, -4, 44, short ? 25 : 44).place(rightVowel) }
    if let lowerVowel { path = path + lowerBox.place(lowerVowel) }
    return path
  }

  private var lowerBox: JamoBox {
    switch (rightVowel != nil, final != nil) {
    case (false, false): JamoBox(0, 22, 44, 40)
    case (false, true): JamoBox(0, 13, 44, 25)
    case (true, false): JamoBox(0, 22, 29, 36)
    case (true, true): JamoBox(0, 12, 29, 23)
    }
  }

  private var initialBox: JamoBox {
    switch (rightVowel != nil, lowerVowel != nil, final != nil) {
    case (true, false, false): JamoBox(1, 1, 25, 36)
    case (true, false, true): JamoBox(1, -3, 25, 22)
    case (false, true, false): JamoBox(6, -2, 38, 19)
    case (false, true, true): JamoBox(7, -4, 37, 10)
    case (true, true, false): JamoBox(2, -2, 26, 18)
    case (true, true, true): JamoBox(2, -4, 26, 9)
    case (false, false, _): JamoBox(3, 3, 41, 40)
    }
  }

  private var finalBox: JamoBox {
    initial == nil && medial == nil ? JamoBox(2, 3, 42, 40) : JamoBox(7, 30, 40, 44)
  }
}
