internal import Formats
internal import Images

/// What must hold of a decoder and of the header reader beside it.
enum DecoderProperty {
  /// Pixels; small, so that no input takes long.
  static let maximumArea: UInt64 = 4_096

  /// Decodes three times: the same rows twice, or the same error; and as many or the same where luminance will do.
  static func holds(of file: [UInt8], as format: ImageFormat) throws(PropertyViolation) {
    let decoded = try decode(file, format)
    try demand(try decode(file, format) == decoded, "a second time it is another picture")
    try demand(try decode(file, format, forColours: false).isLike(decoded), "without colours it ends differently")
    // libheif goes by more than the boxes that the header is read from.
    if format.isDecodedUpright { return }
    guard let header = ImageHeader.read(file).header, header.format == format else {
      return try demand(decoded.pixels == nil, "it is decoded, and its first bytes are not of its format")
    }
    switch decoded {
    case .picture(let layout, _):
      // The header of an extended WebP tells of alpha by a flag, which its chunks need not keep to.
      let isAlphaKnown = format != .webp || !file.dropFirst(12).starts(with: "VP8X".utf8)
      try demand(
        !isAlphaKnown || header.hasAlpha == (layout.channels == .rgba),
        "the header says \(header.hasAlpha ? "alpha" : "no alpha"), and it is otherwise")
      try demand(header.size == layout.size, "the header says \(header.size.map { "\($0)" } ?? "no size"), and it is \(layout.size)")
      try demand(header.defect == nil, "it is decoded, and the header has a defect")
    case .error(let error):
      if case .tooLarge(let size, _) = error.kind {
        try demand(header.size == size, "the header says \(header.size.map { "\($0)" } ?? "no size"), and \(size) is too large")
      }
    }
  }

  enum Decoded: Equatable {
    case picture(RowLayout, [UInt8])
    case error(ImageDecodeError)

    func isLike(_ other: Self) -> Bool {
      switch (self, other) {
      case (.picture(let layout, _), .picture(let otherLayout, _)): layout.size == otherLayout.size
      case (.error(let error), .error(let otherError)): error.kind == otherError.kind
      default: false
      }
    }

    var pixels: [UInt8]? { if case .picture(_, let pixels) = self { pixels } else { nil } }
  }

  /// All rows there are, as they were promised; or an error that has words.
  static func decode(_ file: [UInt8], _ format: ImageFormat, forColours: Bool = true) throws(PropertyViolation) -> Decoded {
    var witness = RowWitness(looksAtColours: forColours)
    let error: ImageDecodeError?
    do {
      try ImageDecoder.decode(file, as: format, maximumArea: maximumArea, into: &witness)
      error = nil
    } catch let refusal {
      error = refusal
    }
    if let complaint = witness.complaint { throw PropertyViolation(complaint) }
    if let layout = witness.layout {
      try demand(layout.size.area <= maximumArea, "\(layout.size) is decoded, and too large")
    }
    if let error {
      try demand(!error.message.isEmpty && error.format == format, "the error has no words")
      return .error(error)
    }
    guard let layout = witness.layout, witness.rows == layout.size.height else { throw PropertyViolation("not all rows have come") }
    return .picture(layout, witness.pixels)
  }
}
