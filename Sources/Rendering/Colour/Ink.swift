/// An opaque colour, 8 bits a channel.
struct Ink: Sendable, Equatable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8

  /// From `0xRRGGBB`.
  init(_ hex: UInt32) {
    red = UInt8(truncatingIfNeeded: hex >> 16)
    green = UInt8(truncatingIfNeeded: hex >> 8)
    blue = UInt8(truncatingIfNeeded: hex)
  }

  init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// How bright it is, 0...255: Rec. 601 weights in 1/256.
  var luminance: Int { (77 * Int(red) + 150 * Int(green) + 29 * Int(blue) + 128) >> 8 }

  /// The colour `part / whole` of the way to `other`, rounded to nearest.
  func mixed(with other: Ink, _ part: Int, of whole: Int) -> Ink {
    func between(_ from: UInt8, _ to: UInt8) -> UInt8 {
      UInt8(clamping: (Int(from) * (whole - part) + Int(to) * part + whole / 2) / whole)
    }
    return Ink(red: between(red, other.red), green: between(green, other.green), blue: between(blue, other.blue))
  }
}
