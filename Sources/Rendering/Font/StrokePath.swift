/// Reads a glyph's pen strokes from a short text: `M0,0 V20 M0,10 H10` is a stem with a bar to the right of its middle.
///
/// `M x,y` moves the pen, further pairs draw lines, as do `H x` and `V y`; `A cx,cy,rx,ry,from,to` draws an arc of an ellipse and a
/// line to its beginning, `O cx,cy,rx,ry` a whole ellipse, `D x,y` a dot, `;` lifts the pen. Numbers are font units, in
/// halves at most (`4.5`); angles are degrees in steps of 15, 0 to the right and 90 down. The capitals' top is at y 0, the baseline at
/// y 20, the small letters' top at y 6, descenders end at y 26.
struct StrokePath: Sendable, Equatable {
  /// Coordinates are in 1/16 font unit.
  enum Element: Sendable, Equatable {
    case move(Int, Int)
    case line(Int, Int)
    case arc(left: Int, top: Int, right: Int, bottom: Int, from: Int, to: Int)
    case dot(Int, Int)
    case lift
  }

  private(set) var elements: [Element]

  init(_ text: String) {
    var reader = StrokePathReader(text)
    elements = reader.elements()
  }

  private init(elements: [Element]) { self.elements = elements }

  /// Scales every point by `width / 320` and `height / 320`, then moves it, all in 1/16 font unit.
  func placed(x: Int, y: Int, width: Int = 320, height: Int = 320) -> StrokePath {
    func h(_ value: Int) -> Int { x + value * width / 320 }
    func v(_ value: Int) -> Int { y + value * height / 320 }
    return StrokePath(
      elements: elements.map { element in
        switch element {
        case .move(let x, let y): .move(h(x), v(y))
        case .line(let x, let y): .line(h(x), v(y))
        case .arc(let left, let top, let right, let bottom, let from, let to):
          .arc(left: h(left), top: v(top), right: h(right), bottom: v(bottom), from: from, to: to)
        case .dot(let x, let y): .dot(h(x), v(y))
        case .lift: .lift
        }
      })
  }

  /// Joins two paths, with the pen lifted between.
  static func + (left: StrokePath, right: StrokePath) -> StrokePath { StrokePath(elements: left.elements + [.lift] + right.elements) }
}

/// Reads the text form of a ``StrokePath``; what cannot be read is left out.
private struct StrokePathReader {
  private var tokens: [Substring]
  private var x = 0
  private var y = 0

  init(_ text: String) { tokens = text.split(separator: " ").reversed() }

  mutating func elements() -> [StrokePath.Element] {
    var elements: [StrokePath.Element] = []
    while let token = tokens.popLast() {
      let numbers = Self.numbers(token)
      switch (token.first, numbers.count) {
      case (";", _): elements.append(.lift)
      case ("M", 2): elements.append(.move(numbers[0], numbers[1]))
      case ("D", 2): elements.append(.dot(numbers[0], numbers[1]))
      case ("H", 1): elements.append(.line(numbers[0], y))
      case ("V", 1): elements.append(.line(x, numbers[0]))
      case ("O", 4): elements += [.lift, Self.arc(numbers + [0, 360 * 16]), .lift]
      case ("A", 6): elements.append(Self.arc(numbers))
      case (_, 2): elements.append(.line(numbers[0], numbers[1]))
      default: continue
      }
      follow(elements.last)
    }
    return elements
  }

  /// Keeps the pen's position, for `H` and `V`.
  private mutating func follow(_ element: StrokePath.Element?) {
    switch element {
    case .move(let x, let y), .line(let x, let y): (self.x, self.y) = (x, y)
    case .arc(let left, let top, let right, let bottom, _, let to):
      x = (left + right) / 2 + (right - left) / 2 * Arc.cosine(to) / Arc.one
      y = (top + bottom) / 2 + (bottom - top) / 2 * Arc.sine(to) / Arc.one
    default: break
    }
  }

  private static func arc(_ n: [Int]) -> StrokePath.Element {
    .arc(left: n[0] - n[2], top: n[1] - n[3], right: n[0] + n[2], bottom: n[1] + n[3], from: n[4] / 16, to: n[5] / 16)
  }

  /// Gives the comma-separated numbers behind the command letter, in sixteenths.
  private static func numbers(_ token: Substring) -> [Int] {
    token.drop { $0.isLetter || $0 == ";" }.split(separator: ",").compactMap { number in
      let parts = number.split(separator: ".")
      guard let whole = parts.first.flatMap({ Int($0) }) else { return nil }
      return whole * 16 + (parts.count > 1 ? (number.first == "-" ? -8 : 8) : 0)
    }
  }
}
