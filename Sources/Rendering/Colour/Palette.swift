/// The two inks of a print and its paper.
struct Palette: Sendable, Equatable {
  /// The deep tone of the shadows.
  var shadow: Ink
  /// The prompt's own colour: the middle tones, the rule above the caption and the seal.
  var tint: Ink
  /// The lights.
  var paper: Ink

  init(_ shadow: UInt32, _ tint: UInt32, _ paper: UInt32) {
    self.shadow = Ink(shadow)
    self.tint = Ink(tint)
    self.paper = Ink(paper)
  }

  /// The tint turned by some degrees, and the shadow turned by others; the paper stays.
  func turned(tint tintDegrees: Int, shadow shadowDegrees: Int) -> Palette {
    var turned = self
    turned.tint = tint.turned(byDegrees: tintDegrees)
    turned.shadow = shadow.turned(byDegrees: shadowDegrees)
    return turned
  }
}
