internal import Images

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
    PixelRows.lay(red: red, green: green, blue: blue, alpha: alpha, row: y, over: &row)
  }
}
