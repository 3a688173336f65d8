extension Ink {
  /// The same colour turned around the colour wheel, saturation and value kept; greys stay as they are.
  ///
  /// Degrees may be negative. Hue is counted in 1/1536 of the wheel (six sextants of 256), so the arithmetic is exact.
  func turned(byDegrees degrees: Int) -> Ink {
    let high = Int(max(red, green, blue))
    let range = high - Int(min(red, green, blue))
    guard range > 0, degrees % 360 != 0 else { return self }
    let turned = hue(high: high, range: range) + degrees * 1536 / 360
    return Ink(hue: ((turned % 1536) + 1536) % 1536, low: high - range, range: range)
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
