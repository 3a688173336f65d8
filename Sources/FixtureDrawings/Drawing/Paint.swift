/// What a shape is filled with: one ink, or inks that run into each other along a line.
enum Paint {
  case flat(Ink)
  /// Inks by y, in bands of a few pixels: they are not seen, and a row like the one above it costs a PNG nothing.
  case vertical(Gradient)
  /// Inks by x, in narrower bands.
  case horizontal(Gradient)
  /// Inks by the distance from a point, in thousandths of the radii.
  case radial(Point, radiusX: Int, radiusY: Int, Gradient)

  static func flat(_ colour: Int, opacity: Int = 255) -> Paint { .flat(Ink(colour, opacity: opacity)) }

  /// Whether all points of one height get the same ink.
  var isSameAlongRows: Bool {
    switch self {
    case .flat, .vertical: true
    case .horizontal, .radial: false
    }
  }

  func ink(at point: Point) -> Ink {
    switch self {
    case .flat(let ink): return ink
    case .vertical(let gradient): return gradient.ink(at: point.y.middle(ofBand: 8 * Point.unit))
    case .horizontal(let gradient): return gradient.ink(at: point.x.middle(ofBand: 4 * Point.unit))
    case .radial(let centre, let radiusX, let radiusY, let gradient):
      let x = (point.x - centre.x) * 1000 / (radiusX * Point.unit)
      let y = (point.y - centre.y) * 1000 / (radiusY * Point.unit)
      return gradient.ink(at: squareRoot(x * x + y * y) * Point.unit)
    }
  }
}

/// Inks at places of a line; between two places they are mixed, outside of all the nearest one holds.
struct Gradient {
  private let stops: [(place: Int, ink: Ink)]

  /// - Parameter stops: places in scene units, rising.
  init(_ stops: [(Int, Ink)]) { self.stops = stops.map { ($0.0 * Point.unit, $0.1) } }

  /// - Parameter stops: places in scene units, rising, and colours as `0xRRGGBB`.
  init(_ stops: [(Int, Int)]) { self.init(stops.map { ($0.0, Ink($0.1)) }) }

  /// - Parameter place: in parts of a scene unit, as coordinates of a ``Point`` are.
  func ink(at place: Int) -> Ink {
    guard let next = stops.firstIndex(where: { $0.place > place }) else { return stops[stops.count - 1].ink }
    guard next > 0 else { return stops[0].ink }
    let (from, to) = (stops[next - 1], stops[next])
    return from.ink.mixed(with: to.ink, part: place - from.place, of: to.place - from.place)
  }
}

extension Int {
  fileprivate func middle(ofBand height: Int) -> Int { self / height * height + height / 2 }
}

/// The largest number whose square is not above `number`.
func squareRoot(_ number: Int) -> Int {
  guard number > 1 else { return number }
  var root = 1 << ((Int.bitWidth - number.leadingZeroBitCount + 1) / 2)
  while true {
    let better = (root + number / root) / 2
    if better >= root { return root }
    root = better
  }
}
