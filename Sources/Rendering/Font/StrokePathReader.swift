/// Reads the text form of a ``StrokePath``.
struct StrokePathReader {
  private var tokens: [Substring]
  private var x = 0
  private var y = 0

  init(_ text: String) {
    tokens = text.split(separator: " ").reversed()
  }

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

  /// Keeps the pen's place, for `H` and `V`.
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

  /// The comma-separated numbers behind the command letter, in sixteenths.
  private static func numbers(_ token: Substring) -> [Int] {
    token.drop { $0.isLetter || $0 == ";" }.split(separator: ",").compactMap { number in
      let parts = number.split(separator: ".")
      guard let whole = parts.first.flatMap({ Int($0) }) else { return nil }
      return whole * 16 + (parts.count > 1 ? (number.first == "-" ? -8 : 8) : 0)
    }
  }
}
