internal import Images

/// A printer's seal: a small square whose pattern stands for everything that was asked.
///
/// Two requests that look alike, for example two long prompts that differ only behind the cut, still have different seals, so
/// a person can tell at a glance whether two pictures answer the same request.
struct Seal: Sendable, Equatable {
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

/// Where the seal is, in pixels, from the left edge and the band's top.
struct SealPlace: Sendable, Equatable {
  let left: Int
  let top: Int
  /// Pixels along the side of one of its cells.
  let cell: Int

  init?(_ metrics: CaptionMetrics, size: PixelSize) {
    let room = metrics.height(lines: 1, details: metrics.showsDetails) - metrics.rule - metrics.margin
    // Never more than a ninth of the width: the words come first.
    cell = min(room, size.width / 9) / Seal.side
    guard cell >= 2 else { return nil }
    left = size.width - metrics.margin - cell * Seal.side
    top = metrics.rule + metrics.margin / 2 + (room - cell * Seal.side) / 2
  }
}
