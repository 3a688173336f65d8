/// Collects how much of each pixel strokes cover, 0...255. Where strokes cross, the larger coverage counts, so that a crossing is no
/// darker.
struct CoverageCanvas: Sendable, Equatable {
  let width: Int
  let height: Int
  private(set) var coverage: [UInt8]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    coverage = Array(repeating: 0, count: width * height)
  }

  /// Draws a round-ended stroke; points and thickness are in 1/16 pixel. The strength is the most that a pixel is covered, 0...255: less
  /// than 255 is a fainter stroke.
  mutating func stroke(from start: PenPoint, to end: PenPoint, thickness: Int, strength: Int = 255) {
    let reach = thickness / 2 + 8
    let segment = PenSegment(start, end)
    let rows = range(min(start.y, end.y) - reach, max(start.y, end.y) + reach, limit: height)
    let columns = range(min(start.x, end.x) - reach, max(start.x, end.x) + reach, limit: width)
    let width = width
    var pixels = coverage.mutableSpan
    for y in rows {
      for x in columns {
        let distance = segment.distance(to: PenPoint(x: x &* 16 &+ 8, y: y &* 16 &+ 8), from: reach - 16, to: reach)
        let index = y &* width &+ x
        pixels[index] = max(pixels[index], UInt8(truncatingIfNeeded: min((reach &- distance) &* 16, strength)))
      }
    }
  }

  private func range(_ from: Int, _ to: Int, limit: Int) -> Range<Int> {
    let first = min(max(from >> 4, 0), limit)
    return first..<max(first, min((to >> 4) + 1, limit))
  }
}

/// Names a point on a canvas, in 1/16 pixel.
struct PenPoint: Sendable, Equatable {
  var x: Int
  var y: Int
}

/// Measures how far points are from a straight piece of a stroke.
///
/// Arithmetic wraps: no product of two lengths on a canvas comes near 64 bits, and this is done for every pixel around a stroke.
struct PenSegment: Sendable {
  private let start: PenPoint
  private let dx: Int
  private let dy: Int
  private let length: Int

  init(_ start: PenPoint, _ end: PenPoint) {
    self.start = start
    dx = end.x - start.x
    dy = end.y - start.y
    length = (dx * dx + dy * dy).squareRootRoundedDown
  }

  /// Gives the distance of a point, rounded down; `near` for everything that is nearer, `far` for everything that is farther. Most points
  /// are one or the other, and that takes no division and no root.
  func distance(to point: PenPoint, from near: Int, to far: Int) -> Int {
    let (x, y) = (point.x &- start.x, point.y &- start.y)
    let along = x &* dx &+ y &* dy
    if along > 0, along < length &* length {
      let area = abs(x &* dy &- y &* dx)
      if area >= far &* length { return far }
      return area < near &* length ? near : area / length
    }
    let (ex, ey) = along <= 0 ? (x, y) : (x &- dx, y &- dy)
    let square = ex &* ex &+ ey &* ey
    if square >= far &* far { return far }
    return square < max(near, 0) &* near ? near : square.squareRootRoundedDown
  }
}

extension Int {
  /// Gives the largest whole number whose square is not greater; 0 for negative numbers.
  var squareRootRoundedDown: Int {
    guard self > 0 else { return 0 }
    var root = 1 << ((Int.bitWidth - leadingZeroBitCount + 1) / 2)
    while true {
      let next = (root + self / root) / 2
      if next >= root { return root }
      root = next
    }
  }
}
