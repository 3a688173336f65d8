package import Images

/// Crops the source image to the output's ratio around its centre and fits it to its size, row by row as a decoder gives it.
///
/// Memory is that of the output, whatever the size of the source. Transparent pixels are composited over white.
package struct SourceCanvas: RowSink, Sendable {
  /// Gives the size of the output.
  package let size: PixelSize
  private let orientation: ImageOrientation
  private let keepsColour: Bool
  private let keepsAlpha: Bool
  private var row: RowPlanes?
  private var planes: [FittedPlane] = []
  private var alphaPlane: FittedPlane?

  /// Makes an empty canvas, to be filled by a decoder.
  ///
  /// - Parameters:
  ///   - orientation: how the rows that come are turned to be seen.
  ///   - keepsColour: needed when a mask lets the original show; else only luminance is kept, which is three times cheaper.
  ///   - keepsAlpha: needed for ``transparencyMask``.
  package init(fitting output: PixelSize, turned orientation: ImageOrientation = .upright, keepsColour: Bool, keepsAlpha: Bool = false) {
    size = output
    self.orientation = orientation
    self.keepsColour = keepsColour
    self.keepsAlpha = keepsAlpha
  }

  /// Tells the decoder whether colours are needed, or luminance is enough.
  package var looksAtColours: Bool { keepsColour }

  /// Starts over with a source of that layout; one without pixels, or with a side beyond 16,777,216, leaves the canvas empty.
  package mutating func begin(_ layout: RowLayout) {
    guard layout.size.isDrawable, size.isDrawable else { return }
    let plane = FittedPlane(source: layout.size, output: size, turned: orientation)
    row = RowPlanes(layout)
    planes = Array(repeating: plane, count: keepsColour ? 3 : 1)
    alphaPlane = keepsAlpha && layout.channels == .rgba ? plane : nil
  }

  /// Fits one source row.
  package mutating func take(row source: Span<UInt8>, at y: Int) {
    guard var row = self.row.take() else { return }
    if keepsColour {
      for (index, channel) in [RowPlanes.Channel.red, .green, .blue].enumerated() {
        row.keep(channel, of: source)
        planes[index].take(row.samples, at: y)
      }
    } else {
      row.keepLuminance(of: source)
      planes[0].take(row.samples, at: y)
    }
    if alphaPlane != nil {
      row.keep(.alpha, of: source)
      alphaPlane?.take(row.samples, at: y)
    }
    self.row = row
  }

  /// Gives the source's own transparency as a mask: where it is transparent, the edit shows. Nil when the source has no alpha channel or
  /// `keepsAlpha` was not asked for.
  package var transparencyMask: MaskCanvas? { alphaPlane.map { MaskCanvas(size: size, alpha: $0.seen) } }

  /// Gives red, green and blue, each row by row; nil when only luminance was kept.
  var colour: (red: [UInt8], green: [UInt8], blue: [UInt8])? {
    planes.count == 3 ? (planes[0].seen, planes[1].seen, planes[2].seen) : nil
  }

  /// Gives the luminance of every output pixel; nil when no image came.
  var luminance: [UInt8]? {
    guard let (red, green, blue) = colour else { return planes.first?.seen }
    var luminance = Array(repeating: UInt8(0), count: red.count)
    PixelRows.weigh(red: red, green: green, blue: blue, into: &luminance)
    return luminance
  }
}

extension PixelSize {
  /// Says whether there is at least one pixel, and no side is longer than positions can express.
  var isDrawable: Bool { width > 0 && height > 0 && max(width, height) <= CoverCrop.longestSide }
}

/// Fits the alpha channel of a mask image to the output, like the source: it says where the edit shows.
///
/// Alpha 0 shows the edit, 255 keeps the original, values between blend. A mask image without alpha channel keeps everything.
package struct MaskCanvas: RowSink, Sendable {
  /// Gives the size of the output.
  package let size: PixelSize
  private let orientation: ImageOrientation
  private var row: RowPlanes?
  private var plane: FittedPlane?
  private var given: [UInt8] = []

  /// Makes an empty mask, to be filled by a decoder; `orientation` is how the rows that come are turned to be seen.
  package init(fitting output: PixelSize, turned orientation: ImageOrientation = .upright) {
    size = output
    self.orientation = orientation
  }

  /// Makes a mask of alpha that has the output's size already.
  init(size: PixelSize, alpha: [UInt8]) {
    self.size = size
    orientation = .upright
    given = alpha
  }

  /// Starts over with a mask image of that layout.
  package mutating func begin(_ layout: RowLayout) {
    guard layout.size.isDrawable, size.isDrawable else { return }
    row = RowPlanes(layout)
    plane = FittedPlane(source: layout.size, output: size, turned: orientation)
  }

  /// Fits one row of the mask image.
  package mutating func take(row source: Span<UInt8>, at y: Int) {
    row?.keep(.alpha, of: source)
    guard let samples = row?.samples else { return }
    plane?.take(samples, at: y)
  }

  /// Says whether the mask keeps the original everywhere.
  package var isOpaque: Bool { alpha.allSatisfy { $0 == 255 } }

  /// Gives the alpha of every output pixel, row by row.
  var alpha: [UInt8] { plane?.seen ?? given }
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

  func restore(_ row: inout [UInt8], at y: Int) { PixelRows.lay(red: red, green: green, blue: blue, alpha: alpha, row: y, over: &row) }
}
