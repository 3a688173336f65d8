/// A glyph's pen strokes, written as a short text.
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

  /// Every point moved and scaled: first scaled by `width / 20` and `height / 20`, then moved, all in 1/16 font unit.
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

  static func + (left: StrokePath, right: StrokePath) -> StrokePath {
    StrokePath(elements: left.elements + [.lift] + right.elements)
  }
}
