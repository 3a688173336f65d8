internal import Pixels

/// The part of a scene that a picture shows, and how large.
struct Frame {
  /// Positions on the picture are counted in 256ths of a pixel.
  static let pixel = 256

  let size: PixelSize
  private let left: Int
  private let top: Int
  private let width: Int

  /// - Parameters:
  ///   - size: of the picture.
  ///   - x, y: of the upper left corner, in scene units.
  ///   - width: in scene units; the height follows from the picture's shape.
  init(size: PixelSize, x: Int = 0, y: Int = 0, width: Int) {
    self.size = size
    left = x * Point.unit
    top = y * Point.unit
    self.width = width * Point.unit
  }

  /// A scene's point in 256ths of a pixel.
  func place(_ point: Point) -> (x: Int, y: Int) {
    ((point.x - left) * size.width * Self.pixel / width, (point.y - top) * size.width * Self.pixel / width)
  }

  /// The scene's point in the middle of a pixel.
  func middle(x: Int, y: Int) -> Point {
    Point(partsX: left + (2 * x + 1) * width / (2 * size.width), partsY: top + (2 * y + 1) * width / (2 * size.width))
  }
}
