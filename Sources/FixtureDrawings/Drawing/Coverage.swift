internal import Pixels

/// How much of each pixel lies inside a path: 0 is none of it, 255 all.
struct Coverage {
  /// The pixels that may hold anything but 0.
  let rows: Range<Int>
  let columns: Range<Int>
  private var samples: [UInt8] = []

  /// Each row of pixels is cut into that many lines; along a line the part that is inside is measured exactly.
  private static let linesPerPixel = 8

  /// Soft edges have that many steps: with 16 the pictures look the same, and the PNG files are almost half as large again.
  private static let levels = 4

  init(of path: Path, in frame: Frame) {
    let edges = path.outlines.flatMap { Edge.around($0.map(frame.place)) }
    columns = Self.pixels(edges.flatMap { [$0.from.x, $0.to.x] }, limit: frame.size.width)
    rows = columns.isEmpty ? 0..<0 : Self.pixels(edges.flatMap { [$0.top, $0.bottom] }, limit: frame.size.height)
    samples.reserveCapacity(rows.count * columns.count)
    for y in rows { append(row: y, edges.filter { $0.top < (y + 1) * Frame.pixel && $0.bottom > y * Frame.pixel }) }
  }

  /// 0 outside of ``rows`` and ``columns``.
  func cover(x: Int, y: Int) -> Int {
    guard rows.contains(y), columns.contains(x) else { return 0 }
    return Int(samples[(y - rows.lowerBound) * columns.count + x - columns.lowerBound])
  }

  private static func pixels(_ places: [Int], limit: Int) -> Range<Int> {
    let first = max((places.min() ?? 0) / Frame.pixel, 0)
    let end = min((places.max() ?? 0) / Frame.pixel + 1, limit)
    return first..<max(first, end)
  }

  /// Adds one row: `steps` holds the change of the inside from each column to the next.
  private mutating func append(row y: Int, _ edges: [Edge]) {
    var steps = Array(repeating: 0, count: columns.count + 1)
    let left = columns.lowerBound * Frame.pixel
    let right = columns.upperBound * Frame.pixel
    for line in 0..<Self.linesPerPixel {
      let height = y * Frame.pixel + (2 * line + 1) * Frame.pixel / (2 * Self.linesPerPixel)
      for (x, sign) in Edge.boundaries(edges, at: height) where x < right {
        let (column, rest) = (max(x - left, 0) / Frame.pixel, max(x - left, 0) % Frame.pixel)
        steps[column] += sign * (Frame.pixel - rest)
        steps[column + 1] += sign * rest
      }
    }
    let whole = Frame.pixel * Self.linesPerPixel
    var inside = 0
    for step in steps.dropLast() {
      inside += step
      samples.append(UInt8((inside * Self.levels + whole / 2) / whole * 255 / Self.levels))
    }
  }
}
