import Images
import Testing

/// A PNG of 8 bits is read in one piece, or by libpng where there is anything unusual about it: both must see the same pixels.
@Suite("PNG filters and image data", .timeLimit(.minutes(15)))
struct PNGFilterTests {
  static let forms: [(colorType: UInt8, hasTransparency: Bool)] = [
    (0, false), (0, true), (2, false), (2, true), (3, false), (3, true), (4, false), (6, false),
  ]

  static let filters: [[UInt8]] = [[0], [1], [2], [3], [4], [4, 0, 3, 1, 2]]

  @Test("Every filter gives back the samples of every colour type, at any width", arguments: forms, filters)
  func filter(form: (colorType: UInt8, hasTransparency: Bool), filters: [UInt8]) {
    for width in 1...17 {
      let samples = FilteredSamples(colorType: form.colorType, width: width, filters: filters, hasTransparency: form.hasTransparency)
      let outcome = Outcome(samples.file().bytes, as: .png)
      #expect(outcome.raster?.bytes == samples.expected, "\(samples.testDescription)")
      #expect(Outcome(readByLibpng(samples.file()).bytes, as: .png) == outcome, "\(samples.testDescription)")
    }
  }

  /// A byte behind the end of the zlib stream is harmless, but only libpng takes such a file.
  private func readByLibpng(_ file: PNGFile) -> PNGFile {
    var file = file
    for index in file.chunks.indices where file.chunks[index].type == "IDAT" {
      file.chunks[index] = .init("IDAT", file.chunks[index].data + [0])
    }
    return file
  }

  @Test("Image data may be cut anywhere, with empty chunks between", arguments: [[1], [0], [2, 0, 0, 3], [0, 7, 40, 0], [100_000]])
  func cuts(lengths: [Int]) {
    let samples = FilteredSamples(colorType: 6, width: 9, filters: [4])
    #expect(Outcome(samples.file(cuts: lengths).bytes, as: .png).raster?.bytes == samples.expected)
  }

  @Test("Image data with other chunks between is refused")
  func interrupted() {
    var file = FilteredSamples(colorType: 2, width: 9, filters: [1]).file(cuts: [30])
    file.chunks.insert(.init("tEXt", Array("a\0b".utf8)), at: 2)
    #expect(Outcome(file.bytes, as: .png).error?.kind == .corrupt)
  }

  @Test("Transparency that does not fit the colour type is ignored", arguments: [(UInt8(3), 201), (2, 5), (0, 3), (6, 8), (4, 4)])
  func misfit(colorType: UInt8, length: Int) throws {
    let samples = FilteredSamples(colorType: colorType, width: 5, filters: [2])
    var file = samples.file()
    let index = try #require(file.chunks.firstIndex { $0.type == "IDAT" })
    file.chunks.insert(.init("tRNS", [UInt8](repeating: 0, count: length)), at: index)
    #expect(Outcome(file.bytes, as: .png).raster?.bytes == samples.expected)
  }

  @Test("Samples beyond what is held in memory are written and read row by row")
  func large() throws {
    let source = BlankRows(layout: RowLayout(size: PixelSize(width: 1_000_000, height: 23), channels: .rgb))
    let bytes = try ImageEncoder.encode(source, as: .png)
    var counter = RowCounter()
    try ImageDecoder.decode(bytes, as: .png, maximumArea: 23_000_000, into: &counter)
    #expect(counter.layout == source.layout)
    #expect(counter.count == 23)
  }
}

/// Rows as black as the encoder's buffer is at first.
private struct BlankRows: RowSource {
  let layout: RowLayout

  mutating func fill(row: inout [UInt8], at y: Int) {}
}
