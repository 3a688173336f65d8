internal import Formats
internal import Images

extension FuzzTarget {
  /// A file is told by its first bytes, its size or its defect is there, and what is said of it is what its decoder finds.
  static let imageHeader = FuzzTarget("image-header", upTo: 640) { input throws(PropertyViolation) in
    let sniff = ImageHeader.read(input)
    try demand(!"\(sniff)".isEmpty, "it is called nothing")
    guard let header = sniff.header else { return }
    try demand((header.size == nil) != (header.defect == nil), "the header has both size and defect, or neither")
    if let size = header.size { try demand(size.width >= 1 && size.height >= 1, "the size is \(size)") }
    if let defect = header.defect { try demand(0...input.count ~= defect.offset, "offset \(defect.offset) is outside") }
    try DecoderProperty.holds(of: input, as: header.format)
  }

  /// As it is, and with its checksums put right; two ways through the decoder give the same pixels; and what is encoded is decoded the same.
  static let png = FuzzTarget("png", upTo: 1_024) { input throws(PropertyViolation) in
    try DecoderProperty.holds(of: input, as: .png)
    guard let chunks = PNGChunks(input)?.withSoundData() else { return }
    let file = chunks.file
    try DecoderProperty.holds(of: file, as: .png)
    let decoded = try DecoderProperty.decode(file, .png)
    // So much behind its data that only libpng reads it; of what libpng refuses, the other way may take a little.
    let other = try DecoderProperty.decode(chunks.withSurplusData(32_768).file, .png)
    if other.pixels != nil { try demand(other == decoded, "libpng reads another picture") }
    guard case .picture(let layout, let pixels) = decoded, layout.size.area <= 256 else { return }
    let raster = Raster(layout: layout, bytes: pixels)
    guard let again = try? ImageEncoder.encode(raster, as: .png) else { throw PropertyViolation("what was decoded cannot be encoded") }
    try demand(try DecoderProperty.decode(again, .png) == decoded, "what was encoded is another picture")
  }

  static let jpeg = FuzzTarget("jpeg", upTo: 1_024) { input throws(PropertyViolation) in try DecoderProperty.holds(of: input, as: .jpeg) }

  static let webp = FuzzTarget("webp", upTo: 1_024) { input throws(PropertyViolation) in try DecoderProperty.holds(of: input, as: .webp) }
}
