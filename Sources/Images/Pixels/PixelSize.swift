/// An image file format the mock reads and writes.
package enum ImageFormat: String, Sendable, CaseIterable {
  case png, jpeg, webp

  /// The media type the format is served under.
  package var contentType: String { "image/\(rawValue)" }

  /// The file name extension, without a dot.
  package var fileExtension: String { self == .jpeg ? "jpg" : rawValue }
}

/// Width and height of an image, in pixels.
package struct PixelSize: Sendable, Hashable, CustomStringConvertible {
  /// Pixels of a row.
  package var width: Int
  /// Number of rows.
  package var height: Int

  /// Makes a size.
  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Number of pixels.
  ///
  /// Saturates instead of wrapping: headers may claim sides of 4,294,967,295.
  package var area: UInt64 {
    let (product, overflow) = UInt64(width).multipliedReportingOverflow(by: UInt64(height))
    return overflow ? .max : product
  }

  /// `1376x768`.
  package var description: String { "\(width)x\(height)" }
}
