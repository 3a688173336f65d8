/// Writes whole pictures: the same pixels and texts give the same bytes on every run.
package enum ImageEncoder {
  /// Encodes the rows of `source`, RGB or RGBA.
  ///
  /// PNG is truecolour with 8 bits a channel, never a palette, at compression level 1; up to 64 MB of samples are collected and deflated in
  /// one piece, more are written row by row. JPEG has quality 90 and 4:2:0; alpha is laid over white. WebP is lossy at quality 85 and keeps
  /// alpha exactly.
  package static func encode<Source: RowSource>(
    _ source: Source, as format: ImageFormat, texts: [ImageText] = []
  ) throws(ImageEncodeError) -> [UInt8] {
    let layout = source.layout
    try check(layout.size, for: format)
    let encoder = try EncoderHandle(format: format)
    try encoder.open(layout)
    if format != .webp {
      for text in texts { try encoder.write(EncodedText(text, for: format)) }
    }
    var source = source
    var row = [UInt8](repeating: 0, count: layout.rowLength)
    for y in 0..<layout.size.height {
      source.fill(row: &row, at: y)
      try encoder.write(row: row)
    }
    return try encoder.finish()
  }

  private static func check(_ size: PixelSize, for format: ImageFormat) throws(ImageEncodeError) {
    let sides = 1...format.longestSide
    if sides.contains(size.width), sides.contains(size.height) { return }
    let message = "a side of \(size) is not within \(sides.lowerBound) to \(sides.upperBound) pixels"
    throw ImageEncodeError(kind: .unsupportedSize(size), format: format, message: message)
  }
}

extension ImageFormat {
  /// The longest side, in pixels, that the format's library writes.
  fileprivate var longestSide: Int {
    switch self {
    // libpng's default limit.
    case .png: 1_000_000
    case .jpeg: 65_500
    case .webp: 16_383
    }
  }
}
