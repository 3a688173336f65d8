/// Width and height of an image, in pixels.
package struct PixelSize: Sendable, Hashable, CustomStringConvertible {
  package var width: Int
  package var height: Int

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
