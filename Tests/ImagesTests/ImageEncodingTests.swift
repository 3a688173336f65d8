import Images
import Testing

@Suite("Encoding", .timeLimit(.minutes(15)))
struct ImageEncodingTests {
  @Test(
    "Pixels survive: exactly in PNG, nearly in JPEG and WebP", arguments: [(ImageFormat.png, 0), (.jpeg, 8), (.webp, 12)],
    [(1, 1), (7, 5), (64, 48), (300, 2)])
  func roundTrip(format: (ImageFormat, Int), size: (Int, Int)) throws {
    let source = gradient(width: size.0, height: size.1)
    let decoded = try #require(Outcome(try ImageEncoder.encode(source, as: format.0), as: format.0).raster)
    #expect(decoded.layout == source.layout)
    #expect(largestDifference(decoded.bytes, source.bytes) <= format.1)
  }

  @Test("Alpha survives in PNG and WebP", arguments: [ImageFormat.png, .webp])
  func alpha(format: ImageFormat) throws {
    let source = gradient(width: 33, height: 17, channels: .rgba)
    let decoded = try #require(Outcome(try ImageEncoder.encode(source, as: format), as: format).raster)
    #expect(decoded.layout == source.layout)
    let alphas = stride(from: 3, to: source.bytes.count, by: 4)
    #expect(alphas.allSatisfy { decoded.bytes[$0] == source.bytes[$0] })
    if format == .png { #expect(decoded == source) }
  }

  @Test("JPEG lays alpha over white")
  func flattened() throws {
    let layout = RowLayout(size: PixelSize(width: 8, height: 8), channels: .rgba)
    let source = Raster(layout: layout, bytes: (0..<64).flatMap { _ in [0, 100, 200, 51] as [UInt8] })
    let decoded = try #require(Outcome(try ImageEncoder.encode(source, as: .jpeg), as: .jpeg).raster)
    #expect(largestDifference(decoded.bytes, (0..<64).flatMap { _ in [204, 224, 244] as [UInt8] }) <= 3)
  }

  @Test("The same picture gives the same bytes", arguments: ImageFormat.written)
  func deterministic(format: ImageFormat) throws {
    let source = gradient(width: 200, height: 100)
    let texts = [ImageText(keyword: "Title", text: "한국어")]
    let first = try ImageEncoder.encode(source, as: format, texts: texts)
    #expect(try ImageEncoder.encode(source, as: format, texts: texts) == first)
  }

  @Test("PNG is truecolour with 8 bits, not interlaced", arguments: [(PixelChannels.rgb, UInt8(2)), (.rgba, 6)])
  func pngHeader(channels: PixelChannels, colorType: UInt8) throws {
    let bytes = try ImageEncoder.encode(gradient(width: 9, height: 4, channels: channels), as: .png)
    #expect(PNGFile.chunks(of: bytes).first?.data == bigEndian(9) + bigEndian(4) + [8, colorType, 0, 0, 0])
  }

  @Test(
    "A side that the format cannot hold is refused",
    arguments: [(ImageFormat.png, 0, 5), (.png, 5, 0), (.jpeg, 65_501, 1), (.webp, 1, 16_384), (.png, 1_000_001, 1), (.jpeg, 0, 0)])
  func unsupportedSize(format: ImageFormat, width: Int, height: Int) {
    let layout = RowLayout(size: PixelSize(width: width, height: height), channels: .rgb)
    let source = Raster(layout: layout, bytes: [UInt8](repeating: 0, count: width * height * 3))
    let error = #expect(throws: ImageEncodeError.self) { try ImageEncoder.encode(source, as: format) }
    #expect(error?.kind == .unsupportedSize(layout.size))
  }

  @Test("The longest sides are written", arguments: [(ImageFormat.jpeg, 65_500), (.webp, 16_383)])
  func longestSide(format: ImageFormat, side: Int) throws {
    let bytes = try ImageEncoder.encode(gradient(width: side, height: 1), as: format)
    #expect(Outcome(bytes, as: format).raster?.layout.size == PixelSize(width: side, height: 1))
  }
}
