internal import Images

/// Draws the caption in RGB, row by row: a rule, a near-black band, the text and the identicon.
struct CaptionBand: Sendable {
  let height: Int
  private let text: CoverageCanvas
  /// From the top: where rows of a kind end, and the colour of each coverage there.
  private let inks: [(end: Int, colours: [UInt32])]
  private let identicon: PositionedIdenticon?

  private static let ground = RGB(0x0b0b10)

  init?(_ facts: EditFacts, size: PixelSize, palette: Palette) {
    guard let layout = CaptionLayout(facts, size: size) else { return nil }
    height = layout.height
    text = layout.drawnText(width: size.width)
    inks = [
      (layout.metrics.rule, Self.shades(of: palette.paper, on: palette.tint)),
      (layout.detailsInkTop, Self.shades(of: palette.paper, on: Self.ground)),
      (layout.height, Self.shades(of: palette.detailColour, on: Self.ground)),
    ]
    identicon = layout.identicon.map { PositionedIdenticon(identicon: Identicon(facts), position: $0, ink: palette.identiconColour) }
  }

  /// Overwrites an RGB row of the picture's width with row `y` of the band.
  func draw(row y: Int, on row: inout [UInt8]) {
    guard let colours = inks.first(where: { y < $0.end })?.colours else { return }
    PixelRows.print(text.coverage.span.extracting(y * text.width..<(y + 1) * text.width), in: colours, on: &row)
    identicon?.stamp(row: y, on: &row)
  }

  /// Gives each coverage its colour, in sixteen strengths: enough for smooth edges, and they compress better than 256.
  ///
  /// The first is the paper, which is the rule's colour in the rule.
  private static func shades(of ink: RGB, on paper: RGB) -> [UInt32] {
    let strengths = [paper] + (1...15).map { ground.mixed(with: ink, $0, of: 15) }
    return (0...255).map { strengths[$0 >> 4].packed }
  }
}

extension Palette {
  /// Lightens the tint until it can be read on the band.
  fileprivate var detailColour: RGB { tint.mixed(with: paper, max(20, 75 - tint.luminance / 4), of: 100) }

  /// Lightens the tint where it is as dark as the band.
  fileprivate var identiconColour: RGB { tint.mixed(with: paper, max(0, 40 - tint.luminance / 3), of: 100) }
}
