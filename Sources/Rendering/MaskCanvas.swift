package import Images

/// Fits the alpha channel of a mask image to the output, like the source: it says where the edit shows.
///
/// Alpha 0 shows the edit, 255 keeps the original, values between blend. A mask image without alpha channel keeps everything.
package struct MaskCanvas: RowSink, Sendable {
  /// Gives the size of the output.
  package let size: PixelSize
  private var row: RowPlanes?
  private var plane: FittedPlane?
  private var given: [UInt8] = []

  /// Makes an empty mask, to be filled by a decoder.
  package init(fitting output: PixelSize) { size = output }

  /// Makes a mask of alpha that has the output's size already.
  init(size: PixelSize, alpha: [UInt8]) {
    self.size = size
    given = alpha
  }

  /// Starts over with a mask image of that layout.
  package mutating func begin(_ layout: RowLayout) {
    guard layout.size.isDrawable, size.isDrawable else { return }
    row = RowPlanes(layout)
    plane = FittedPlane(CoverCrop(source: layout.size, output: size))
  }

  /// Fits one row of the mask image.
  package mutating func take(row source: Span<UInt8>, at y: Int) {
    row?.keep(.alpha, of: source)
    guard let samples = row?.samples else { return }
    plane?.take(samples, at: y)
  }
}

extension MaskCanvas {
  /// Says whether the mask keeps the original everywhere.
  package var isOpaque: Bool { alpha.allSatisfy { $0 == 255 } }

  /// Gives the alpha of every output pixel, row by row.
  var alpha: [UInt8] { plane?.samples ?? given }
}

/// Holds the source's own pixels, and how much of them a mask lets through.
struct MaskedOriginal: Sendable {
  /// 0 shows the edit, 255 the original.
  let alpha: [UInt8]
  private let red: [UInt8]
  private let green: [UInt8]
  private let blue: [UInt8]

  /// Nil when there is no mask for this size.
  init?(source: SourceCanvas?, mask: MaskCanvas?, size: PixelSize) {
    guard let source, let mask, mask.size == size, mask.alpha.count == size.width * size.height else { return nil }
    alpha = mask.alpha
    if let colour = source.colour {
      (red, green, blue) = colour
    } else {
      let grey = source.luminance ?? []
      (red, green, blue) = (grey, grey, grey)
    }
    guard red.count == alpha.count else { return nil }
  }

  /// Lays the original over a printed RGB row.
  func restore(_ row: inout [UInt8], at y: Int) { PixelRows.lay(red: red, green: green, blue: blue, alpha: alpha, row: y, over: &row) }
}
