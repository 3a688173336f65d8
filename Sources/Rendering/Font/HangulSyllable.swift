/// Takes a Korean syllable apart into its letters (jamo), by their order in Unicode: 한 is ㅎ (18), ㅏ (0) and ㄴ (4).
struct HangulSyllable: Sendable, Equatable {
  /// 0..<19; nil in a lone vowel.
  var initial: Int?
  /// 0..<21; nil in a lone consonant.
  var medial: Int?
  /// 1...27; nil when there is none.
  var final: Int?

  /// Reads a precomposed syllable (U+AC00...), or a lone letter of the compatibility block (U+3131...) or the conjoining block. The
  /// arithmetic is that of The Unicode Standard, section 3.12.
  init?(_ scalar: Unicode.Scalar) {
    let value = Int(scalar.value)
    switch value {
    case 0xac00...0xd7a3:
      let index = value - 0xac00
      (initial, medial) = (index / 588, index % 588 / 28)
      final = index % 28 == 0 ? nil : index % 28
    case 0x3131...0x314e:
      guard let letter = Jamo.compatibilityConsonants.dropFirst(value - 0x3131).first else { return nil }
      (initial, final) = letter.isFinal ? (nil, letter.index) : (letter.index, nil)
    case 0x314f...0x3163: medial = value - 0x314f
    default:
      guard let letter = HangulSyllable(conjoining: [scalar]) else { return nil }
      self = letter
    }
  }

  /// Reads letters written one by one, as file names from some systems are: initial, medial and perhaps final.
  init?(conjoining scalars: [Unicode.Scalar]) {
    guard scalars.count <= 3 else { return nil }
    for scalar in scalars {
      switch Int(scalar.value) {
      case let value where (0x1100...0x1112).contains(value) && initial == nil: initial = value - 0x1100
      case let value where (0x1161...0x1175).contains(value) && medial == nil: medial = value - 0x1161
      case let value where (0x11a8...0x11c2).contains(value) && final == nil: final = value - 0x11a7
      case let value where (0xac00...0xd7a3).contains(value) && initial == nil && (value - 0xac00) % 28 == 0:
        (initial, medial) = ((value - 0xac00) / 588, (value - 0xac00) % 588 / 28)
      default: return nil
      }
    }
  }
}

/// Gives a letter its part of a syllable's cell, in half font units; the cell is 22 units wide and reaches from −2 to 22.
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

  /// Squeezes the strokes of a letter, which fill 20 × 20 units, into the box.
  func place(_ strokes: StrokePath) -> StrokePath {
    strokes.placed(x: left * 8, y: top * 8, width: (right - left) * 8, height: (bottom - top) * 8)
  }

  /// Gives the left (0) or right (1) part of the box, with a gap between.
  func half(_ index: Int) -> JamoBox {
    let gap = 5
    let width = (right - left - gap) / 2
    return JamoBox(left + index * (width + gap), top, left + index * (width + gap) + width, bottom)
  }
}

extension HangulSyllable {
  /// Width of a syllable's cell, in font units.
  static let cellWidth = 22

  /// Draws the letters, each squeezed into its box; which box depends on the shape of the vowel and on a final.
  var glyph: Glyph { Glyph(path: consonants + vowels, width: Self.cellWidth) }

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
    let drawn = letters.compactMap { letter in Jamo.strokes[leaning && "gk".contains(letter) ? Character(letter.uppercased()) : letter] }
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

  private var finalBox: JamoBox { initial == nil && medial == nil ? JamoBox(2, 3, 42, 40) : JamoBox(7, 30, 40, 44) }
}

/// Holds the strokes of the Korean letters, each in a square of 20 × 20 font units that is squeezed into its part of a syllable.
enum Jamo {
  /// Lists ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ, in letters of ``strokes``.
  static let initials = ["g", "gg", "n", "d", "dd", "r", "m", "b", "bb", "s", "ss", "o", "j", "jj", "c", "k", "t", "p", "h"]

  /// Lists none, ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ.
  static let finals = [
    "", "g", "gg", "gs", "n", "nj", "nh", "d", "r", "rg", "rm", "rb", "rs", "rt", "rp", "rh", "m", "b", "bs", "s", "ss", "o", "j", "c",
    "k", "t", "p", "h",
  ]

  /// Read once and only ever looked up. `G` and `K` are ㄱ and ㅋ beside a vertical vowel, where the leg leans to the left.
  static let strokes: [Character: StrokePath] = [
    "g": "M1,1 H19 V20",
    "G": "M1,1 H18 L16,9 3,20",
    "n": "M2,0 V19 H20",
    "d": "M19,1 H2 V19 H20",
    "r": "M1,1 H19 V10 H1 V19 H20",
    "m": "M2,1 H18 V19 H2 V1",
    "b": "M2,0 V19 H18 V0 M2,10 H18",
    "s": "M10,0 V4 L1,19 M10,7 19,19",
    "o": "O10,10,9,9.5",
    "j": "M1,1 H19 M10,1 V5 L1,19 M10,8 19,19",
    "c": "M10,-3 V4 M1,4 H19 M10,4 V8 L1,19 M10,10 19,19",
    "k": "M1,1 H19 V20 M1,10 H19",
    "K": "M1,1 H18 L16,9 3,20 M1,10 H16",
    "t": "M19,1 H2 V19 H20 M2,10 H18",
    "p": "M0,1 H20 M0,19 H20 M6,1 V19 M14,1 V19",
    "h": "M10,-4 V1 M0,4 H20 O10,14,7,6",
  ].mapValues { StrokePath($0) }

  /// Gives the vertical strokes of a vowel, in the right part of the cell: ㅏㅐㅑㅒㅓㅔㅕㅖㅣ.
  static let rightStrokes: [Int: StrokePath] = [
    0: "M5,0 V20 M5,9 H17", 9: "M5,0 V20 M5,9 H17",
    1: "M3,1 V19 M16,0 V20 M3,9 H16", 10: "M3,1 V19 M16,0 V20 M3,9 H16",
    2: "M5,0 V20 M5,6 H17 M5,13 H17",
    3: "M3,1 V19 M16,0 V20 M3,6 H16 M3,13 H16",
    4: "M15,0 V20 M2,9 H15", 14: "M15,0 V20 M2,9 H15",
    5: "M9,1 V19 M18,0 V20 M-2,9 H9", 15: "M9,1 V19 M18,0 V20 M-2,9 H9",
    6: "M15,0 V20 M2,6 H15 M2,13 H15",
    7: "M9,1 V19 M18,0 V20 M-2,6 H9 M-2,13 H9",
    11: "M12,0 V20", 16: "M12,0 V20", 19: "M12,0 V20", 20: "M12,0 V20",
  ].mapValues { StrokePath($0) }

  /// Gives the horizontal strokes of a vowel, in the lower part of the cell: ㅗㅛㅜㅠㅡ.
  static let lowerStrokes: [Int: StrokePath] = [
    8: "M0,17 H20 M10,17 V1", 9: "M0,17 H20 M10,17 V1", 10: "M0,17 H20 M10,17 V1", 11: "M0,17 H20 M10,17 V1",
    12: "M0,17 H20 M6,17 V1 M14,17 V1",
    13: "M0,3 H20 M10,3 V20", 14: "M0,3 H20 M10,3 V20", 15: "M0,3 H20 M10,3 V20", 16: "M0,3 H20 M10,3 V20",
    17: "M0,3 H20 M6,3 V20 M14,3 V20",
    18: "M0,10 H20", 19: "M0,10 H20",
  ].mapValues { StrokePath($0) }

  /// Maps U+3131...U+314E to an initial where there is one, else to a final.
  static let compatibilityConsonants: [(isFinal: Bool, index: Int)] = [
    (false, 0), (false, 1), (true, 3), (false, 2), (true, 5), (true, 6), (false, 3), (false, 4), (false, 5), (true, 9), (true, 10),
    (true, 11), (true, 12), (true, 13), (true, 14), (true, 15), (false, 6), (false, 7), (false, 8), (true, 18), (false, 9),
    (false, 10), (false, 11), (false, 12), (false, 13), (false, 14), (false, 15), (false, 16), (false, 17), (false, 18),
  ]
}
