import FixtureDrawings
import Fixtures
import ImageCodecs
import Pixels
import Testing

@Suite("The images that draw-fixtures draws")
struct DrawnImagesTests {
  @Test("every file of fixtures/images is drawn")
  func names() {
    #expect(FixtureDrawing.all.map(\.name) == FixtureFolder.names())
  }

  @Test("drawing again gives the pixels of the file that is checked in", arguments: FixtureDrawing.all.map(\.name))
  func pixels(name: String) throws {
    let drawing = try #require(FixtureDrawing.all.first { $0.name == name })
    let drawn = drawing.raster()
    let stored = try decode(FixtureFolder.bytes(named: drawing.name), as: drawing.format)
    try #require(stored.layout == drawn.layout)
    let isNear = meanDifference(stored, drawn) <= tolerance(of: drawing.format)
    #expect(isNear, "\(drawing.name) is off by \(meanDifference(stored, drawn)) thousandths a sample: run scripts/draw-fixtures")
  }

  @Test("a mask has a clear hole, a soft rim and a whole border", arguments: ["cutout.png", "mask.png"])
  func hole(name: String) throws {
    let image = try decode(FixtureFolder.bytes(named: name), as: .png)
    try #require(image.layout.channels == .rgba)
    let alphas = stride(from: 3, to: image.bytes.count, by: 4).map { image.bytes[$0] }
    let soft = alphas.count { (1...254).contains($0) }
    #expect(alphas.count { $0 == 0 } > 10_000)
    #expect(soft > 1_000)
    #expect(alphas.last == 255)
  }

  private func decode(_ bytes: [UInt8], as format: ImageFormat) throws -> Raster {
    var raster = Raster()
    try ImageDecoder.decode(bytes, as: format, maximumArea: 1_000_000, into: &raster)
    return raster
  }

  /// Thousandths of a step; JPEG and WebP lose some, and not the same with every version of their libraries.
  private func tolerance(of format: ImageFormat) -> Int { format == .png ? 0 : 3_000 }

  private func meanDifference(_ a: Raster, _ b: Raster) -> Int {
    guard a != b else { return 0 }
    let sum = zip(a.bytes, b.bytes).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    return max(sum * 1000 / a.bytes.count, 1)
  }
}
