/// A piece of an outline, in 256ths of a pixel.
struct Edge {
  let from: (x: Int, y: Int)
  let to: (x: Int, y: Int)

  var top: Int { min(from.y, to.y) }
  var bottom: Int { max(from.y, to.y) }

  /// The edges of a closed outline.
  static func around(_ corners: [(x: Int, y: Int)]) -> [Edge] {
    corners.indices.map { Edge(from: corners[$0], to: corners[($0 + 1) % corners.count]) }
  }

  /// Where a horizontal line enters (+1) and leaves (-1) what the edges wind around, from left to right.
  static func boundaries(_ edges: [Edge], at y: Int) -> [(x: Int, sign: Int)] {
    let crossings = edges.compactMap { $0.crossing(at: y) }.sorted { $0.x < $1.x }
    var boundaries: [(x: Int, sign: Int)] = []
    var winding = 0
    for (x, turn) in crossings {
      let before = winding
      winding += turn
      if before == 0 { boundaries.append((x, 1)) } else if winding == 0 { boundaries.append((x, -1)) }
    }
    return boundaries
  }

  private func crossing(at y: Int) -> (x: Int, turn: Int)? {
    guard top <= y, y < bottom else { return nil }
    return (from.x + (to.x - from.x) * (y - from.y) / (to.y - from.y), to.y > from.y ? 1 : -1)
  }
}
