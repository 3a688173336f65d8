import Images
import Testing

@Suite("PNG decoding", .timeLimit(.minutes(15)))
struct PNGDecodingTests {
  @Test("Every colour type and depth becomes 8-bit RGB or RGBA", arguments: PNGSamples.all)
  func colorTypes(samples: PNGSamples) throws {
    let raster = try #require(Outcome(samples.file().bytes, as: .png).raster)
    #expect(raster.layout.size == PixelSize(width: PNGSamples.width, height: PNGSamples.height))
    #expect(raster.layout.channels == (samples.colorType & 4 == 0 ? .rgb : .rgba))
    #expect(raster.bytes == samples.expected())
  }

  @Test("tRNS makes one grey or colour transparent", arguments: PNGSamples.all.filter { [0, 2].contains($0.colorType) })
  func transparentColor(samples: PNGSamples) throws {
    let transparent = samples.pixel(x: 3, y: 2)
    let chunk = transparent.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let raster = try #require(Outcome(samples.file(transparency: chunk).bytes, as: .png).raster)
    #expect(raster.layout.channels == .rgba)
    #expect(raster.bytes == samples.expected { $0 == transparent ? 0 : 255 })
  }

  @Test("tRNS gives palette entries alpha, and those beyond it none", arguments: PNGSamples.all.filter { $0.colorType == 3 })
  func transparentPalette(samples: PNGSamples) throws {
    let raster = try #require(Outcome(samples.file(transparency: [10, 200]).bytes, as: .png).raster)
    #expect(raster.bytes == samples.expected { [0: 10, 1: 200][$0[0]] ?? 255 })
  }

  @Test(
    "chunks that carry no pixels do no harm, whatever they hold and however long they are",
    arguments: [
      ("zTXt", Array("Title\0\0not a zlib stream".utf8), 1), ("iCCP", Array("profile\0\0not a zlib stream".utf8), 1),
      ("iTXt", [0], 1), ("eXIf", [1, 2, 3], 1), ("sRGB", [99, 99], 1), ("gAMA", [0, 0, 0, 0], 1), ("caBX", [7], 9_000_000),
    ])
  func skippedChunk(type: String, start: [UInt8], length: Int) {
    // Made here: arguments are printed, and nine million numbers would be.
    let data = start + [UInt8](repeating: 7, count: length - 1)
    #expect(Outcome(PNGFile.small(with: .init(type, data)).bytes, as: .png) == Outcome(PNGFile.small.bytes, as: .png))
    #expect(Outcome(PNGFile.small.bytes, as: .png).raster != nil)
  }

  @Test("Image data may be spread over many chunks, and bytes may follow IEND")
  func manyChunks() throws {
    var file = PNGFile.small
    let data = file.chunks[1].data
    file.chunks.replaceSubrange(1...1, with: data.map { .init("IDAT", [$0]) })
    #expect(Outcome(file.bytes + [1, 2, 3], as: .png) == Outcome(PNGFile.small.bytes, as: .png))
  }

  @Test("Rows are handed over as they come, before damage further down is met")
  func rowsBeforeDamage() {
    let raster = noise(width: 64, height: 512)
    let bytes = (try? ImageEncoder.encode(raster, as: .png)) ?? []
    var counter = RowCounter()
    let error = #expect(throws: ImageDecodeError.self) {
      try ImageDecoder.decode(Array(bytes.dropLast(bytes.count / 4)), as: .png, maximumArea: 100_000, into: &counter)
    }
    #expect((200..<512).contains(counter.count))
    #expect(error?.message == "the file ends inside the image data (row \(counter.count) of 512)")
  }

  private func noise(width: Int, height: Int) -> Raster {
    var state: UInt32 = 1
    let bytes = (0..<width * height * 3).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
    return Raster(layout: RowLayout(size: PixelSize(width: width, height: height), channels: .rgb), bytes: bytes)
  }
}
