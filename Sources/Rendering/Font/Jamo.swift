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
