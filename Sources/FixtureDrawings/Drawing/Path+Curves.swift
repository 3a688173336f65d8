extension Path {
  private static let piecesPerCurve = 12

  /// A closed, soft outline through the points, in scene units (a uniform Catmull-Rom spline).
  static func smooth(_ points: [(Int, Int)]) -> Path {
    let points = points.map { Point($0.0, $0.1) }
    var outline: [Point] = []
    for index in points.indices {
      let (before, start) = (points[(index + points.count - 1) % points.count], points[index])
      let (end, after) = (points[(index + 1) % points.count], points[(index + 2) % points.count])
      let leaving = Point(partsX: start.x + (end.x - before.x) / 6, partsY: start.y + (end.y - before.y) / 6)
      let arriving = Point(partsX: end.x - (after.x - start.x) / 6, partsY: end.y - (after.y - start.y) / 6)
      outline += curve(start, leaving, arriving, end)
    }
    return Path(outlines: [outline])
  }

  static func ellipse(x: Int, y: Int, radiusX: Int, radiusY: Int) -> Path {
    // The handles of a quarter circle, in 65,536ths of its radius.
    let handle = 36_195
    func point(_ right: Int, _ down: Int) -> Point {
      let (right, down) = (right * radiusX * Point.unit / 65_536, down * radiusY * Point.unit / 65_536)
      return Point(partsX: x * Point.unit + right, partsY: y * Point.unit + down)
    }
    var outline: [Point] = []
    for (right, down) in [(1, 0), (0, 1), (-1, 0), (0, -1)] {
      let (full, bent) = ((65_536 * right, 65_536 * down), (handle * right, handle * down))
      // The next corner is a quarter turn on: (right, down) becomes (-down, right).
      let start = point(full.0, full.1)
      let leaving = point(full.0 - bent.1, full.1 + bent.0)
      let arriving = point(bent.0 - full.1, bent.1 + full.0)
      outline += curve(start, leaving, arriving, point(-full.1, full.0))
    }
    return Path(outlines: [outline])
  }

  static func disc(x: Int, y: Int, radius: Int) -> Path { ellipse(x: x, y: y, radiusX: radius, radiusY: radius) }

  /// A cubic Bézier curve as points, without its end.
  private static func curve(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> [Point] {
    let whole = piecesPerCurve
    return (0..<whole).map { part in
      let rest = whole - part
      let weights = [rest * rest * rest, 3 * rest * rest * part, 3 * rest * part * part, part * part * part]
      func blend(_ values: [Int]) -> Int { zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } / (whole * whole * whole) }
      return Point(partsX: blend([a.x, b.x, c.x, d.x]), partsY: blend([a.y, b.y, c.y, d.y]))
    }
  }
}
