internal import Images

/// Adds a pattern to the luminance before it falls into a step, so that tones between two steps show as dots or lines.
///
/// The pattern is a small square tile that repeats. Flat steps have no pattern; they compress best and are the fastest to draw.
struct Halftone: Sendable, Equatable {
  enum Pattern: Int, Sendable, CaseIterable { case flat, dots, lines, hatch, weave }

  /// Pixels along the side of the tile.
  let side: Int
  /// Row by row, −255...255.
  let offsets: [Int16]

  /// - Parameters:
  ///   - cell: distance of two dots or lines in pixels, at least 4.
  init(_ pattern: Pattern, cell: Int) {
    let cell = max(cell, 4)
    side = pattern == .flat ? 1 : cell
    offsets = (0..<side * side).map { [side] in Int16(min(max(pattern.offset(x: $0 % side, y: $0 / side, side: side), -255), 255)) }
  }

  /// Gives what is added in row `y` of a picture, again and again.
  func row(_ y: Int) -> ArraySlice<Int16> { offsets[y % side * side..<(y % side + 1) * side] }
}

extension Halftone.Pattern {
  fileprivate func offset(x: Int, y: Int, side: Int) -> Int {
    let across = Self.wave(x, side)
    let down = Self.wave(y, side)
    return switch self {
    case .flat: 0
    case .dots: (across + down) * 3 / 8
    case .lines: down / 2
    case .hatch: Self.wave((x + y) % side, side) / 2
    case .weave: max(Self.wave((x + y) % side, side), Self.wave((x + side - y) % side, side)) * 5 / 8 - 28
    }
  }

  /// Gives a wave over `side` pixels that looks like a cosine, −96...96: two parabolas, so that it needs no table.
  private static func wave(_ position: Int, _ side: Int) -> Int {
    // Odd numbers over 2·side, symmetrical in the tile.
    let phase = (2 * position + 1) * 1024 / (2 * side)
    let half = phase % 512
    let arc = 96 * 4 * half * (512 - half) / (512 * 512)
    return phase < 512 ? arc : -arc
  }
}

extension Halftone {
  /// Makes the pattern with a cell that looks alike at every output size.
  init(_ pattern: Pattern, for size: PixelSize) { self.init(pattern, cell: (size.width + size.height) / 150) }
}
