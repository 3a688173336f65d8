internal import Images

/// The parts of a picture file that are coded pixels, without headers and checksums.
struct CodedPixels {
  let ranges: [Range<Int>]

  /// Finds the pixels; nil when there are none, or not where the format has them.
  init?(of file: [UInt8], as format: ImageFormat) {
    ranges =
      switch format {
      case .png: Self.imageDataChunks(of: file)
      case .jpeg: Self.firstScan(of: file)
      case .webp: Self.frame(of: file)
      }
    if ranges.isEmpty { return nil }
  }

  /// Returns what lies behind an offset, but no less than the last `count` bytes.
  func ranges(from offset: Int, atLeast count: Int) -> [Range<Int>] {
    let end = ranges.last?.upperBound ?? 0
    let start = min(offset, end - count)
    return ranges.compactMap { $0.upperBound > start ? max($0.lowerBound, start)..<$0.upperBound : nil }
  }

  /// Returns the data of every IDAT chunk (PNG specification, 5.3).
  private static func imageDataChunks(of file: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var offset = 8
    while offset + 12 <= file.count {
      let length = file[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
      let data = offset + 8..<offset + 8 + length
      if data.upperBound + 4 > file.count { break }
      if length > 0, file[offset + 4..<offset + 8].elementsEqual("IDAT".utf8) { ranges.append(data) }
      offset = data.upperBound + 4
    }
    return ranges
  }

  /// Returns what lies from behind the header of the first scan up to the end of the image (ITU T.81, B.2).
  private static func firstScan(of file: [UInt8]) -> [Range<Int>] {
    var offset = 2
    while offset + 4 <= file.count, file[offset] == 0xFF {
      let behind = offset + 2 + Int(file[offset + 2]) << 8 + Int(file[offset + 3])
      let end = file.count - 2
      if file[offset + 1] == 0xDA { return end - behind >= 2 ? [behind..<end] : [] }
      offset = behind
    }
    return []
  }

  /// Returns the lossy frame behind its own header of 10 bytes (RFC 9649, 2.5; RFC 6386, 9.1): the mock writes no lossless ones.
  private static func frame(of file: [UInt8]) -> [Range<Int>] {
    var offset = 12
    while offset + 8 <= file.count {
      let length = file[offset + 4..<offset + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
      let end = min(offset + 8 + length, file.count)
      if file[offset..<offset + 4].elementsEqual("VP8 ".utf8) { return end > offset + 18 ? [offset + 18..<end] : [] }
      offset += 8 + length + length % 2
    }
    return []
  }
}
