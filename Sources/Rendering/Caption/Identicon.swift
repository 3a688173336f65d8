internal import Images

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
