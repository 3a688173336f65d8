internal import Formats
internal import Images

struct CorruptImageFault: PictureFault {
  static let name = "corrupt-image"
  static let summary = "Damages the pictures part-way, so that decoding begins well and then fails; their length stays."
  static let parameters = [
    FaultParameter(
      "after", .extent, standard: "50%", "how much of the file stays intact; its header always does, and a part is always damaged")
  ]
  static let group = FaultGroup.picture

  let values: FaultValues

  func changed(_ picture: [UInt8], draws: inout SeededRandom) -> [UInt8] {
    let offset = values.extent("after").of(picture.count)
    guard let format = ImageHeader.read(picture).format, let pixels = CodedPixels(of: picture, as: format) else {
      return picture.flipped(in: [offset..<picture.count], draws: &draws)
    }
    switch format {
    case .png, .heic, .avif: return picture.flipped(in: pixels.ranges(from: offset, atLeast: 1), draws: &draws)
    case .jpeg: return picture.withSecondStart(in: pixels.ranges(from: offset, atLeast: 2), draws: &draws)
    case .webp: return picture.overrun(in: pixels, from: offset)
    }
  }
}

extension [UInt8] {
  /// Returns the file with every byte of some ranges changed: checksums over them are wrong.
  func flipped(in ranges: [Range<Int>], draws: inout SeededRandom) -> [UInt8] {
    var file = self
    for range in ranges { for index in range { file[index] ^= UInt8(truncatingIfNeeded: draws.next()) | 1 } }
    return file
  }

  /// Returns a JPEG in whose scan a second image seems to start, which is no legal file: most decoders take wrong pixels for right ones.
  ///
  /// Nothing behind looks like a marker, so that no decoder finds its way back.
  func withSecondStart(in ranges: [Range<Int>], draws: inout SeededRandom) -> [UInt8] {
    var file = self
    for range in ranges {
      for index in range { file[index] = UInt8(truncatingIfNeeded: draws.next()) & 0x7F }
      file.replaceSubrange(range.prefix(2), with: [0xFF, 0xD8])
    }
    return file
  }

  /// Returns a WebP whose coded pixels need more bytes than there are.
  ///
  /// The format has no checksum, and most bytes are some picture: ones are the longest codes, and run over the end. Where too few pixels
  /// are left for that, the damage begins half-way back to the first.
  func overrun(in pixels: CodedPixels, from offset: Int) -> [UInt8] {
    guard let frame = pixels.ranges.first else { return self }
    let start = Swift.min(Swift.max(offset, frame.lowerBound), frame.upperBound - 1)
    let file = filled(with: 0xFF, in: start..<frame.upperBound)
    return file.isWholeWebP ? filled(with: 0xFF, in: (start + frame.lowerBound) / 2..<frame.upperBound) : file
  }

  private func filled(with byte: UInt8, in range: Range<Int>) -> [UInt8] {
    var file = self
    file.replaceSubrange(range, with: repeatElement(byte, count: range.count))
    return file
  }

  private var isWholeWebP: Bool {
    var rows = DiscardedRows()
    do { try ImageDecoder.decode(self, as: .webp, maximumArea: .max, into: &rows) } catch { return false }
    return true
  }
}

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
      // The mock writes neither.
      case .heic, .avif: []
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
