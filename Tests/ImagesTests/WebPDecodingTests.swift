import Testing

@testable import Images

@Suite("WebP decoding", .timeLimit(.minutes(15)))
struct WebPDecodingTests {
  private let lossy = (try? ImageEncoder.encode(gradient(width: 40, height: 24), as: .webp)) ?? []
  private let withAlpha = (try? ImageEncoder.encode(gradient(width: 40, height: 24, channels: .rgba), as: .webp)) ?? []

  private func specimen(_ kind: String) -> [UInt8] {
    ["lossy": lossy, "alpha": withAlpha, "lossless": Specimens.losslessWebP][kind] ?? []
  }

  @Test("Lossless pixels come back as they were")
  func lossless() throws {
    let raster = try #require(Outcome(Specimens.losslessWebP, as: .webp).raster)
    #expect(raster.layout == RowLayout(size: PixelSize(width: 3, height: 2), channels: .rgba))
    #expect(raster.bytes.prefix(8) == [1, 2, 3, 255, 40, 50, 60, 128])
    #expect(raster.bytes.suffix(4) == [160, 170, 180, 33])
  }

  @Test("An animation is refused")
  func animation() {
    let error = ImageDecodeError(kind: .animated, format: .webp, message: "animated WebP")
    #expect(Outcome(Specimens.animatedWebP, as: .webp) == .refused(error))
  }

  @Test("A file cut at any byte is truncated", arguments: ["lossy", "alpha", "lossless"])
  func cut(kind: String) {
    let bytes = specimen(kind)
    #expect(Outcome(bytes, as: .webp).raster != nil)
    for length in 0..<bytes.count {
      #expect(Outcome(Array(bytes.prefix(length)), as: .webp).error?.kind == .truncated, "cut at \(length)")
    }
  }

  @Test("A cut file whose header was mended is refused too", arguments: ["lossy", "lossless"])
  func cutAndMended(kind: String) {
    var bytes = Array(specimen(kind).prefix(specimen(kind).count / 2))
    let length = UInt32(bytes.count - 8)
    bytes.replaceSubrange(4..<8, with: bigEndian(length).reversed())
    #expect(Outcome(bytes, as: .webp).raster == nil)
  }

  @Test("Flipped bits never crash the decoder", arguments: ["lossy", "alpha", "lossless"])
  func flipped(kind: String) {
    var bytes = specimen(kind)
    for index in bytes.indices {
      for bit in 0..<8 {
        bytes[index] ^= 1 << bit
        let outcome = Outcome(bytes, as: .webp, maximumArea: 100_000)
        #expect((outcome.raster == nil) != (outcome.error?.message.isEmpty ?? true))
        bytes[index] ^= 1 << bit
      }
    }
  }

  @Test("Image data that stands instead of a chunk is no WebP file")
  func bareData() {
    let bytes = Array("RIFF".utf8) + bigEndian(UInt32(lossy.count - 16)).reversed() + Array("WEBP".utf8) + lossy.dropFirst(20)
    #expect(Outcome(bytes, as: .webp).error?.message == "the WebP file does not start with a chunk VP8, VP8L or VP8X")
  }

  @Test("A header above the limit is too large")
  func bomb() {
    // Bytes 26 to 29 of a file without VP8X: the sides, 14 bits each, little-endian, behind the frame's start code.
    var bytes = lossy
    bytes.replaceSubrange(26..<30, with: [0xFF, 0x3F, 0xFF, 0x3F])
    let size = PixelSize(width: 16_383, height: 16_383)
    #expect(Outcome(bytes, as: .webp, maximumArea: 33_177_600).error?.kind == .tooLarge(size, limit: 33_177_600))
  }
}
