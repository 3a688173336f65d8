import Images
import Testing

@Suite("JPEG decoding", .timeLimit(.minutes(15)))
struct JPEGDecodingTests {
  private let small = (try? ImageEncoder.encode(gradient(width: 40, height: 24), as: .jpeg)) ?? []

  @Test("CMYK is converted, with Adobe's inversion where its marker says so")
  func cmyk() throws {
    let adobe = try #require(Outcome(Specimens.cmykJPEG, as: .jpeg).raster)
    #expect(largestDifference(adobe.bytes, repeated(204, 0, 0)) <= 1)
    let plain = JPEGFile(Specimens.cmykJPEG).removing(marker: 0xEE)
    #expect(largestDifference(try #require(Outcome(plain, as: .jpeg).raster).bytes, repeated(0, 51, 51)) <= 1)
  }

  @Test("Grey becomes RGB")
  func grey() {
    #expect(Outcome(Specimens.greyJPEG, as: .jpeg).raster?.bytes == repeated(77, 77, 77))
  }

  @Test("Progressive files are read")
  func progressive() throws {
    let raster = try #require(Outcome(Specimens.progressiveJPEG, as: .jpeg).raster)
    var expected: [UInt8] = []
    for y in 0..<16 {
      for x in 0..<24 { expected += [UInt8(x * 10), UInt8(y * 15), 128] }
    }
    #expect(largestDifference(raster.bytes, expected) <= 24)
  }

  @Test("A file cut at any byte is truncated, the EOI marker included", arguments: ["baseline", "progressive", "CMYK"])
  func cut(kind: String) {
    let bytes = ["baseline": small, "progressive": Specimens.progressiveJPEG, "CMYK": Specimens.cmykJPEG][kind] ?? []
    #expect(Outcome(bytes, as: .jpeg).raster != nil)
    for length in 0..<bytes.count {
      #expect(Outcome(Array(bytes.prefix(length)), as: .jpeg).error?.kind == .truncated, "cut at \(length)")
    }
  }

  @Test("Entropy data that is missing or wrong is corrupt")
  func damagedEntropyData() {
    let file = JPEGFile(small)
    #expect(Outcome(file.replacingEntropyData { Array($0.prefix($0.count / 2)) }, as: .jpeg).error?.kind == .corrupt)
    #expect(Outcome(file.replacingEntropyData { [UInt8](repeating: 0xFE, count: $0.count) }, as: .jpeg).error?.kind == .corrupt)
  }

  @Test("Stray bytes before a marker and odd APPn markers are harmless")
  func harmless() {
    let sound = Outcome(small, as: .jpeg)
    let afterSOI = JPEGFile(small)
    #expect(Outcome(afterSOI.inserting([0xFF, 0xED, 0, 4, 9, 9]), as: .jpeg) == sound)
    #expect(Outcome(afterSOI.inserting([0xFF, 0xED, 0, 4, 9, 9, 0, 0, 0]), as: .jpeg) == sound)
    #expect(Outcome(small + [1, 2, 3], as: .jpeg) == sound)
  }

  @Test("Flipped bits never crash the decoder", arguments: ["baseline", "progressive"])
  func flipped(kind: String) {
    var bytes = kind == "baseline" ? small : Specimens.progressiveJPEG
    for index in bytes.indices {
      for bit in 0..<8 {
        bytes[index] ^= 1 << bit
        let outcome = Outcome(bytes, as: .jpeg, maximumArea: 100_000)
        #expect((outcome.raster == nil) != (outcome.error?.message.isEmpty ?? true))
        bytes[index] ^= 1 << bit
      }
    }
  }

  @Test("A header above the limit is too large")
  func bomb() {
    let bytes = JPEGFile(small).resized(width: 65_000, height: 65_000)
    let size = PixelSize(width: 65_000, height: 65_000)
    #expect(Outcome(bytes, as: .jpeg, maximumArea: 33_177_600).error?.kind == .tooLarge(size, limit: 33_177_600))
  }

  @Test("a file with more than 100 scans is refused")
  func scanBomb() {
    let file = JPEGFile(Specimens.progressiveJPEG)
    #expect(Outcome(file.repeatingFirstScan(times: 10), as: .jpeg).raster != nil)
    #expect(Outcome(file.repeatingFirstScan(times: 110), as: .jpeg).error?.message == "the JPEG has more than 100 scans")
  }

  private func repeated(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> [UInt8] {
    (0..<64).flatMap { _ in [red, green, blue] }
  }
}
