internal import Pixels

extension FixtureDrawing {
  /// The drawings, sorted by name.
  package static let all = [
    FixtureDrawing("cutout.png", .png) { SoftHole(x: 80, y: 58, radiusX: 76, radiusY: 54).cut(from: balloon(512)) },
    FixtureDrawing("lighthouse.png", .png) { picture(640, 480, of: LighthouseScene.draw, width: 1280) },
    FixtureDrawing("mask.png", .png) { SoftHole(x: 270, y: 200, radiusX: 140, radiusY: 190).cut(from: black(512)) },
    FixtureDrawing("photo.jpg", .jpeg) { picture(800, 600, of: StillLifeScene.draw, width: 1600) },
    FixtureDrawing("photo.webp", .webp) { balloon(640) },
    // The smallest area that Venice takes: 65,536 pixels.
    FixtureDrawing("small-256.png", .png) { picture(256, 256, of: LighthouseScene.draw, x: 716, y: 50, width: 512) },
    FixtureDrawing("square.png", .png) { balloon(512) },
  ]

  private static func balloon(_ side: Int) -> Raster { picture(side, side, of: BalloonScene.draw, width: 1024) }

  private static func black(_ side: Int) -> Raster { picture(side, side, of: { _ in }, width: side) }

  /// - Parameters x, y, units: the part of the scene that is shown, in its own units.
  private static func picture(
    _ width: Int, _ height: Int, of draw: (inout Canvas) -> Void, x: Int = 0, y: Int = 0, width units: Int
  ) -> Raster {
    var canvas = Canvas(Frame(size: PixelSize(width: width, height: height), x: x, y: y, width: units))
    draw(&canvas)
    return canvas.raster
  }
}
