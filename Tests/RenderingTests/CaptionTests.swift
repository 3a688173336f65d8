import Images
import Testing

@testable import Rendering

@Suite("The caption", .timeLimit(.minutes(15)))
struct CaptionTests {
  private func layout(_ prompt: String, _ width: Int = 512, _ height: Int = 512) -> CaptionLayout? {
    CaptionLayout(.sample(prompt: prompt), size: PixelSize(width, height))
  }

  @Test("puts a short prompt in quotes on one line")
  func short() {
    #expect(layout("Give her a hat")?.promptLines == ["“Give her a hat”"])
    #expect(layout("Give her a hat")?.detailLine == "VENICE image/edit   firered-image-edit   16:9   1K   png")
  }

  @Test(
    "folds white space and control characters and drops what is invisible",
    arguments: [
      ("a\nb", "“a b”"), ("\t a \r\n\r\n b \u{1}\u{7f} c  ", "“a b c”"), ("a\u{200b}\u{202e}b\u{feff}", "“ab”"),
    ])
  func folding(prompt: String, line: String) {
    #expect(layout(prompt)?.promptLines == [line])
  }

  @Test("says so when the prompt is blank", arguments: ["", " ", "\n\t\u{0}", "\u{200b}\u{200e}"])
  func blank(prompt: String) {
    #expect(layout(prompt)?.promptLines == ["(blank prompt)"])
  }

  private let breaker = LineBreaker(size: TextSize(capHeight: 20), width: 100, maximumLines: 2)

  @Test(
    "breaks at spaces, breaks long words anywhere, cuts with an ellipsis",
    arguments: [
      ("nn nn", ["nn nn”"]), ("nnn nnn nn", ["nnn", "nnn…”"]), ("nnnnnnnnn", ["nnnnnn", "nnn”"]),
      ("nnn nnn nnn nnn", ["nnn", "nnn…”"]), ("nnnnnnnnnnnnnnn", ["nnnnnn", "nnnn…”"]), ("nnnnnn nn", ["nnnnnn", "nn”"]),
    ])
  func breaking(text: String, lines: [String]) {
    // At this size an n is 16 pixels wide, a space 9, a closing quote 13 and an ellipsis 17.
    #expect(breaker.lines(of: Array(text), ending: ["”"]) == lines)
  }

  @Test(
    "no line is wider than there is room, whatever the prompt",
    arguments: [
      String(repeating: "lorem ipsum dolor ", count: 60), String(repeating: "W", count: 1000), String(repeating: "하늘을 노을로 ", count: 90),
      String(repeating: "🎉", count: 40), String(repeating: "i", count: 32_768),
      "👨‍👩‍👧‍👦 " + "e" + String(repeating: "\u{302}", count: 5000), "one two", "\"quoted\" “twice”",
    ], [PixelSize(256, 256), PixelSize(64, 64), PixelSize(56, 400), PixelSize(1376, 768), PixelSize(768, 1376), PixelSize(1792, 768)])
  func widths(prompt: String, size: PixelSize) throws {
    let layout = try #require(CaptionLayout(.sample(prompt: prompt), size: size))
    let right = layout.identicon?.left ?? size.width
    for line in layout.promptLines { #expect(layout.metrics.margin + layout.metrics.prompt.width(of: line) <= right) }
    #expect(layout.metrics.margin + layout.metrics.details.width(of: layout.detailLine) <= right)
    #expect(layout.promptLines.count <= layout.metrics.maximumLines)
    #expect(layout.height * 5 <= size.height * 2)
  }

  @Test(
    "drops details from the end, then cuts the model, when there is no room",
    arguments: [
      (600, "VENICE image/edit   firered-image-edit   16:9   1K   png"), (450, "VENICE image/edit   firered-image-edit"),
      (350, "VENICE image/edit   firer…-edit"), (280, "firered-image-edit"), (120, "firer…-edit"), (4, ""),
    ])
  func details(width: Int, line: String) {
    let text = DetailLine(.sample(), size: TextSize(capHeight: 16), width: width).text
    #expect(text == line)
    #expect(TextSize(capHeight: 16).width(of: text) <= width)
  }

  @Test("cuts in the middle", arguments: [(20, "abcdefgh"), (8, "abcdefgh"), (7, "abc…fgh"), (4, "ab…h"), (1, "a…")])
  func cutting(length: Int, expected: String) {
    #expect(DetailLine.cut("abcdefgh", to: length) == expected)
  }

  @Test("is left out where a picture is too small for words", arguments: [PixelSize(1, 1), PixelSize(55, 200), PixelSize(200, 39)])
  func tooSmall(size: PixelSize) {
    #expect(CaptionLayout(.sample(), size: size) == nil)
  }

  @Test("has an identicon whose border is whole and whose pattern is the request's")
  func identicon() {
    let identicon = Identicon(.sample())
    #expect(identicon == Identicon(.sample()) && identicon != Identicon(.sample(seed: 3)) && identicon != Identicon(.sample(variation: 1)))
    #expect((1..<7).allSatisfy { identicon.isPrinted(column: $0, row: 0) && identicon.isPrinted(column: 7, row: $0) })
    #expect(!identicon.isPrinted(column: 0, row: 0))
  }
}
