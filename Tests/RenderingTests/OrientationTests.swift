import Images
import Testing

@testable import Rendering

@Suite("A source that is stored turned is drawn as it is seen", .timeLimit(.minutes(15)))
struct OrientationTests {
  /// The stored pixel that is seen at a position of the picture of 48 × 32.
  private func stored(_ orientation: ImageOrientation, _ x: Int, _ y: Int) -> (Int, Int) {
    let (right, bottom) = (47 - x, 31 - y)
    return switch orientation {
    case .upright: (x, y)
    case .mirrored: (right, y)
    case .upsideDown: (right, bottom)
    case .upsideDownMirrored: (x, bottom)
    case .turnedLeftMirrored: (y, x)
    case .turnedRight: (y, right)
    case .turnedRightMirrored: (bottom, right)
    case .turnedLeft: (bottom, x)
    }
  }

  private func pixels(_ orientation: ImageOrientation, fitting size: PixelSize, masked: Bool) -> [UInt8] {
    var plane: [Int: (Int, Int)] = [:]
    let storedSize = orientation.swapsSides ? PixelSize(32, 48) : PixelSize(48, 32)
    for y in 0..<32 {
      for x in 0..<48 {
        let (column, row) = stored(orientation, x, y)
        plane[row * storedSize.width + column] = (x, y)
      }
    }
    func seen(_ column: Int, _ row: Int) -> (Int, Int) { plane[row * storedSize.width + column] ?? (0, 0) }
    var source = SourceCanvas(fitting: size, turned: orientation, keepsColour: masked)
    source.feed(width: storedSize.width, height: storedSize.height) { scenery(seen($0, $1).0, seen($0, $1).1) }
    var mask = MaskCanvas(fitting: size, turned: orientation)
    mask.feed(width: storedSize.width, height: storedSize.height, .rgba) { [0, 0, 0, seen($0, $1).0 < 12 ? 0 : 255] }
    return EditPicture(source: source, mask: masked ? mask : nil, size: size, facts: .sample()).pixels
  }

  @Test("in every orientation, whole, shrunk and cropped, with a mask and without", arguments: ImageOrientation.allCases, [false, true])
  func turned(orientation: ImageOrientation, masked: Bool) {
    for size in [PixelSize(48, 32), PixelSize(24, 16), PixelSize(32, 32), PixelSize(16, 32)] {
      let isSame = pixels(orientation, fitting: size, masked: masked) == pixels(.upright, fitting: size, masked: masked)
      #expect(isSame, "\(size)")
    }
  }
}
