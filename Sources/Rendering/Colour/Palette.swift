/// Holds the two inks of a print and its paper.
struct Palette: Sendable, Equatable {
  /// The deep tone of the shadows.
  var shadow: RGB
  /// The prompt's own colour: the middle tones, the rule above the caption and the identicon.
  var tint: RGB
  /// The lights.
  var paper: RGB

  init(_ shadow: UInt32, _ tint: UInt32, _ paper: UInt32) {
    self.shadow = RGB(shadow)
    self.tint = RGB(tint)
    self.paper = RGB(paper)
  }

  /// Turns the tint by some degrees, and the shadow by others; the paper stays.
  func turned(tint tintDegrees: Int, shadow shadowDegrees: Int) -> Palette {
    var turned = self
    turned.tint = tint.turned(byDegrees: tintDegrees)
    turned.shadow = shadow.turned(byDegrees: shadowDegrees)
    return turned
  }
}

/// Names the palettes that were mixed by hand: each looks well with a photograph, dark to light without mud.
///
/// Colours are shadow, tint, paper. The order is part of the pictures: a hash picks by index.
enum NamedPalette: Int, Sendable, CaseIterable {
  case red, vermilion, orange, amber, yellow, lime, green, forest, mint, teal, cyan, sky, blue, indigo
  case violet, magenta, pink, rose, coral, dusk
  // Only ever chosen by a word of the prompt: they are quiet, and a hash should not make a picture quiet.
  case brown, gold, silver, grey, black, white, snow, night

  /// How many of the first cases a hash may choose.
  static let lively = 20

  var palette: Palette {
    switch self {
    case .red: Palette(0x1b0c2e, 0xe0323c, 0xfdf1e3)
    case .vermilion: Palette(0x10203f, 0xef5030, 0xfcf2e0)
    case .orange: Palette(0x260f42, 0xf57c1f, 0xfdf3df)
    case .amber: Palette(0x2a0f3c, 0xf5a21d, 0xfdf5e1)
    case .yellow: Palette(0x33103a, 0xf7ca22, 0xfffae8)
    case .lime: Palette(0x10283a, 0x93c83d, 0xfbf8e4)
    case .green: Palette(0x0b2038, 0x35a853, 0xfaf6e3)
    case .forest: Palette(0x0e1b2b, 0x2c8a57, 0xf7f1dc)
    case .mint: Palette(0x1d1a4b, 0x40c4a0, 0xfbf7ea)
    case .teal: Palette(0x231040, 0x169a9c, 0xfcf4e4)
    case .cyan: Palette(0x2a0e44, 0x1fb3d6, 0xfdf6e8)
    case .sky: Palette(0x1e1450, 0x4aa5ef, 0xfdf5e8)
    case .blue: Palette(0x2b0a33, 0x3a66e0, 0xfbf3e4)
    case .indigo: Palette(0x230a3a, 0x5a55d6, 0xfcf1e6)
    case .violet: Palette(0x0f1742, 0x8a4fd3, 0xfdf2e8)
    case .magenta: Palette(0x0d1d4a, 0xcf3aa6, 0xfdf2ea)
    case .pink: Palette(0x2a1152, 0xf06ba8, 0xfef3ec)
    case .rose: Palette(0x16204c, 0xe84a78, 0xfef2e8)
    case .coral: Palette(0x0c2a45, 0xf9735f, 0xfdf3e6)
    case .dusk: Palette(0x2b1055, 0xff7a59, 0xffeecb)
    case .brown: Palette(0x201018, 0xa4693f, 0xf9efdd)
    case .gold: Palette(0x2b1420, 0xd8a32b, 0xfff4d6)
    case .silver: Palette(0x14182a, 0x93a1b5, 0xf7f6f2)
    case .grey: Palette(0x17171d, 0x86868c, 0xf6f3ec)
    case .black: Palette(0x08080c, 0x4b4a55, 0xf1ece2)
    case .white: Palette(0x2a2c3c, 0xbdb8b4, 0xfffdf7)
    case .snow: Palette(0x142350, 0x86bfe6, 0xfbfdff)
    case .night: Palette(0x0b0a26, 0x4543b0, 0xf3ecd8)
    }
  }
}

/// Holds an opaque colour, 8 bits a channel.
struct RGB: Sendable, Equatable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8

  /// Says how bright the colour is, 0...255: Rec. 601 weights in 1/256.
  var luminance: Int { (77 * Int(red) + 150 * Int(green) + 29 * Int(blue) + 128) >> 8 }

  /// Gives the colour `part / whole` of the way to `other`, rounded to nearest.
  func mixed(with other: RGB, _ part: Int, of whole: Int) -> RGB {
    func between(_ from: UInt8, _ to: UInt8) -> UInt8 { UInt8(clamping: (Int(from) * (whole - part) + Int(to) * part + whole / 2) / whole) }
    return RGB(red: between(red, other.red), green: between(green, other.green), blue: between(blue, other.blue))
  }
}

extension RGB {
  /// Reads `0xRRGGBB`.
  init(_ hex: UInt32) {
    self.init(red: UInt8(truncatingIfNeeded: hex >> 16), green: UInt8(truncatingIfNeeded: hex >> 8), blue: UInt8(truncatingIfNeeded: hex))
  }

  /// Turns the colour around the colour wheel, saturation and value kept; greys stay as they are. Degrees may be negative. Hue is counted
  /// in 1/1536 of the wheel (six sextants of 256), so the arithmetic is exact.
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

  /// Packs red, green, blue and a zero, in the order they have in a row.
  var packed: UInt32 { UInt32(littleEndian: UInt32(red) | UInt32(green) << 8 | UInt32(blue) << 16) }
}
