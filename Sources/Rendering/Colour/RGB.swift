/// Holds an opaque colour, 8 bits a channel.
struct RGB: Sendable, Equatable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8

  /// Reads `0xRRGGBB`.
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

  /// Says how bright the colour is, 0...255: Rec. 601 weights in 1/256.
  var luminance: Int { (77 * Int(red) + 150 * Int(green) + 29 * Int(blue) + 128) >> 8 }

  /// Gives the colour `part / whole` of the way to `other`, rounded to nearest.
  func mixed(with other: RGB, _ part: Int, of whole: Int) -> RGB {
    func between(_ from: UInt8, _ to: UInt8) -> UInt8 { UInt8(clamping: (Int(from) * (whole - part) + Int(to) * part + whole / 2) / whole) }
    return RGB(red: between(red, other.red), green: between(green, other.green), blue: between(blue, other.blue))
  }
}

extension RGB {
  /// Turns the colour around the colour wheel, saturation and value kept; greys stay as they are.
  ///
  /// Degrees may be negative. Hue is counted in 1/1536 of the wheel (six sextants of 256), so the arithmetic is exact.
  func turned(byDegrees degrees: Int) -> RGB {
    let high = Int(max(red, green, blue))
    let range = high - Int(min(red, green, blue))
    guard range > 0, degrees % 360 != 0 else { return self }
    let turned = hue(high: high, range: range) + degrees * 1536 / 360
    return RGB(hue: ((turned % 1536) + 1536) % 1536, low: high - range, range: range)
  }

  private func hue(high: Int, range: Int) -> Int {
    let (r, g, b) = (Int(red), Int(green), Int(blue))
    if r == high { return (g - b) * 256 / range }
    if g == high { return 512 + (b - r) * 256 / range }
    return 1024 + (r - g) * 256 / range
  }

  private init(hue: Int, low: Int, range: Int) {
    let rising = low + range * (hue & 255) / 256
    let falling = low + range * (256 - (hue & 255)) / 256
    let high = low + range
    let (r, g, b) =
      switch hue >> 8 {
      case 0: (high, rising, low)
      case 1: (falling, high, low)
      case 2: (low, high, rising)
      case 3: (low, falling, high)
      case 4: (rising, low, high)
      default: (high, low, falling)
      }
    self.init(red: UInt8(clamping: r), green: UInt8(clamping: g), blue: UInt8(clamping: b))
  }
}

extension RGB {
  /// Packs red, green, blue and a zero, in the order they have in a row.
  var packed: UInt32 { UInt32(littleEndian: UInt32(red) | UInt32(green) << 8 | UInt32(blue) << 16) }
}
