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

  /// Gives each coverage its colour, in sixteen strengths: enough for smooth edges, and they compress better than 256. The first is the
  /// paper, which is the rule's colour in the rule.
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

/// Draws a hash of everything that was asked as the pattern of a small square.
///
/// Two requests that look alike, for example two long prompts that differ only behind the cut, still have different identicons, so
/// a person can tell at a glance whether two pictures answer the same request.
struct Identicon: Sendable, Equatable {
  /// Cells along a side: six of the pattern and a border.
  static let side = 8

  private let pattern: UInt64

  init(_ facts: EditFacts) {
    var hash = StableHash()
    for text in [facts.endpoint, facts.model, facts.prompt] + facts.details { hash.combine(text) }
    hash.combine(facts.seed)
    hash.combine(UInt64(bitPattern: Int64(facts.variation)))
    pattern = hash.value
  }

  /// Whether the cell is printed; cells of the border are, except for the corners.
  func isPrinted(column: Int, row: Int) -> Bool {
    let inside = 1..<Self.side - 1
    guard inside.contains(column), inside.contains(row) else { return inside.contains(column) || inside.contains(row) }
    return pattern >> UInt64((row - 1) * inside.count + column - 1) & 1 == 1
  }
}

/// Positions the identicon in pixels, from the left edge and the band's top; nil where there is no room.
struct IdenticonPosition: Sendable, Equatable {
  let left: Int
  let top: Int
  /// Pixels along the side of one of its cells.
  let cell: Int

  init?(_ metrics: CaptionMetrics, size: PixelSize) {
    let room = metrics.height(lines: 1, details: metrics.showsDetails) - metrics.rule - metrics.margin
    // Never more than a ninth of the width: the words come first.
    cell = min(room, size.width / 9) / Identicon.side
    guard cell >= 2 else { return nil }
    left = size.width - metrics.margin - cell * Identicon.side
    top = metrics.rule + metrics.margin / 2 + (room - cell * Identicon.side) / 2
  }
}

/// Prints the identicon in its ink, at its position in the band.
struct PositionedIdenticon: Sendable {
  let identicon: Identicon
  let position: IdenticonPosition
  let ink: RGB

  func stamp(row y: Int, on row: inout [UInt8]) {
    let line = (y - position.top) / position.cell
    guard y >= position.top, line < Identicon.side else { return }
    for x in 0..<position.cell * Identicon.side where identicon.isPrinted(column: x / position.cell, row: line) {
      let pixel = (position.left + x) * 3
      row[pixel] = ink.red
      row[pixel + 1] = ink.green
      row[pixel + 2] = ink.blue
    }
  }
}
