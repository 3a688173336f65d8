internal import Pixels

/// The drawn caption: a rule, a near-black band, the text and the seal; RGB, row by row.
struct CaptionBand: Sendable {
  let height: Int
  private(set) var bytes: [UInt8]

  private static let ground = Ink(0x0b0b10)

  init?(_ facts: EditFacts, size: PixelSize, palette: Palette) {
    guard let layout = CaptionLayout(facts, size: size) else { return nil }
    height = layout.height
    var drawing = CaptionDrawing(size: PixelSize(width: size.width, height: height), ground: Self.ground)
    let text = layout.drawnText(width: size.width)
    let split = layout.metrics.detailsTop(lines: layout.promptLines.count) - layout.metrics.margin / 3
    drawing.fill(0..<layout.metrics.rule, with: palette.tint)
    drawing.paint(text, rows: 0..<split, with: palette.paper)
    drawing.paint(text, rows: split..<height, with: palette.detailColour)
    if let place = layout.seal { drawing.stamp(Seal(facts), at: place, with: palette.sealColour) }
    bytes = drawing.bytes
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

/// The pixels of the band while it is drawn.
private struct CaptionDrawing {
  let size: PixelSize
  let ground: Ink
  var bytes: [UInt8]

  init(size: PixelSize, ground: Ink) {
    self.size = size
    self.ground = ground
    bytes = Array(repeating: 0, count: size.width * size.height * 3)
    fill(0..<size.height, with: ground)
  }

  mutating func fill(_ rows: Range<Int>, with ink: Ink) {
    for pixel in rows.lowerBound * size.width..<rows.upperBound * size.width { set(pixel, ink) }
  }

  mutating func paint(_ text: CoverageCanvas, rows: Range<Int>, with ink: Ink) {
    // Sixteen strengths are enough for smooth edges, and compress better than 256.
    let shades = (0...15).map { ground.mixed(with: ink, $0, of: 15) }
    for pixel in rows.lowerBound * size.width..<rows.upperBound * size.width where text.coverage[pixel] >= 16 {
      set(pixel, shades[Int(text.coverage[pixel] >> 4)])
    }
  }

  mutating func stamp(_ seal: Seal, at place: SealPlace, with ink: Ink) {
    let side = place.cell * Seal.side
    for y in 0..<side {
      for x in 0..<side where seal.isPrinted(column: x / place.cell, row: y / place.cell) {
        set((place.top + y) * size.width + place.left + x, ink)
      }
    }
  }

  private mutating func set(_ pixel: Int, _ ink: Ink) {
    bytes[pixel &* 3] = ink.red
    bytes[pixel &* 3 &+ 1] = ink.green
    bytes[pixel &* 3 &+ 2] = ink.blue
  }
}
