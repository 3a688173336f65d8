extension Path {
  /// A straight line of that width.
  static func line(_ from: (Int, Int), _ to: (Int, Int), width: Int) -> Path {
    let (start, end) = (Point(from.0, from.1), Point(to.0, to.1))
    let (x, y) = (end.x - start.x, end.y - start.y)
    let length = max(squareRoot(x * x + y * y), 1)
    let (acrossX, acrossY) = (-y * width * Point.unit / 2 / length, x * width * Point.unit / 2 / length)
    return Path(outlines: [
      [
        Point(partsX: start.x + acrossX, partsY: start.y + acrossY), Point(partsX: end.x + acrossX, partsY: end.y + acrossY),
        Point(partsX: end.x - acrossX, partsY: end.y - acrossY), Point(partsX: start.x - acrossX, partsY: start.y - acrossY),
      ]
    ])
  }

  /// A flat lens, as a small wave or a glint of light shows on water: pointed ends, `bow` bends it upwards.
  static func ripple(x: Int, y: Int, length: Int, thickness: Int, bow: Int = 0) -> Path {
    .smooth([
      (x - length / 2, y), (x - length / 4, y - thickness / 2 - bow * 3 / 4), (x, y - thickness / 2 - bow),
      (x + length / 4, y - thickness / 2 - bow * 3 / 4), (x + length / 2, y), (x + length / 4, y + thickness / 2 - bow * 3 / 4),
      (x, y + thickness / 2 - bow), (x - length / 4, y + thickness / 2 - bow * 3 / 4),
    ])
  }
}
