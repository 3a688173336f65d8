internal import Formats

/// How a stored picture is turned and mirrored to be seen, by EXIF's numbers (CIPA DC-008, tag 0x0112).
package enum ImageOrientation: Int, Sendable, CaseIterable, CustomStringConvertible {
  /// As it is stored.
  case upright = 1
  case mirrored
  case upsideDown
  case upsideDownMirrored
  case turnedLeftMirrored
  case turnedRight
  case turnedRightMirrored
  case turnedLeft

  /// Tells whether rows are seen as columns.
  package var swapsSides: Bool { rawValue >= 5 }

  /// Returns the size as it is seen of a picture that is stored in this size.
  package func seen(_ stored: PixelSize) -> PixelSize { swapsSides ? stored.transposed : stored }

  /// Returns the samples of a plane as they are seen; `stored` is the size in which they are.
  ///
  /// - Precondition: there is one sample for each pixel.
  package func seen(_ samples: [UInt8], of stored: PixelSize) -> [UInt8] {
    guard self != .upright, !samples.isEmpty else { return samples }
    precondition(samples.count == stored.width * stored.height)
    let (width, last) = (stored.width, samples.count - 1)
    // The index of the first sample that is seen, and the steps to the ones to its right and below it.
    let (first, right, down) =
      switch self {
      case .upright: (0, 1, width)
      case .mirrored: (width - 1, -1, width)
      case .upsideDown: (last, -1, -width)
      case .upsideDownMirrored: (last - width + 1, 1, -width)
      case .turnedLeftMirrored: (0, width, 1)
      case .turnedRight: (last - width + 1, -width, 1)
      case .turnedRightMirrored: (last, -width, -1)
      case .turnedLeft: (width - 1, width, -1)
      }
    let size = seen(stored)
    var seen: [UInt8] = []
    seen.reserveCapacity(samples.count)
    for y in 0..<size.height {
      var index = first + y * down
      for _ in 0..<size.width {
        seen.append(samples[index])
        index += right
      }
    }
    return seen
  }

  /// Says what a viewer does: `6 (turned right)`.
  package var description: String {
    switch self {
    case .upright: "1 (as stored)"
    case .mirrored: "2 (mirrored)"
    case .upsideDown: "3 (upside down)"
    case .upsideDownMirrored: "4 (mirrored, upside down)"
    case .turnedLeftMirrored: "5 (mirrored, turned left)"
    case .turnedRight: "6 (turned right)"
    case .turnedRightMirrored: "7 (mirrored, turned right)"
    case .turnedLeft: "8 (turned left)"
    }
  }

  /// Returns this orientation with so many quarters of a turn to the right behind it.
  func turnedRight(_ quarters: Int) -> ImageOrientation {
    let cycle: [ImageOrientation] =
      switch self {
      case .upright, .turnedRight, .upsideDown, .turnedLeft: [.upright, .turnedRight, .upsideDown, .turnedLeft]
      default: [.mirrored, .turnedRightMirrored, .upsideDownMirrored, .turnedLeftMirrored]
      }
    let index = cycle.firstIndex(of: self) ?? 0
    return cycle[(index + quarters) % 4]
  }

  /// Returns this orientation with left and right exchanged behind it.
  var thenMirrored: ImageOrientation {
    switch self {
    case .upright: .mirrored
    case .mirrored: .upright
    case .upsideDown: .upsideDownMirrored
    case .upsideDownMirrored: .upsideDown
    case .turnedRight: .turnedLeftMirrored
    case .turnedLeftMirrored: .turnedRight
    case .turnedLeft: .turnedRightMirrored
    case .turnedRightMirrored: .turnedLeft
    }
  }
}

/// Finds the orientation in EXIF data, which is a TIFF file's first directory (CIPA DC-008, 4.6).
enum EXIF {
  /// Stands before the data in a JPEG, and in some WebP files.
  static let signature: [UInt8] = [0x45, 0x78, 0x69, 0x66, 0, 0]

  /// Returns the orientation; data that is broken or cut, or has none, is upright, as for viewers.
  static func orientation(in range: Range<Int>, of bytes: Span<UInt8>) -> ImageOrientation {
    let start = bytes.holds(signature, at: range.lowerBound) ? range.lowerBound + signature.count : range.lowerBound
    guard start < min(range.upperBound, bytes.count) else { return .upright }
    let data = bytes.extracting(start..<min(range.upperBound, bytes.count))
    let order: ByteOrder
    if data.holds([0x49, 0x49, 0x2A, 0], at: 0) {
      order = .little
    } else if data.holds([0x4D, 0x4D, 0, 0x2A], at: 0) {
      order = .big
    } else {
      return .upright
    }
    guard let directory = order.long(data, at: 4), let count = order.short(data, at: directory) else { return .upright }
    for entry in 0..<count {
      let offset = directory + 2 + 12 * entry
      guard let tag = order.short(data, at: offset) else { return .upright }
      guard tag == orientationTag else { continue }
      guard order.short(data, at: offset + 2) == shortType, let value = order.short(data, at: offset + 8) else { return .upright }
      return ImageOrientation(rawValue: value) ?? .upright
    }
    return .upright
  }

  private static let orientationTag = 0x0112
  /// The type of a number of two bytes, which stands at the beginning of the field for values.
  private static let shortType = 3

  private enum ByteOrder {
    case little, big

    func short(_ data: Span<UInt8>, at offset: Int) -> Int? {
      self == .little ? data.littleEndian16(at: offset) : data.bigEndian16(at: offset)
    }
    func long(_ data: Span<UInt8>, at offset: Int) -> Int? {
      self == .little ? data.littleEndian32(at: offset) : data.bigEndian32(at: offset)
    }
  }
}
