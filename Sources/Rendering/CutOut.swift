package import Images

/// Cuts a picture out of its background: RGBA rows that are transparent outside of an ellipse that fills the picture above its caption.
///
/// The edge is a pixel wide, and the caption stays opaque. Square roots are exact in IEEE 754, so that all machines draw the same.
package struct CutOut: RowSource, Sendable {
  /// Gives the size of the picture, in RGBA.
  package let layout: RowLayout
  private let picture: EditPicture
  private var colours: [UInt8]

  /// Cuts out the picture.
  package init(_ picture: EditPicture) {
    self.picture = picture
    layout = RowLayout(size: picture.layout.size, channels: .rgba)
    colours = [UInt8](repeating: 0, count: picture.layout.rowLength)
  }

  /// Prints row `y`; a row of another length, or one that does not exist, is left alone.
  package mutating func fill(row: inout [UInt8], at y: Int) {
    guard row.count == layout.rowLength, y >= 0, y < layout.size.height else { return }
    picture.fill(row: &colours, at: y)
    let width = layout.size.width
    let reach = y < picture.captionTop ? reach(at: y) : Double(width)
    let middle = Double(width - 1) / 2
    for x in 0..<width {
      let inside = min(1, max(0, reach - (Double(x) - middle).magnitude + 0.5))
      for channel in 0..<3 { row[x * 4 + channel] = inside > 0 ? colours[x * 3 + channel] : 0 }
      row[x * 4 + 3] = UInt8(inside * 255)
    }
  }

  /// Returns half of the ellipse's width in row `y`, in pixels.
  private func reach(at y: Int) -> Double {
    let halfHeight = Double(picture.captionTop) / 2
    let distance = (Double(y) + 0.5 - halfHeight) / halfHeight
    return Double(layout.size.width) / 2 * (1 - distance * distance).squareRoot()
  }
}
