import Images
import Testing

@testable import Rendering

@Suite("A source is fitted to the output", .timeLimit(.minutes(15)))
struct FittingTests {
  private func luminance(_ width: Int, _ height: Int, to size: PixelSize, _ value: (Int, Int) -> Int) -> [UInt8] {
    let canvas = SourceCanvas.drawn(width, height, fitting: size) { x, y in Array(repeating: UInt8(value(x, y)), count: 3) }
    return canvas.luminance ?? []
  }

  @Test("equal sizes keep every sample")
  func identity() {
    #expect(luminance(5, 3, to: PixelSize(5, 3)) { $0 * 50 + $1 } == [0, 50, 100, 150, 200, 1, 51, 101, 151, 201, 2, 52, 102, 152, 202])
  }

  @Test("shrinking averages the area that a pixel covers")
  func shrinking() {
    #expect(luminance(4, 4, to: PixelSize(2, 2)) { x, y in x * 40 + y * 4 } == [22, 102, 30, 110])
    #expect(luminance(3, 3, to: PixelSize(1, 1)) { x, y in (y * 3 + x) * 20 } == [80])
  }

  @Test("shrinking by a broken factor shares pixels out")
  func brokenFactor() {
    // Three columns to two: each takes one whole and half of the middle one: (0 + 90 / 2) / 1.5 and (90 / 2 + 240) / 1.5.
    #expect(luminance(3, 3, to: PixelSize(2, 2)) { x, _ in [0, 90, 240][x] } == [30, 190, 30, 190])
    #expect(luminance(3, 3, to: PixelSize(2, 2)) { _, y in [0, 90, 240][y] } == [30, 30, 190, 190])
  }

  @Test("enlarging interpolates between centres, both ways alike")
  func enlarging() {
    let row: [UInt8] = [0, 50, 150, 200]
    #expect(luminance(2, 2, to: PixelSize(4, 4)) { x, _ in x * 200 } == row + row + row + row)
    #expect(luminance(2, 2, to: PixelSize(4, 4)) { _, y in y * 200 } == row.flatMap { Array(repeating: $0, count: 4) })
  }

  @Test(
    "what does not have the output's ratio is cropped around its centre",
    arguments: [
      (PixelSize(5, 3), PixelSize(3, 3), [10, 20, 30]), (PixelSize(6, 3), PixelSize(3, 3), [10, 20, 30]),
      (PixelSize(7, 3), PixelSize(3, 3), [20, 30, 40]),
      (PixelSize(9, 1), PixelSize(1, 1), [40]),
    ])
  func cropping(source: PixelSize, output: PixelSize, firstRow: [UInt8]) {
    let fitted = luminance(source.width, source.height, to: output) { x, _ in x * 10 }
    #expect(Array(fitted.prefix(output.width)) == firstRow)
    let turned = luminance(source.height, source.width, to: PixelSize(output.height, output.width)) { _, y in y * 10 }
    #expect(stride(from: 0, to: turned.count, by: output.height).map { turned[$0] } == firstRow)
  }

  @Test(
    "a uniform source stays uniform at any sizes",
    arguments: [
      (1, 1), (1, 7), (16, 4096), (4096, 16), (33, 21), (100, 100), (640, 3),
    ], [PixelSize(1, 1), PixelSize(16, 16), PixelSize(31, 17), PixelSize(3, 40), PixelSize(64, 27)])
  func uniform(source: (Int, Int), output: PixelSize) {
    for value in [0, 1, 127, 254, 255] {
      let fitted = luminance(source.0, source.1, to: output) { _, _ in value }
      #expect(fitted.count == output.width * output.height && fitted.allSatisfy { $0 == UInt8(value) })
    }
  }

  @Test("a gradient keeps its mean and its order", arguments: [(200, 90), (90, 40), (37, 37), (16, 16), (20, 90)])
  func gradient(source: Int, output: Int) {
    let fitted = luminance(source, source, to: PixelSize(output, output)) { x, _ in x * 255 / (source - 1) }
    let row = fitted.prefix(output)
    #expect(zip(row, row.dropFirst()).allSatisfy { $0 <= $1 })
    #expect((126...128).contains((row.reduce(0) { $0 + Int($1) } + output / 2) / output))
    #expect(Array(fitted.suffix(output)) == Array(row))
  }

  @Test("transparency shows white paper, with and without colour")
  func overWhite() {
    let pixels: [[UInt8]] = [[0, 0, 0, 0], [0, 0, 0, 255], [255, 0, 0, 128]]
    let grey = SourceCanvas.drawn(3, 1, fitting: PixelSize(3, 1), .rgba) { x, _ in pixels[x] }
    #expect(grey.luminance == [255, 0, 166])
    let colour = SourceCanvas.drawn(3, 1, fitting: PixelSize(3, 1), keepsColour: true, .rgba) { x, _ in pixels[x] }
    #expect(colour.colour?.red == [255, 0, 255])
    #expect(colour.colour?.green == [255, 0, 127])
  }

  @Test("a source's transparency is a mask when it was asked for and is there")
  func transparency() {
    let size = PixelSize(2, 1)
    let pixel = { (x: Int, _: Int) -> [UInt8] in [9, 9, 9, x == 0 ? 0 : 200] }
    #expect(SourceCanvas.drawn(2, 1, fitting: size, keepsAlpha: true, .rgba, pixel: pixel).transparencyMask?.alpha == [0, 200])
    #expect(SourceCanvas.drawn(2, 1, fitting: size, .rgba, pixel: pixel).transparencyMask == nil)
    #expect(SourceCanvas.drawn(2, 1, fitting: size, keepsAlpha: true) { _, _ in [1, 2, 3] }.transparencyMask == nil)
  }

  @Test("sizes and rows that make no sense are ignored")
  func nonsense() {
    for size in [PixelSize(0, 0), PixelSize(-1, 5), PixelSize(1 << 30, 1)] {
      var canvas = SourceCanvas(fitting: PixelSize(2, 2), keepsColour: false)
      canvas.begin(RowLayout(size: size, channels: .rgb))
      canvas.take(row: [1, 2, 3].span, at: 0)
      #expect(canvas.luminance == nil)
    }
    var short = SourceCanvas(fitting: PixelSize(2, 2), keepsColour: false)
    short.begin(RowLayout(size: PixelSize(2, 2), channels: .rgb))
    short.take(row: [1, 2, 3].span, at: 0)
    short.take(row: [1, 2, 3].span, at: 99)
    #expect(short.luminance?.count == 4)
  }
}
