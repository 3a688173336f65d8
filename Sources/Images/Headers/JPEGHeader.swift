internal import Formats

/// Walks the markers of a JPEG up to its frame header (ITU T.81, B.1 and B.2.2).
enum JPEGHeader {
  static func read(_ bytes: Span<UInt8>) -> ImageHeader {
    let header = ImageHeader(.jpeg)
    var offset = 2
    while true {
      // Stray bytes before a marker do no harm: decoders skip them.
      while let byte = bytes.byte(at: offset), byte != 0xFF { offset += 1 }
      while bytes.byte(at: offset + 1) == 0xFF { offset += 1 }
      guard let marker = bytes.byte(at: offset + 1) else { return cut(header, bytes) }
      let segment = offset + 2
      switch marker {
      case 0x00, 0x01, 0xD0...0xD7:
        offset = segment
        continue
      case 0xC0...0xCF where marker != 0xC4 && marker != 0xC8 && marker != 0xCC: return readFrame(marker, at: segment, of: bytes)
      case 0xD8, 0xD9, 0xDA:
        return header.broken(at: offset, "expected a frame header before the pixels but found the marker 0xFF\(marker.hex)")
      default: break
      }
      guard let length = bytes.bigEndian16(at: segment) else { return cut(header, bytes) }
      // The length counts itself; decoders take less than that for an empty segment.
      offset = segment + max(length, 2)
    }
  }

  private static func readFrame(_ marker: UInt8, at segment: Int, of bytes: Span<UInt8>) -> ImageHeader {
    var header = ImageHeader(.jpeg)
    guard let length = bytes.bigEndian16(at: segment), let precision = bytes.byte(at: segment + 2),
      let height = bytes.bigEndian16(at: segment + 3), let width = bytes.bigEndian16(at: segment + 5),
      let components = bytes.byte(at: segment + 7)
    else { return cut(header, bytes) }
    header.bitDepth = Int(precision)
    header.jpegComponents = Int(components)
    guard components > 0, length == 8 + 3 * Int(components) else {
      return header.broken(at: segment, "expected a frame header of \(8 + 3 * Int(components)) bytes but found \(length)")
    }
    guard width > 0, height > 0 else {
      return header.broken(at: segment + 3, "expected sides of at least 1 pixel but found \(width)x\(height)")
    }
    header.size = PixelSize(width: width, height: height)
    return header
  }

  private static func cut(_ header: ImageHeader, _ bytes: Span<UInt8>) -> ImageHeader {
    header.broken(at: bytes.count, "expected a frame header but found the end of the file after \(bytes.count) bytes")
  }
}
