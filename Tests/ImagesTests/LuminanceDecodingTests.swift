import Images
import Testing

/// Keeps rows of any kind, and looks at no colours.
private struct ColourBlind: RowSink {
  var looksAtColours: Bool { false }
  private(set) var raster = Raster()

  init(_ bytes: [UInt8], as format: ImageFormat) throws {
    try ImageDecoder.decode(bytes, as: format, maximumArea: 1_000_000, into: &self)
  }

  mutating func begin(_ layout: RowLayout) { raster.begin(layout) }
  mutating func take(row: Span<UInt8>, at y: Int) { raster.take(row: row, at: y) }
}

extension Raster {
  /// Far from black and from pure colours, where decoding to RGB clamps.
  fileprivate var muted: Raster { Raster(layout: layout, bytes: bytes.map { 60 + $0 / 2 }) }

  /// Of RGB, by the weights that JPEG and WebP use (Rec. 601).
  fileprivate var luminance: [UInt8] {
    stride(from: 0, to: bytes.count, by: 3).map { index in
      let weighed = 299 * Int(bytes[index]) + 587 * Int(bytes[index + 1]) + 114 * Int(bytes[index + 2])
      return UInt8((weighed + 500) / 1_000)
    }
  }
}

@Suite("Decoding for sinks that look at no colours", .timeLimit(.minutes(15)))
struct LuminanceDecodingTests {
  @Test(
    "Stored luminance comes alone, and is that of the colours",
    arguments: [ImageFormat.jpeg, .webp], [(40, 24), (41, 23), (1, 1), (300, 2)])
  func alone(format: ImageFormat, size: (width: Int, height: Int)) throws {
    let file = try ImageEncoder.encode(gradient(width: size.width, height: size.height).muted, as: format)
    let colours = try #require(Outcome(file, as: format).raster)
    let grey = try ColourBlind(file, as: format).raster
    #expect(grey.layout == RowLayout(size: colours.layout.size, channels: .grey))
    #expect(grey.bytes.count == size.width * size.height)
    #expect(largestDifference(grey.bytes, colours.luminance) <= 2)
  }

  @Test("A progressive and a grey JPEG are no exceptions")
  func otherJPEGs() throws {
    let progressive = try #require(Outcome(Specimens.progressiveJPEG, as: .jpeg).raster)
    #expect(largestDifference(try ColourBlind(Specimens.progressiveJPEG, as: .jpeg).raster.bytes, progressive.luminance) <= 2)
    let grey = try ColourBlind(Specimens.greyJPEG, as: .jpeg).raster
    #expect(grey.layout.channels == .grey && grey.bytes.allSatisfy { $0 == 77 })
  }

  @Test("Where luminance is not stored, or alpha is, colours come as always")
  func asAlways() throws {
    let alpha = try ImageEncoder.encode(gradient(width: 40, height: 24, channels: .rgba), as: .webp)
    let png = try ImageEncoder.encode(gradient(width: 40, height: 24), as: .png)
    let files: [([UInt8], ImageFormat)] = [(alpha, .webp), (Specimens.losslessWebP, .webp), (Specimens.cmykJPEG, .jpeg), (png, .png)]
    for (file, format) in files { #expect(Outcome(file, as: format).raster == (try ColourBlind(file, as: format).raster)) }
  }

  @Test("A file cut at any byte is refused as it is with colours", arguments: [ImageFormat.jpeg, .webp])
  func cut(format: ImageFormat) throws {
    let file = try ImageEncoder.encode(gradient(width: 40, height: 24), as: format)
    for length in 0..<file.count {
      let part = Array(file.prefix(length))
      let error = #expect(throws: ImageDecodeError.self) { try ColourBlind(part, as: format) }
      // The message has the row, and for colours a row needs chroma from below it.
      #expect(error?.kind == Outcome(part, as: format).error?.kind, "cut at \(length)")
    }
  }

  @Test("Chroma that cannot be spread over the picture is a reason to refuse it, also for sinks that do not look at it")
  func fractionalSampling() {
    let file: [UInt8] = [
      0xFF, 0xD8, 0xFF, 0xC2, 0x00, 0x11, 0x08, 0x00, 0x09, 0x00, 0x09, 0x03, 0x26, 0x11, 0x03, 0x01, 0x22, 0x01, 0x02, 0x31, 0x01, 0xFF,
      0xDA,
      0x00, 0x08, 0x01, 0x01, 0xC0, 0xFF, 0x00, 0xD9,
    ]
    let error = #expect(throws: ImageDecodeError.self) { try ColourBlind(file, as: .jpeg) }
    #expect(error == Outcome(file, as: .jpeg).error)
    #expect(error?.message == "JPEG: Fractional sampling not implemented yet")
  }

  @Test("Luminance alone is not encoded", arguments: ImageFormat.written)
  func encoding(format: ImageFormat) throws {
    let grey = try ColourBlind(Specimens.greyJPEG, as: .jpeg).raster
    let error = #expect(throws: ImageEncodeError.self) { try ImageEncoder.encode(grey, as: format) }
    #expect(error?.message == "pixels of 1 channels cannot be written, only RGB and RGBA")
  }
}
