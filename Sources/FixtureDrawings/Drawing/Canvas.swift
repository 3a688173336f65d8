internal import Pixels

/// A picture in the making: shapes are laid over each other, in the units of a scene.
struct Canvas {
  private let frame: Frame
  private var pixels: [UInt8]

  /// A black picture.
  init(_ frame: Frame) {
    self.frame = frame
    pixels = Array(repeating: 0, count: frame.size.width * frame.size.height * 3)
  }

  /// Lays a shape over what is there; with `border`, only the part of it that lies inside that other shape.
  mutating func fill(_ path: Path, _ paint: Paint, within border: Path? = nil) {
    let coverage = Coverage(of: path, in: frame)
    let border = border.map { Coverage(of: $0, in: frame) }
    for y in coverage.rows {
      let rowInk = paint.isSameAlongRows ? paint.ink(at: frame.middle(x: 0, y: y)) : nil
      for x in coverage.columns {
        var cover = coverage.cover(x: x, y: y)
        guard cover > 0 else { continue }
        if let border { cover = cover * border.cover(x: x, y: y) / 255 }
        lay(rowInk ?? paint.ink(at: frame.middle(x: x, y: y)), x: x, y: y, cover: cover)
      }
    }
  }

  mutating func fill(_ path: Path, _ colour: Int, opacity: Int = 255, within border: Path? = nil) {
    fill(path, .flat(colour, opacity: opacity), within: border)
  }

  private mutating func lay(_ ink: Ink, x: Int, y: Int, cover: Int) {
    let start = (y * frame.size.width + x) * 3
    let part = cover * ink.opacity
    lay(ink.red, at: start, part: part)
    lay(ink.green, at: start + 1, part: part)
    lay(ink.blue, at: start + 2, part: part)
  }

  /// - Parameter part: 0 to 255².
  private mutating func lay(_ value: Int, at index: Int, part: Int) {
    let whole = 255 * 255
    pixels[index] = UInt8((Int(pixels[index]) * (whole - part) + value * part + whole / 2) / whole)
  }

  /// The picture as it is now.
  var raster: Raster { Raster(layout: RowLayout(size: frame.size, channels: .rgb), bytes: pixels) }
}
