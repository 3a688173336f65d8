internal import Images

/// The drawn caption: a rule, a near-black band, the text and the seal; drawn in RGB row by row, as it is asked for.
struct CaptionBand: Sendable {
  let height: Int
  private let text: CoverageCanvas
  /// From the top: where rows of a kind end, and what each coverage is printed as.
  private let inks: [(end: Int, colours: [UInt32])]
  private let seal: PlacedSeal?

  private static let ground = Ink(0x0b0b10)

  init?(_ facts: EditFacts, size: PixelSize, palette: Palette) {
    guard let layout = CaptionLayout(facts, size: size) else { return nil }
    height = layout.height
    text = layout.drawnText(width: size.width)
    let split = layout.metrics.detailsTop(lines: layout.promptLines.count) - layout.metrics.margin / 3
    inks = [
      (layout.metrics.rule, Self.shades(of: palette.paper, on: palette.tint)),
      (split, Self.shades(of: palette.paper, on: Self.ground)),
      (layout.height, Self.shades(of: palette.detailColour, on: Self.ground)),
    ]
    seal = layout.seal.map { PlacedSeal(seal: Seal(facts), place: $0, ink: palette.sealColour) }
  }

  /// Overwrites an RGB row of the picture's width with row `y` of the band.
  func draw(row y: Int, on row: inout [UInt8]) {
    guard let colours = inks.first(where: { y < $0.end })?.colours else { return }
    PixelRows.print(text.coverage.span.extracting(y * text.width..<(y + 1) * text.width), in: colours, on: &row)
    seal?.stamp(row: y, on: &row)
  }

  /// Sixteen strengths are enough for smooth edges, and compress better than 256. The first of them is what the text stands on.
  private static func shades(of ink: Ink, on paper: Ink) -> [UInt32] {
    let strengths = [paper] + (1...15).map { ground.mixed(with: ink, $0, of: 15) }
    return (0...255).map { strengths[$0 >> 4].packed }
  }
}

extension Palette {
  /// The tint, lightened until it can be read on the band.
  fileprivate var detailColour: Ink { tint.mixed(with: paper, max(20, 75 - tint.luminance / 4), of: 100) }

  /// The tint, lightened where it is as dark as the band.
  fileprivate var sealColour: Ink { tint.mixed(with: paper, max(0, 40 - tint.luminance / 3), of: 100) }
}

extension CaptionLayout {
  fileprivate func drawnText(width: Int) -> CoverageCanvas {
    var canvas = CoverageCanvas(width: width, height: height)
    for (index, line) in promptLines.enumerated() {
      var pen = Pen(size: metrics.prompt, x: metrics.margin, top: metrics.promptTop(line: index))
      pen.draw(line, on: &canvas)
    }
    var pen = Pen(size: metrics.details, x: metrics.margin, top: metrics.detailsTop(lines: promptLines.count))
    pen.draw(detailLine, on: &canvas)
    return canvas
  }
}

/// The seal in its ink, at its place in the band.
private struct PlacedSeal: Sendable {
  let seal: Seal
  let place: SealPlace
  let ink: Ink

  func stamp(row y: Int, on row: inout [UInt8]) {
    let line = (y - place.top) / place.cell
    guard y >= place.top, line < Seal.side else { return }
    for x in 0..<place.cell * Seal.side where seal.isPrinted(column: x / place.cell, row: line) {
      let pixel = (place.left + x) * 3
      row[pixel] = ink.red
      row[pixel + 1] = ink.green
      row[pixel + 2] = ink.blue
    }
  }
}
