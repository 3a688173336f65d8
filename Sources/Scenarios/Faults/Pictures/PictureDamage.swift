internal import Images

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
