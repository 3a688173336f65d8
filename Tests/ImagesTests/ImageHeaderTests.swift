import Formats
import TestSupport
import Testing

@testable import Images

@Suite("Image headers", .timeLimit(.minutes(15)))
struct ImageHeaderTests {
  static func big32(_ value: UInt32) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
  static func big16(_ value: Int) -> [UInt8] { [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)] }
  static func little(_ value: Int, bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }

  static func png(_ width: UInt32, _ height: UInt32, depth: UInt8 = 8, type: UInt8 = 2, interlace: UInt8 = 0, chunks: [String] = [])
    -> [UInt8]
  {
    let ihdr = big32(width) + big32(height) + [depth, type, 0, 0, interlace]
    let others = (chunks + ["IDAT"]).flatMap { chunk($0, [0, 1, 2]) }
    return PNGHeader.signature + chunk("IHDR", ihdr) + others
  }

  static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] { big32(UInt32(data.count)) + Array(name.utf8) + data + [0, 0, 0, 0] }

  static func jpeg(_ width: Int, _ height: Int, marker: UInt8 = 0xC0, components: UInt8 = 3, before stray: [UInt8] = []) -> [UInt8] {
    let app = [0xFF, 0xE0] + big16(6) + [0x4A, 0x46, 0xFF, 0xC0]
    let tables: [UInt8] = [0xFF, 0xFF, 0xC4] + big16(3) + [0]
    let frame = [0xFF, marker] + big16(8 + 3 * Int(components)) + [8] + big16(height) + big16(width) + [components]
    return [0xFF, 0xD8] + app + tables + stray + frame + [UInt8](repeating: 1, count: 3 * Int(components)) + [0xFF, 0xDA]
  }

  static func webp(_ fourCC: String, _ payload: [UInt8]) -> [UInt8] {
    Array("RIFF".utf8) + little(payload.count + 12, bytes: 4) + Array("WEBP\(fourCC)".utf8) + little(payload.count, bytes: 4) + payload
  }

  static func lossless(_ width: Int, _ height: Int, alpha: Bool) -> [UInt8] {
    webp("VP8L", [0x2F] + little((width - 1) | (height - 1) << 14 | (alpha ? 1 << 28 : 0), bytes: 4))
  }

  static func lossy(_ width: Int, _ height: Int) -> [UInt8] {
    webp("VP8 ", [0x10, 0, 0, 0x9D, 1, 0x2A] + little(width, bytes: 2) + little(height | 0x4000, bytes: 2))
  }

  static func extended(_ width: Int, _ height: Int, flags: UInt8) -> [UInt8] {
    webp("VP8X", [flags, 0, 0, 0] + little(width - 1, bytes: 3) + little(height - 1, bytes: 3))
  }

  @Test(
    "A header gives format, size, alpha and the rest",
    arguments: [
      (png(1024, 768), "png 1024x768"), (png(1, 0x7FFF_FFFF, depth: 16, type: 6), "png 1x2147483647 alpha"),
      (png(5, 6, type: 4, interlace: 1), "png 5x6 alpha"), (png(5, 6, type: 3, chunks: ["PLTE", "tRNS"]), "png 5x6 alpha"),
      (png(5, 6, depth: 1, type: 0), "png 5x6"), (png(5, 6, chunks: ["acTL"]), "png 5x6"),
      (png(5, 6) + chunk("tRNS", []), "png 5x6"), (jpeg(640, 480), "jpeg 640x480"),
      (jpeg(640, 480, before: [0, 0x41, 0xFF, 0, 0x41]), "jpeg 640x480"), (jpeg(640, 480, before: [0xFF, 0xE1, 0, 0]), "jpeg 640x480"),
      (jpeg(65_535, 1, marker: 0xC2, components: 1), "jpeg 65535x1"), (jpeg(2, 3, marker: 0xC1, components: 4), "jpeg 2x3"),
      (lossless(16_384, 1, alpha: true), "webp 16384x1 alpha"), (lossless(3, 4, alpha: false), "webp 3x4"),
      (lossy(550, 368), "webp 550x368"),
      (extended(16_777_216, 2, flags: 0x12), "webp 16777216x2 alpha"), (extended(7, 8, flags: 0), "webp 7x8"),
    ])
  func recognised(bytes: [UInt8], summary: String) throws {
    let header = try #require(ImageHeader.read(bytes).header)
    var words = [header.format.rawValue, try #require(header.size).description]
    if header.hasAlpha { words.append("alpha") }
    #expect(words.joined(separator: " ") == summary)
    #expect(header.defect == nil)
  }

  @Test("Depth, colour type and components are told")
  func details() throws {
    let png = try #require(ImageHeader.read(Self.png(1, 1, depth: 16, type: 4)).header)
    #expect([png.bitDepth, png.pngColourType, png.jpegComponents] == [16, 4, nil])
    let jpeg = try #require(ImageHeader.read(Self.jpeg(1, 1, components: 1)).header)
    #expect([jpeg.bitDepth, jpeg.pngColourType, jpeg.jpegComponents] == [8, nil, 1])
  }

  @Test(
    "A wrong header has a defect and no size",
    arguments: [
      (Array(png(1, 1).prefix(32)), 32, "expected a signature and an IHDR chunk of 33 bytes but found 32 bytes"),
      (PNGHeader.signature, 8, "expected a signature and an IHDR chunk of 33 bytes but found 8 bytes"),
      (
        PNGHeader.signature + chunk("IDAT", [UInt8](repeating: 0, count: 13)), 8,
        "expected an IHDR chunk of 13 bytes but found another chunk"
      ),
      (png(0, 9), 16, "expected sides of 1 to 2147483647 pixels but found 0x9"),
      (png(9, 0x8000_0000), 16, "expected sides of 1 to 2147483647 pixels but found 9x2147483648"),
      (png(1, 1, depth: 4, type: 2), 24, "expected a bit depth that goes with its colour type but found depth 4, type 2"),
      (png(1, 1, type: 5), 24, "expected a bit depth that goes with its colour type but found depth 8, type 5"),
      (png(1, 1, interlace: 2), 26, "expected the methods 0, 0 and 0 or 1 but found 0, 0 and 2"),
      ([0xFF, 0xD8, 0xFF], 3, "expected a frame header but found the end of the file after 3 bytes"),
      ([0xFF, 0xD8, 0xFF, 0xE0, 0, 1], 6, "expected a frame header but found the end of the file after 6 bytes"),
      ([0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0x41], 7, "expected a frame header but found the end of the file after 7 bytes"),
      ([0xFF, 0xD8, 0xFF, 0xDA, 0, 2], 2, "expected a frame header before the pixels but found the marker 0xFFDA"),
      (jpeg(5, 0), 21, "expected sides of at least 1 pixel but found 5x0"),
      (webp("VP8Z", [0]), 12, "expected a chunk VP8, VP8L or VP8X but found another one"),
      (webp("VP8L", [0x2E, 0, 0, 0, 0]), 20, "expected the byte 0x2F of a VP8L image but found '.'"),
      (webp("VP8L", [0x2F, 0, 0, 0, 0x20]), 24, "expected version 0 of VP8L but found 1"),
      (webp("VP8 ", [1, 0, 0, 0x9D, 1, 0x2A, 1, 0, 1, 0]), 20, "expected a key frame of VP8 but found something else"),
      (lossy(0, 5), 26, "expected sides of at least 1 pixel but found 0x5"),
      (webp("VP8X", [0, 0]), 22, "expected the size of the image but found the end of the file after 22 bytes"),
    ])
  func defects(bytes: [UInt8], offset: Int, message: String) throws {
    let header = try #require(ImageHeader.read(bytes).header)
    #expect(header.size == nil)
    #expect(header.defect == SyntaxError(offset: offset, message: message))
  }

  @Test(
    "Anything else is named",
    arguments: [
      ("GIF89a", "a GIF image"), ("GIF87a..", "a GIF image"), ("BM\u{1}\0\0\0\0\0\0\0", "a BMP image"), ("BMW is a car", "plain text"),
      ("II*\0", "a TIFF image"), ("MM\0*", "a TIFF image"), ("\0\0\0\u{18}ftypheic\0\0\0\0mif1heic", "an HEIC image"),
      ("\0\0\0\u{1c}ftypmif1\0\0\0\0mif1avifmiaf", "an AVIF image"),
      ("\0\0\0\u{14}ftypisom\0\0\0\0mp42", "bytes that begin with 00 00 00 14 66 74 79 70"),
      ("%PDF-1.7", "a PDF document"), ("PK\u{3}\u{4}", "a ZIP archive"), ("<svg xmlns=\"x\">", "an SVG drawing"),
      ("<!-- Generator: x --><svg>", "an SVG drawing"), ("<!DOCTYPE svg PUBLIC \"x\">", "an SVG drawing"), ("<!-- a <p> -->", "plain text"),
      ("\u{FEFF}<?xml version=\"1.0\"?>\n<!-- é --><SVG>", "an SVG drawing"), ("<?xml version=\"1.0\"?><a/>", "plain text"),
      ("<!DOCTYPE html>", "an HTML page"), (" \n<html>", "an HTML page"), ("{\"error\":1}", "a JSON text"), ("[1]", "a JSON text"),
      ("data:image/png;base64,iVBO", "base64 text"), ("iVBORw0KGgoAAAANSUhEUg", "base64 text"), ("/9j/4AAQSkZJRg", "base64 text"),
      ("3 bytes", "plain text"), ("é", "plain text"), ("", "no bytes at all"), ("\0\u{1}\u{2}", "bytes that begin with 00 01 02"),
      ("\u{89}PN", "plain text"),
    ])
  func others(text: String, description: String) {
    #expect(ImageHeader.read(Array(text.utf8)).description == description)
  }

  @Test("Bytes that are no text are shown")
  func unknownBytes() {
    #expect(ImageHeader.read([0xFF, 0xD8]) == .other("bytes that begin with FF D8"))
    #expect(ImageHeader.read([0x89, 0x50, 0x4E, 0x47]) == .other("bytes that begin with 89 50 4E 47"))
    #expect(ImageHeader.read(Self.png(1, 1)).description == "a PNG image")
    #expect(ImageHeader.read(Self.lossy(1, 1)).description == "a WebP image")
  }

  @Test("A text is sampled without cutting a character in two", arguments: 1_020...1_026)
  func sampledText(length: Int) {
    #expect(ImageHeader.read(Array((String(repeating: "a", count: length) + "😀😀").utf8)) == .other("plain text"))
  }

  static let samples = [
    png(300, 200, type: 6, chunks: ["gAMA", "tRNS"]), jpeg(300, 200), lossless(300, 200, alpha: true), lossy(300, 200),
    extended(9, 9, flags: 16),
  ]

  @Test("A header that is cut off anywhere never traps, and has a size only when it is whole", arguments: samples)
  func truncated(bytes: [UInt8]) {
    for length in 0..<bytes.count {
      let sniff = ImageHeader.read(Array(bytes.prefix(length)))
      if let header = sniff.header { #expect((header.size == nil) == (header.defect != nil)) }
    }
  }

  @Test("Mutated headers never trap", arguments: samples)
  func mutated(bytes: [UInt8]) {
    var mutator = Mutator(seed: UInt64(bytes.count))
    for _ in 0..<5_000 {
      let sniff = ImageHeader.read(mutator.mutated(bytes, with: [0, 0xFF, 0x7F, 0x80, 0xC0, 0xDA]))
      if let header = sniff.header { #expect((header.size == nil) == (header.defect != nil)) }
    }
  }
}
