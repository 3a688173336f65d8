/// Sines and cosines of whole multiples of 15 degrees, in 1/4096.
enum Arc {
  static let one = 4096
  /// Degrees from one corner to the next of the polygon that stands for an arc.
  static let step = 15

  private static let quarter = [0, 1060, 2048, 2896, 3547, 3956, 4096]

  static func sine(_ degrees: Int) -> Int {
    let steps = ((degrees / step) % 24 + 24) % 24
    return switch steps {
    case 0...6: quarter[steps]
    case 7...12: quarter[12 - steps]
    case 13...18: -quarter[steps - 12]
    default: -quarter[24 - steps]
    }
  }

  static func cosine(_ degrees: Int) -> Int { sine(degrees + 90) }
}
