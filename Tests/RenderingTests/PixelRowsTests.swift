import Images
import Support
import Testing

@testable import Rendering

/// Vectors take 8, 16 or 32 pixels at once and leave a rest: up to twice 32 there is one of every length.
@Suite("Loops over rows do to every pixel what is done to one", .timeLimit(.minutes(15)))
struct PixelRowsTests {
  private static let widths = Array(1...66)

  /// Bytes without a pattern, the same ones in every run.
  private func noise(_ count: Int, _ seed: Int) -> [UInt8] {
    var random = SplitMix64(seed: UInt64(seed))
    return (0..<count).map { _ in UInt8(random.next(in: 0...255)) }
  }

  private func luminance(_ pixel: ArraySlice<UInt8>) -> Int {
    let parts = pixel.prefix(3).map(Int.init)
    return (77 * parts[0] + 150 * parts[1] + 29 * parts[2] + 128) >> 8
  }

  private func overWhite(_ sample: Int, _ alpha: UInt8) -> UInt8 {
    UInt8((sample * Int(alpha) + 255 * (255 - Int(alpha)) + 127) / 255)
  }

  private func pixels(_ row: [UInt8], _ channels: PixelChannels) -> [ArraySlice<UInt8>] {
    stride(from: 0, to: row.count, by: channels.rawValue).map { row[$0..<$0 + channels.rawValue] }
  }

  private func canvas(_ row: [UInt8], _ channels: PixelChannels, keepsColour: Bool) -> SourceCanvas {
    let size = PixelSize(row.count / channels.rawValue, 1)
    var canvas = SourceCanvas(fitting: size, keepsColour: keepsColour, keepsAlpha: true)
    canvas.begin(RowLayout(size: size, channels: channels))
    canvas.take(row: row.span, at: 0)
    return canvas
  }

  @Test("an opaque row", arguments: widths)
  func opaque(width: Int) {
    let row = noise(width * 3, width)
    let pixels = pixels(row, .rgb)
    let expected = pixels.map { UInt8(luminance($0)) }
    #expect(canvas(row, .rgb, keepsColour: false).luminance == expected)
    let coloured = canvas(row, .rgb, keepsColour: true)
    #expect(coloured.luminance == expected)
    #expect(coloured.colour?.red == pixels.map { $0[$0.startIndex] })
    #expect(coloured.colour?.blue == pixels.map { $0[$0.startIndex + 2] })
  }

  @Test("a row of luminance alone", arguments: widths)
  func grey(width: Int) {
    let row = noise(width, width)
    #expect(canvas(row, .grey, keepsColour: false).luminance == row)
    let coloured = canvas(row, .grey, keepsColour: true)
    #expect(coloured.colour?.red == row && coloured.colour?.blue == row)
    #expect(coloured.transparencyMask == nil)
  }

  @Test("a row with alpha", arguments: widths)
  func transparent(width: Int) {
    let row = noise(width * 4, width)
    let pixels = pixels(row, .rgba)
    #expect(canvas(row, .rgba, keepsColour: false).luminance == pixels.map { overWhite(luminance($0), $0[$0.startIndex + 3]) })
    let coloured = canvas(row, .rgba, keepsColour: true)
    #expect(coloured.colour?.green == pixels.map { overWhite(Int($0[$0.startIndex + 1]), $0[$0.startIndex + 3]) })
    #expect(coloured.transparencyMask?.alpha == pixels.map { $0[$0.startIndex + 3] })
  }

  @Test("averages of as many whole pixels each", arguments: widths, [2, 3, 4, 8, 9])
  func even(width: Int, step: Int) {
    let row = noise(width * step, width)
    let source = SourceCanvas.drawn(width * step, step, fitting: PixelSize(width, 1)) { x, _ in [row[x], row[x], row[x]] }
    let sums = stride(from: 0, to: row.count, by: step).map { row[$0..<$0 + step].reduce(0) { $0 + Int($1) } }
    #expect(source.luminance == sums.map { UInt8((2 * $0 + step) / (2 * step)) })
  }

  @Test("a row is printed to its end and no further", arguments: widths)
  func printing(width: Int) {
    let samples = noise(width, width)
    let colours = (0...255).map { RGB(UInt32($0 * 0x010_101) ^ 0xc3_5a00) }
    var row = noise(width * 3, width)
    PixelRows.print(samples.span, in: colours.map(\.packed), on: &row)
    #expect(row == samples.map { colours[Int($0)] }.flatMap { [$0.red, $0.green, $0.blue] })
  }

  @Test("a halftone repeats along a row and down the rows", arguments: widths, [Halftone.Pattern.dots, .weave])
  func halftoned(width: Int, pattern: Halftone.Pattern) {
    let samples = noise(width, width)
    let halftone = Halftone(pattern, cell: 7)
    let ramp = Ramp(NamedPalette.teal.palette)
    let tones = ToneTable(ramp: ramp, levels: .identity)
    for y in [0, 6, 7, 20] {
      var row = noise(width * 3, width)
      PixelRows.print(samples.span, through: halftone, at: y, in: tones, on: &row)
      let inks = samples.indices.map { x in
        ramp.tones[Ramp.step(of: Int(samples[x]) + Int(halftone.offsets[y % halftone.side * halftone.side + x % halftone.side]))]
      }
      #expect(row == inks.flatMap { [$0.red, $0.green, $0.blue] })
    }
  }

  @Test("the original is laid over a print", arguments: widths)
  func layingOver(width: Int) {
    let (red, green, blue, alpha) = (noise(width, 1), noise(width, 2), noise(width, 3), noise(width, 4))
    let print = noise(width * 3, 5)
    var row = print
    PixelRows.lay(red: red, green: green, blue: blue, alpha: alpha, row: 0, over: &row)
    for x in 0..<width {
      for (channel, over) in [red, green, blue].enumerated() {
        let sum = Int(over[x]) * Int(alpha[x]) + Int(print[x * 3 + channel]) * (255 - Int(alpha[x]))
        #expect(Int(row[x * 3 + channel]) == (sum + 127) / 255)
      }
    }
  }
}
