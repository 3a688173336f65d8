internal import Pixels

/// The source's own pixels, and how much of them a mask lets through.
struct MaskedOriginal: Sendable {
  /// 0 shows the edit, 255 the original.
  let alpha: [UInt8]
  private let red: [UInt8]
  private let green: [UInt8]
  private let blue: [UInt8]

  /// Nil when there is no mask for this size.
  init?(source: SourceCanvas?, mask: MaskCanvas?, size: PixelSize) {
    guard let source, let mask, mask.size == size, mask.alpha.count == size.width * size.height else { return nil }
    alpha = mask.alpha
    if let colour = source.colour {
      (red, green, blue) = colour
    } else {
      let grey = source.luminance ?? []
      (red, green, blue) = (grey, grey, grey)
    }
    guard red.count == alpha.count else { return nil }
  }

  /// Lays the original over a printed RGB row.
  func restore(_ row: inout [UInt8], at y: Int) {
    let width = row.count / 3
    let start = y &* width
    for x in 0..<width where alpha[start &+ x] > 0 {
      let weight = UInt32(alpha[start &+ x])
      row[x &* 3] = Self.blend(row[x &* 3], red[start &+ x], weight)
      row[x &* 3 &+ 1] = Self.blend(row[x &* 3 &+ 1], green[start &+ x], weight)
      row[x &* 3 &+ 2] = Self.blend(row[x &* 3 &+ 2], blue[start &+ x], weight)
    }
  }

  private static func blend(_ edit: UInt8, _ original: UInt8, _ weight: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: (UInt32(edit) &* (255 &- weight) &+ UInt32(original) &* weight &+ 127) / 255)
  }
}
