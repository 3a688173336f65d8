internal import Pixels

/// An ellipse that is cut out of a picture; its rim goes over into the picture softly.
struct SoftHole {
  /// In pixels.
  let x, y, radiusX, radiusY: Int

  /// Where the picture begins to be seen and where it is whole, in thousandths of the radii.
  private static let rim = 940...1060

  /// The picture with an alpha channel: 0 in the hole.
  func cut(from picture: Raster) -> Raster {
    let size = picture.layout.size
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size.width * size.height * 4)
    for pixel in 0..<size.width * size.height {
      bytes += picture.bytes[pixel * 3..<pixel * 3 + 3]
      bytes.append(alpha(x: pixel % size.width, y: pixel / size.width))
    }
    return Raster(layout: RowLayout(size: size, channels: .rgba), bytes: bytes)
  }

  private func alpha(x: Int, y: Int) -> UInt8 {
    // Twice the distance from the middle of the pixel.
    let right = (2 * x + 1 - 2 * self.x) * 500 / radiusX
    let down = (2 * y + 1 - 2 * self.y) * 500 / radiusY
    let distance = squareRoot(right * right + down * down)
    let reached = min(max(distance - Self.rim.lowerBound, 0), Self.rim.count - 1)
    return UInt8(reached * 255 / (Self.rim.count - 1))
  }
}
