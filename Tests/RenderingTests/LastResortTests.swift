import Images
import Testing

@testable import Rendering

@Suite("A character that the font lacks is a box with its number", .timeLimit(.minutes(15)))
struct LastResortTests {
  private func rows(of glyph: Glyph, width: Int) -> [String] {
    var canvas = CoverageCanvas(width: width, height: 15)
    var pen = Pen(size: TextSize(capHeight: 10), x: 0, top: 2)
    pen.draw([glyph], on: &canvas)
    return (0..<15).map { y in
      String(canvas.coverage[y * width..<(y + 1) * width].map { $0 > 200 ? "#" : $0 > 100 ? "+" : "." as Character })
    }
  }

  @Test(
    "two rows of two digits up to U+FFFF, of three beyond",
    arguments: [
      ("\u{e9}", ["00", "E9"]), ("か", ["30", "4B"]), ("漢", ["6F", "22"]), ("\u{ffff}", ["FF", "FF"]), ("\u{10000}", ["010", "000"]),
      ("🎉", ["01F", "389"]), ("\u{10fffe}", ["10F", "FFE"]),
    ] as [(Unicode.Scalar, [String])])
  func digits(scalar: Unicode.Scalar, rows: [String]) {
    #expect(Glyph.digitRows(of: scalar).map { row in row.map { String($0, radix: 16, uppercase: true) }.joined() } == rows)
  }

  @Test("か at 10 pixels, spelled out: 30 over 4b, in a fainter frame")
  func kana() {
    #expect(
      rows(of: .lastResort(for: "か"), width: 13) == [
        "+++++++++++++",
        "+...........+",
        "+.####.####.+",
        "+....#.#..#.+",
        "+..###.#..#.+",
        "+....#.#..#.+",
        "+.####.####.+",
        "+...........+",
        "+.#..#.#....+",
        "+.#..#.#....+",
        "+.####.####.+",
        "+....#.#..#.+",
        "+....#.####.+",
        "+...........+",
        "+++++++++++++",
      ])
  }

  @Test("🎉 at 10 pixels, spelled out: 01F over 389")
  func emoji() {
    #expect(
      rows(of: .lastResort(for: "🎉"), width: 18) == [
        "++++++++++++++++++",
        "+................+",
        "+.####..##..####.+",
        "+.#..#...#..#....+",
        "+.#..#...#..###..+",
        "+.#..#...#..#....+",
        "+.####..###.#....+",
        "+................+",
        "+.####.####.####.+",
        "+....#.#..#.#..#.+",
        "+..###.####.####.+",
        "+....#.#..#....#.+",
        "+.####.####.####.+",
        "+................+",
        "++++++++++++++++++",
      ])
  }

  @Test("no two digits are alike", arguments: [7, 10, 13, 20, 40])
  func unlike(cap: Int) {
    let drawn = (UInt32(0)...15).map { digit in
      var canvas = CoverageCanvas(width: 60, height: 60)
      var pen = Pen(size: TextSize(capHeight: cap), x: 5, top: 10)
      pen.draw([.lastResort(for: Unicode.Scalar(0x4e00 + digit)!)], on: &canvas)
      return canvas.coverage.map { $0 > 200 }
    }
    #expect(Set(drawn).count == 16)
  }

  @Test(
    "a cluster is drawn in pieces, and what is invisible in it is not drawn",
    arguments: [
      ("か", "か"), ("🎉", "🎉"), ("👩‍👩‍👧", "👩|👩|👧"), ("🇰🇷", "\u{1f1f0}|\u{1f1f7}"), ("👍🏽", "👍|\u{1f3fd}"), ("❤\u{fe0f}", "❤"),
      ("1\u{fe0f}\u{20e3}", "1|\u{20e3}"), ("e\u{301}\u{302}\u{303}", "e\u{301}|\u{302}|\u{303}"), ("か\u{3099}", "か|\u{3099}"),
      ("\u{1100}\u{1100}\u{1161}", "\u{1100}|\u{1100}|\u{1161}"), ("\u{115f}\u{1160}", "\u{115f}"), ("é", "é"), ("e\u{301}", "e\u{301}"),
      ("\u{1112}\u{1161}\u{11ab}", "\u{1112}\u{1161}\u{11ab}"), ("♥\u{fe0f}", "♥\u{fe0f}"),
    ])
  func pieces(cluster: String, pieces: String) throws {
    let character = try #require(cluster.count == 1 ? cluster.first : nil)
    // As scalars: a bar and an accent are one character.
    let expected = pieces.unicodeScalars.split(separator: "|").map { Array($0) }
    #expect(Typeface.pieces(of: character).map { Array($0.unicodeScalars) } == expected)
    #expect(Typeface.glyphs(for: character).count == expected.count)
    // A line of text is a string again, in which pieces may come together.
    let size = TextSize(capHeight: 12)
    #expect(size.width(of: cluster) == size.width(of: Typeface.pieces(of: character)))
  }

  private func caption(_ prompt: String, _ width: Int = 512, _ height: Int = 512) throws -> CaptionLayout {
    try #require(CaptionLayout(.sample(prompt: prompt), size: PixelSize(width, height)))
  }

  @Test(
    "prompts of the same length have captions of their own",
    arguments: [("空を赤く", "海を青く"), ("Сделай", "Убери!"), ("🎉", "🎊"), ("🇯🇵", "🇰🇵"), ("e\u{301}\u{302}", "e\u{301}\u{303}"), ("غيّر", "سمّي")])
  func prompts(one: String, other: String) throws {
    let (first, second) = try (caption(one), caption(other))
    #expect(first.drawnText(width: 512) != second.drawnText(width: 512))
    #expect(first.drawnText(width: 512) == (try caption(one)).drawnText(width: 512))
  }

  @Test("text with boxes is never so small that they cannot be read, unless the picture is", arguments: [256, 120, 68, 64, 45])
  func smallPictures(side: Int) throws {
    let metrics = try caption("空を赤く", 256, side).metrics
    #expect(metrics.prompt.capHeight == (side < 68 ? 7 : 10))
    let latin = try caption("a sky", 256, side).metrics
    #expect(latin.prompt.capHeight == 7)
  }

  @Test("boxes stay inside the band", arguments: [PixelSize(64, 45), PixelSize(64, 64), PixelSize(256, 256), PixelSize(1024, 1024)])
  func inside(size: PixelSize) throws {
    let layout = try caption("漢字漢字漢字漢字漢字漢字漢字", size.width, size.height)
    let text = layout.drawnText(width: size.width).coverage
    #expect(text.prefix(size.width * (layout.metrics.rule + 1)).allSatisfy { $0 == 0 })
    #expect(text.suffix(size.width).allSatisfy { $0 == 0 })
  }
}
