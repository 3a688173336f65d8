import Testing

@testable import Rendering

@Suite("The typeface", .timeLimit(.minutes(15)))
struct FontTests {
  private func bitmap(_ text: String, cap: Int = 16) -> CoverageCanvas {
    var canvas = CoverageCanvas(width: cap * 3, height: cap * 2)
    var pen = Pen(size: TextSize(capHeight: cap), x: cap / 2, top: cap / 2)
    pen.draw(text, on: &canvas)
    return canvas
  }

  @Test("has every printable ASCII character, none empty but the space, no two alike", arguments: [7, 9, 16])
  func ascii(cap: Int) {
    var seen: [[UInt8]: Character] = [:]
    #expect(Glyph.ascii.count == 95)
    for code in UInt8(33)...126 {
      let character = Character(Unicode.Scalar(code))
      let drawn = bitmap(String(character), cap: cap).coverage
      #expect(drawn.contains { $0 > 200 }, "\(character) is empty")
      #expect(seen[drawn] == nil, "\(character) looks like \(seen[drawn] ?? " ")")
      seen[drawn] = character
    }
    #expect(bitmap(" ").coverage.allSatisfy { $0 == 0 })
  }

  @Test(
    "draws letters with accents, composed or not, and never a box",
    arguments: Array("ÀÉÎÕÜÅÇàéîõüåçñÿŠžßæøŒ×·€…“”‘’–—₩→".replacing("Œ", with: "œ")))
  func latin(character: Character) {
    #expect(Typeface.glyph(for: character) != nil)
  }

  @Test(
    "a letter and a combining accent look like the letter that has it",
    arguments: [("é", "e\u{301}"), ("Ü", "U\u{308}"), ("ç", "c\u{327}"), ("î", "i\u{302}")])
  func combining(composed: String, decomposed: String) {
    #expect(bitmap(composed) == bitmap(decomposed))
    #expect(bitmap(composed) != bitmap(String(decomposed.unicodeScalars.first!)))
  }

  @Test("draws no two of the 11,172 syllables alike")
  func syllables() {
    var seen: Set<[UInt8]> = []
    for value in UInt32(0xac00)...0xd7a3 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let drawn = bitmap(String(Character(scalar)), cap: 18).coverage
      #expect(seen.insert(drawn).inserted, "\(scalar) looks like another syllable")
    }
    #expect(seen.count == 11_172)
  }

  @Test(
    "composes syllables from letters written one by one",
    arguments: [("한", "\u{1112}\u{1161}\u{11ab}"), ("글", "\u{1100}\u{1173}\u{11af}"), ("와", "\u{110b}\u{116a}")])
  func conjoining(syllable: String, letters: String) {
    #expect(bitmap(syllable) == bitmap(letters))
  }

  @Test("draws lone letters", arguments: Array("ㄱㄳㅋㅎㅏㅠㅢ"))
  func loneLetters(letter: Character) {
    #expect(Typeface.glyph(for: letter)?.path.elements.isEmpty == false)
  }

  @Test("reads the text form of strokes")
  func reading() {
    #expect(
      StrokePath("M1,2 H3.5 V-1 4,4 ; D0,-0.5").elements == [
        .move(16, 32), .line(56, 32), .line(56, -16), .line(64, 64), .lift, .dot(0, -8),
      ])
    #expect(StrokePath("O6,13,6,7").elements == [.lift, .arc(left: 0, top: 96, right: 192, bottom: 320, from: 0, to: 360), .lift])
  }

  @Test(
    "a stroke fills the pixels it crosses",
    arguments: [
      (PenPoint(x: 24, y: 24), PenPoint(x: 56, y: 24), [0, 0, 0, 0, 0, 0, 255, 255, 255, 0, 0, 0, 0, 0, 0]),
      (PenPoint(x: 40, y: 24), PenPoint(x: 40, y: 24), [0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0]),
    ])
  func stroke(from: PenPoint, to: PenPoint, expected: [UInt8]) {
    var canvas = CoverageCanvas(width: 5, height: 3)
    canvas.stroke(from: from, to: to, thickness: 16)
    #expect(canvas.coverage == expected)
  }

  @Test("square roots are rounded down", arguments: [(0, 0), (1, 1), (3, 1), (4, 2), (99, 9), (100, 10), (1 << 40, 1 << 20), (-5, 0)])
  func squareRoot(number: Int, root: Int) {
    #expect(number.squareRootRoundedDown == root)
  }
}
