internal import Formats
internal import Images

struct PlaceholderImageFault: PictureFault {
  static let name = "placeholder-image"
  static let summary = "Sends a stub instead of the pictures, as if all were well."
  static let parameters = [
    FaultParameter(
      "size", .choice(["tiny", "small"]), standard: "tiny", "`tiny`: 7 bytes that are not a picture; `small`: a valid picture of about 2 KB"
    )
  ]
  static let group = FaultGroup.picture

  let values: FaultValues

  func changed(_ picture: [UInt8], draws: inout SeededRandom) -> [UInt8] {
    // Clients reported the length and did not keep the bytes.
    if values.text("size") == "tiny" { return Array("pending".utf8) }
    let format = ImageHeader.read(picture).format ?? .png
    let stub = Speckles(side: Self.side(of: format))
    do { return try ImageEncoder.encode(stub, as: format) } catch { return Array("pending".utf8) }
  }

  /// Returns the side that gives about 2 KB of speckles.
  private static func side(of format: ImageFormat) -> Int {
    switch format {
    // The mock writes no HEIC and no AVIF.
    case .png, .heic, .avif: 52
    case .jpeg: 56
    case .webp: 72
    }
  }
}

/// A grey square whose pixels are too irregular to be packed well.
private struct Speckles: RowSource {
  let layout: RowLayout

  init(side: Int) { layout = RowLayout(size: PixelSize(width: side, height: side), channels: .rgb) }

  mutating func fill(row: inout [UInt8], at y: Int) {
    for x in 0..<layout.size.width {
      let speckle = UInt8(truncatingIfNeeded: (x &* 73 ^ y &* 151) &* 2_654_435_761 >> 16) & 0x7F | 0x40
      for channel in 0..<3 { row[x * 3 + channel] = speckle }
    }
  }
}
