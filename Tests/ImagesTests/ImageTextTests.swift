import Images
import Testing

@Suite("Texts in images", .timeLimit(.minutes(15)))
struct ImageTextTests {
  private func pngChunks(_ texts: [ImageText]) throws -> [PNGFile.Chunk] {
    PNGFile.chunks(of: try ImageEncoder.encode(gradient(width: 4, height: 4), as: .png, texts: texts))
  }

  @Test("Printable ASCII becomes tEXt, all else iTXt, in order and before the image data")
  func chunks() throws {
    let chunks = try pngChunks([
      ImageText(keyword: "Model", text: "qwen-edit\n2"), ImageText(keyword: "Überschrift", text: "make it 🌅"),
      ImageText(keyword: "E", text: ""),
      ImageText(keyword: "Tab", text: "a\tb"), ImageText(keyword: "Nul", text: "a\0b"),
    ])
    #expect(chunks.map(\.type) == ["IHDR", "tEXt", "iTXt", "tEXt", "iTXt", "iTXt", "IDAT", "IEND"])
    #expect(chunks[1].data == Array("Model\0qwen-edit\n2".utf8))
    #expect(chunks[2].data == [0xDC] + Array("berschrift\0\0\0\0\0make it 🌅".utf8))
    #expect(chunks[3].data == Array("E\0".utf8))
    #expect(chunks[4].data == Array("Tab\0\0\0\0\0a\tb".utf8))
    #expect(chunks[5].data == Array("Nul\0\0\0\0\0a\u{FFFD}b".utf8))
  }

  @Test("An image with texts has the same pixels", arguments: ImageFormat.written)
  func samePixels(format: ImageFormat) throws {
    let source = gradient(width: 30, height: 20)
    let texts = [ImageText(keyword: "Prompt", text: String(repeating: "아주 긴 글 ", count: 10_000))]
    let plain = Outcome(try ImageEncoder.encode(source, as: format), as: format)
    #expect(Outcome(try ImageEncoder.encode(source, as: format, texts: texts), as: format) == plain)
    #expect(plain.raster != nil)
  }

  @Test(
    "A keyword that PNG does not allow is refused, except by WebP, which has no texts",
    arguments: ["", " a", "a ", "a  b", "a\0b", "a\nb", "한", "a\u{A0}b", String(repeating: "k", count: 80)])
  func invalidKeyword(keyword: String) throws {
    for format in ImageFormat.written where format != .webp {
      let error = #expect(throws: ImageEncodeError.self) {
        try ImageEncoder.encode(gradient(width: 4, height: 4), as: format, texts: [ImageText(keyword: keyword, text: "")])
      }
      #expect(error?.kind == .invalidKeyword(keyword))
    }
    #expect(try pngChunks([ImageText(keyword: String(repeating: "k", count: 79), text: "")])[1].data.count == 80)
  }

  @Test("JPEG carries each text as a comment, cut to what a marker holds between two characters")
  func comments() throws {
    let long = ImageText(keyword: "a", text: String(repeating: "한", count: 30_000))
    let bytes = try ImageEncoder.encode(gradient(width: 8, height: 8), as: .jpeg, texts: [ImageText(keyword: "Seed", text: "7 é"), long])
    let comments = JPEGFile(bytes).segments.filter { $0.marker == 0xFE }.map(\.payload)
    // 65,533 bytes: "a: " and 21,843 characters of three bytes are 65,532.
    #expect(comments == [Array("Seed: 7 é".utf8), Array(("a: " + String(repeating: "한", count: 21_843)).utf8)])
  }
}
