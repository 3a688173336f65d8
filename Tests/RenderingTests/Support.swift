import Images

@testable import Rendering

extension EditFacts {
  static func sample(prompt: String = "a quiet street", seed: UInt64 = 0, variation: Int = 0) -> EditFacts {
    EditFacts(
      endpoint: "VENICE image/edit", model: "firered-image-edit", prompt: prompt, details: ["16:9", "1K", "png"], seed: seed,
      variation: variation)
  }
}

extension RowSink {
  /// Feeds a whole image.
  mutating func feed(width: Int, height: Int, _ channels: PixelChannels = .rgb, pixel: (_ x: Int, _ y: Int) -> [UInt8]) {
    begin(RowLayout(size: PixelSize(width: width, height: height), channels: channels))
    for y in 0..<height {
      let row = (0..<width).flatMap { pixel($0, y) }
      take(row: row.span, at: y)
    }
  }
}

extension SourceCanvas {
  static func drawn(
    _ width: Int, _ height: Int, fitting size: PixelSize, keepsColour: Bool = false, keepsAlpha: Bool = false,
    _ channels: PixelChannels = .rgb, pixel: (Int, Int) -> [UInt8]
  ) -> SourceCanvas {
    var canvas = SourceCanvas(fitting: size, keepsColour: keepsColour, keepsAlpha: keepsAlpha)
    canvas.feed(width: width, height: height, channels, pixel: pixel)
    return canvas
  }
}

extension MaskCanvas {
  static func drawn(_ size: PixelSize, alpha: (Int, Int) -> UInt8) -> MaskCanvas {
    var canvas = MaskCanvas(fitting: size)
    canvas.feed(width: size.width, height: size.height, .rgba) { [0, 0, 0, alpha($0, $1)] }
    return canvas
  }
}

extension EditPicture {
  /// All pixels, RGB.
  var pixels: [UInt8] {
    var all: [UInt8] = []
    var row = Array(repeating: UInt8(0), count: layout.rowLength)
    for y in 0..<layout.size.height {
      fill(row: &row, at: y)
      all += row
    }
    return all
  }

  /// FNV-1a of all pixels.
  var digest: UInt64 {
    var hash = StableHash()
    for byte in pixels { hash.combine(byte) }
    return hash.state
  }
}

/// A photograph's stand-in: smooth, coloured, with an edge in it.
func scenery(_ x: Int, _ y: Int) -> [UInt8] {
  [UInt8(truncatingIfNeeded: min(x * 3, 255)), UInt8(truncatingIfNeeded: min(y * 2, 255)), x > y ? 200 : 40]
}

extension PixelSize {
  init(_ width: Int, _ height: Int) { self.init(width: width, height: height) }
}
