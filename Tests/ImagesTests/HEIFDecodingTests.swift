import Support
import Testing

@testable import Images

@Suite("HEIC and AVIF decoding", .timeLimit(.minutes(15)))
struct HEIFDecodingTests {
  private func file(_ name: String) throws -> [UInt8] { try #require(FixtureImages.bytes(named: name)) }

  /// A sun at the top left, grass at the bottom.
  @Test("Pictures come as they are seen", arguments: [("phone.heic", ImageFormat.heic), ("photo.avif", .avif)])
  func upright(name: String, format: ImageFormat) throws {
    let raster = try #require(Outcome(file(name), as: format).raster)
    #expect(raster.layout == RowLayout(size: PixelSize(width: 256, height: 320), channels: .rgb))
    func pixel(_ x: Int, _ y: Int) -> [UInt8] { Array(raster.bytes[(y * 256 + x) * 3..<(y * 256 + x) * 3 + 3]) }
    #expect(largestDifference(pixel(56, 57), [250, 220, 90]) < 20)
    #expect(largestDifference(pixel(230, 20), [120, 170, 230]) < 20)
    #expect(largestDifference(pixel(20, 300), [70, 130, 60]) < 20)
  }

  @Test(
    "The area is checked before anything is decoded, in HEIC and AVIF",
    arguments: [("phone.heic", ImageFormat.heic), ("photo.avif", .avif)])
  func tooLarge(name: String, format: ImageFormat) throws {
    let error = try #require(Outcome(file(name), as: format, maximumArea: 256 * 320 - 1).error)
    #expect(error.kind == .tooLarge(PixelSize(width: 256, height: 320), limit: 81_919))
    #expect(try Outcome(file(name), as: format, maximumArea: 256 * 320).raster != nil)
  }

  @Test("A file cut at any byte is refused, in words of one line", arguments: [("phone.heic", ImageFormat.heic), ("photo.avif", .avif)])
  func cut(name: String, format: ImageFormat) throws {
    let file = try file(name)
    for length in file.indices {
      let error = try #require(Outcome(Array(file.prefix(length)), as: format).error, "cut at \(length)")
      #expect(!error.message.isEmpty && !error.message.contains("\n"), "cut at \(length)")
    }
  }

  @Test("Changed bytes never crash the decoder", arguments: [("phone.heic", ImageFormat.heic), ("photo.avif", .avif)])
  func changed(name: String, format: ImageFormat) throws {
    var bytes = try file(name)
    for index in bytes.indices {
      bytes[index] ^= 0xA5
      let outcome = Outcome(bytes, as: format, maximumArea: 100_000)
      #expect((outcome.raster == nil) != (outcome.error?.message.isEmpty ?? true))
      bytes[index] ^= 0xA5
    }
  }

  @Test("Without libheif, or for another coding, the obstacle says so")
  func obstacles() throws {
    let missing = Result { () throws(HEIFLibraryError) in try HEIFLibrary(named: "libneither.so.1") }
    let header = try #require(ImageHeader.read(file("photo.avif")).header)
    #expect(header.obstacleToDecoding == nil)
    let message = try #require(header.obstacleToDecoding(with: missing))
    #expect(message.hasPrefix("libheif is not here; install it (Debian: libheif1). libneither.so.1: "))
    let other = try #require(ImageHeader.read(HEIFFile(properties: [(1, HEIFFile.size(8, 8))], items: [(1, "j2k1")]).bytes).header)
    #expect(other.obstacleToDecoding == "the mock does not decode pixels of the type 'j2k1'")
    #expect(ImageHeader.read(ImageHeaderTests.png(1, 1)).header?.obstacleToDecoding(with: missing) == nil)
  }

  @Test("The mock writes neither", arguments: [ImageFormat.heic, .avif])
  func encoding(format: ImageFormat) {
    #expect(throws: ImageEncodeError(kind: .refused, format: format, message: "the mock does not write \(format.rawValue)")) {
      try ImageEncoder.encode(gradient(width: 8, height: 8), as: format)
    }
  }
}
