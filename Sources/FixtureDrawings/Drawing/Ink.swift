/// A colour and how much of what lies under it it hides.
struct Ink: Equatable {
  var red: Int
  var green: Int
  var blue: Int
  /// 0 is glass, 255 hides all.
  var opacity: Int

  /// - Parameter colour: `0xRRGGBB`.
  init(_ colour: Int, opacity: Int = 255) {
    red = colour >> 16 & 255
    green = colour >> 8 & 255
    blue = colour & 255
    self.opacity = opacity
  }

  /// The ink `part` of `whole` on the way to another one.
  func mixed(with other: Ink, part: Int, of whole: Int) -> Ink {
    func between(_ from: Int, _ to: Int) -> Int { (from * (whole - part) + to * part + whole / 2) / whole }
    var mixed = self
    mixed.red = between(red, other.red)
    mixed.green = between(green, other.green)
    mixed.blue = between(blue, other.blue)
    mixed.opacity = between(opacity, other.opacity)
    return mixed
  }
}
