/// A place in a scene, in 64ths of a scene unit.
struct Point: Equatable {
  static let unit = 64

  var x: Int
  var y: Int

  /// A place in whole scene units.
  init(_ x: Int, _ y: Int) {
    self.x = x * Self.unit
    self.y = y * Self.unit
  }

  init(partsX: Int, partsY: Int) {
    x = partsX
    y = partsY
  }
}

/// Closed outlines, made of straight pieces; what they wind around is inside.
struct Path {
  let outlines: [[Point]]

  /// - Parameter corners: in scene units.
  static func polygon(_ corners: [(Int, Int)]) -> Path { Path(outlines: [corners.map { Point($0.0, $0.1) }]) }

  static func rectangle(x: Int, y: Int, width: Int, height: Int) -> Path {
    polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
  }

  /// All of the paths' outlines as one shape; turned the same way round, so that they do not cut holes into each other.
  static func joined(_ paths: [Path]) -> Path {
    Path(outlines: paths.flatMap(\.outlines).map { isClockwise($0) ? $0 : $0.reversed() })
  }

  private static func isClockwise(_ outline: [Point]) -> Bool {
    zip(outline, outline.dropFirst() + outline.prefix(1)).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } > 0
  }

  func moved(x: Int, y: Int) -> Path {
    mapped { Point(partsX: $0.x + x * Point.unit, partsY: $0.y + y * Point.unit) }
  }

  /// Stretched to `percentX` and `percentY` of its size; `centre`, in scene units, stays where it is.
  func stretched(percentX: Int, percentY: Int, centre: (x: Int, y: Int)) -> Path {
    let centre = Point(centre.x, centre.y)
    return mapped {
      Point(partsX: centre.x + ($0.x - centre.x) * percentX / 100, partsY: centre.y + ($0.y - centre.y) * percentY / 100)
    }
  }

  private func mapped(_ move: (Point) -> Point) -> Path { Path(outlines: outlines.map { $0.map(move) }) }
}
