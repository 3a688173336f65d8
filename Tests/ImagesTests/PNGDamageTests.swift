import Testing

@testable import Images

@Suite("Damaged PNG", .timeLimit(.minutes(15)))
struct PNGDamageTests {
  @Test("A wrong CRC is refused in any chunk", arguments: ["IHDR", "PLTE", "tRNS", "tEXt", "iCCP", "pHYs", "prVt", "IDAT", "IEND"])
  func badCRC(type: String) throws {
    var file = PNGSamples(colorType: 3, depth: 4, interlaced: false).file(transparency: [0])
    file.chunks.insert(contentsOf: [.init("tEXt", Array("a\0b".utf8)), .init("iCCP"), .init("pHYs"), .init("prVt", [1])], at: 3)
    #expect(Outcome(file.bytes, as: .png).raster != nil)
    let index = try #require(file.chunks.firstIndex { $0.type == type })
    file.chunks[index].crc ^= 1
    let error = ImageDecodeError(kind: .corrupt, format: .png, message: "PNG chunk \(type) has a bad CRC")
    #expect(Outcome(file.bytes, as: .png) == .refused(error))
  }

  @Test("image data that goes on and on behind the picture is left alone, not inflated", arguments: [false, true])
  func surplus(interlaced: Bool) throws {
    var file = PNGSamples(colorType: 2, depth: 8, interlaced: interlaced).file()
    let sound = Outcome(file.bytes, as: .png)
    let index = try #require(file.chunks.firstIndex { $0.type == "IDAT" })
    let stream = file.chunks[index].data
    // Blocks of zeros that are not the last, behind one that was.
    let block: [UInt8] = [0, 0xFF, 0xFF, 0, 0] + [UInt8](repeating: 0, count: 65_535)
    file.chunks[index] = .init("IDAT", [stream[0], stream[1], 0] + stream[3..<stream.count - 4] + block)
    for _ in 0..<2 { file.chunks.insert(.init("IDAT", block), at: index + 1) }
    // Nobody gets as far as this.
    file.chunks[index + 2].crc ^= 1
    #expect(sound.raster != nil && Outcome(file.bytes, as: .png) == sound)
  }

  @Test("A file cut at any byte is truncated, and the message says where", arguments: [false, true])
  func cut(interlaced: Bool) {
    let bytes = PNGSamples(colorType: 2, depth: 8, interlaced: interlaced).file().bytes
    for length in 0..<bytes.count {
      #expect(Outcome(Array(bytes.prefix(length)), as: .png).error?.kind == .truncated, "cut at \(length)")
    }
    let message = interlaced ? "the file ends inside the image data" : "the file ends inside the image data (row 0 of 9)"
    #expect(Outcome(Array(bytes.prefix(160)), as: .png).error?.message == message)
    #expect(Outcome(Array(bytes.prefix(20)), as: .png).error?.message == "the file ends inside PNG chunk IHDR")
    #expect(Outcome(Array(bytes.dropLast(12)), as: .png).error?.message == "the file ends before its IEND chunk")
    #expect(Outcome([], as: .png).error?.message == "the file is empty")
  }

  @Test("No flipped bit is accepted", arguments: [false, true])
  func flipped(interlaced: Bool) {
    var bytes = PNGSamples(colorType: 6, depth: 8, interlaced: interlaced).file().bytes
    for index in bytes.indices {
      for bit in 0..<8 {
        bytes[index] ^= 1 << bit
        #expect(Outcome(bytes, as: .png).raster == nil, "byte \(index), bit \(bit)")
        bytes[index] ^= 1 << bit
      }
    }
  }

  @Test(
    "Image data that ends too early or goes wrong is corrupt",
    arguments: ["short", "cut zlib stream", "bad Adler-32", "bad filter", "bad Adler-32 in a chunk of its own"])
  func imageData(damage: String) {
    var rows = [UInt8](repeating: 0, count: 39)
    if damage == "short" { rows.removeLast(14) }
    if damage == "bad filter" { rows[13] = 9 }
    var data = zlib(rows)
    if damage == "cut zlib stream" { data.removeLast(4) }
    if damage.hasPrefix("bad Adler-32") { data[data.count - 1] ^= 1 }
    var file = PNGFile.small
    file.chunks[1] = .init("IDAT", data)
    if damage.hasSuffix("own") {
      file.chunks[1] = .init("IDAT", Array(data.dropLast(4)))
      file.chunks.insert(.init("IDAT", Array(data.suffix(4))), at: 2)
    }
    #expect(Outcome(file.bytes, as: .png).error?.kind == .corrupt)
  }

  @Test("A missing or unknown critical chunk is refused")
  func criticalChunks() {
    var file = PNGFile.small
    file.chunks.remove(at: 1)
    #expect(Outcome(file.bytes, as: .png).error?.kind == .corrupt)
    #expect(Outcome(PNGFile.small(with: .init("PAGE")).bytes, as: .png).error?.kind == .corrupt)
    var palette = PNGSamples(colorType: 3, depth: 8, interlaced: false).file()
    palette.chunks.remove(at: 1)
    #expect(Outcome(palette.bytes, as: .png).error?.message == "PNG chunk IDAT: Missing PLTE before IDAT")
  }

  @Test("A huge header costs nothing and is too large", arguments: [false, true])
  func bomb(interlaced: Bool) {
    for (width, height) in [(30_000, 30_000), (1001, 1000), (0x7FFF_FFFF, 0x7FFF_FFFF), (1, 1_000_001)] as [(UInt32, UInt32)] {
      var file = PNGFile.small
      file.chunks[0] = .header(width: width, height: height, depth: 16, colorType: 6, interlaced: interlaced)
      let size = PixelSize(width: Int(width), height: Int(height))
      #expect(Outcome(file.bytes, as: .png).error?.kind == .tooLarge(size, limit: 1_000_000))
    }
  }

  @Test("An area at the limit is not too large")
  func areaAtLimit() {
    #expect(Outcome(PNGFile.small.bytes, as: .png, maximumArea: 12).raster != nil)
    #expect(Outcome(PNGFile.small.bytes, as: .png, maximumArea: 11).error?.message == "the header says 4x3 pixels, and 11 are allowed")
  }
}
