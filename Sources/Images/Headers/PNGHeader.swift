internal import Formats

/// Reads the chunks of a PNG up to its pixels (W3C PNG, third edition, 5 and 11).
enum PNGHeader {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  // Chunk types as the numbers their letters make.
  private static let idat = 0x4944_4154
  private static let trns = 0x7452_4E53

  static func read(_ bytes: Span<UInt8>) -> ImageHeader {
    var header = ImageHeader(.png)
    guard let length = bytes.bigEndian32(at: 8), bytes.count >= 33 else {
      return header.broken(at: bytes.count, "expected a signature and an IHDR chunk of 33 bytes but found \(bytes.count) bytes")
    }
    guard bytes.holds("IHDR", at: 12), length == 13 else {
      return header.broken(at: 8, "expected an IHDR chunk of 13 bytes but found another chunk")
    }
    let width = bytes.bigEndian32(at: 16) ?? 0
    let height = bytes.bigEndian32(at: 20) ?? 0
    let colourType = Int(bytes[25])
    header.bitDepth = Int(bytes[24])
    header.pngColourType = colourType
    header.hasAlpha = colourType == 4 || colourType == 6
    guard 1...0x7FFF_FFFF ~= width, 1...0x7FFF_FFFF ~= height else {
      return header.broken(at: 16, "expected sides of 1 to 2147483647 pixels but found \(width)x\(height)")
    }
    guard depths(of: colourType).contains(Int(bytes[24])) else {
      return header.broken(at: 24, "expected a bit depth that goes with its colour type but found depth \(bytes[24]), type \(colourType)")
    }
    guard bytes[26] == 0, bytes[27] == 0, bytes[28] <= 1 else {
      return header.broken(at: 26, "expected the methods 0, 0 and 0 or 1 but found \(bytes[26]), \(bytes[27]) and \(bytes[28])")
    }
    header.size = PixelSize(width: width, height: height)
    readChunks(of: bytes, into: &header)
    return header
  }

  private static func depths(of colourType: Int) -> [Int] {
    switch colourType {
    case 0: [1, 2, 4, 8, 16]
    case 3: [1, 2, 4, 8]
    case 2, 4, 6: [8, 16]
    default: []
    }
  }

  /// Looks for `tRNS` in front of the pixels; a cut there is the decoder's to find.
  private static func readChunks(of bytes: Span<UInt8>, into header: inout ImageHeader) {
    var offset = 33
    while let length = bytes.bigEndian32(at: offset), let type = bytes.bigEndian32(at: offset + 4), type != idat {
      if type == trns { header.hasAlpha = true }
      offset += 12 + length
    }
  }
}
