package import Pixels

/// A picture of `fixtures/images`, drawn from nothing.
package struct FixtureDrawing: Sendable {
  /// The file's name.
  package let name: String
  package let format: ImageFormat
  private let draw: @Sendable () -> Raster

  init(_ name: String, _ format: ImageFormat, draw: @escaping @Sendable () -> Raster) {
    self.name = name
    self.format = format
    self.draw = draw
  }

  /// The picture's pixels: the same on every machine.
  package func raster() -> Raster { draw() }
}
