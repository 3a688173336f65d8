package import Images

/// Where the edit shows: the alpha channel of a mask image, fitted to the output like the source.
///
/// Alpha 0 shows the edit, 255 keeps the original, values between blend. A mask image without alpha channel keeps everything.
package struct MaskCanvas: RowSink, Sendable {
  /// The size of the output.
  package let size: PixelSize
  private var row: RowPlanes?
  private var plane: FittedPlane?
  private var given: [UInt8] = []

  /// An empty mask, to be filled by a decoder.
  package init(fitting output: PixelSize) { size = output }

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
  /// Whether it keeps the original everywhere.
  package var isOpaque: Bool { alpha.allSatisfy { $0 == 255 } }

  /// The alpha of every output pixel, row by row.
  var alpha: [UInt8] { plane?.samples ?? given }
}
