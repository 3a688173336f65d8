internal import Images

/// The middle part of a source that has the output's ratio.
///
/// Positions are in 1/65536 of a source pixel.
struct CoverCrop: Sendable, Equatable {
  var horizontal: AxisFit
  var vertical: AxisFit

  init(source: PixelSize, output: PixelSize) {
    let (width, height) = (source.width << 16, source.height << 16)
    // Whether the source is wider than the output's ratio: then its height is used whole.
    let wider = source.width * output.height > source.height * output.width
    let cropWidth = wider ? height / output.height * output.width + height % output.height * output.width / output.height : width
    let cropHeight = wider ? height : width / output.width * output.height + width % output.width * output.height / output.width
    horizontal = AxisFit(source: source.width, output: output.width, cropLength: min(cropWidth, width))
    vertical = AxisFit(source: source.height, output: output.height, cropLength: min(cropHeight, height))
  }

  /// Longest side of a source or an output that the fixed-point positions can hold.
  static let longestSide = 1 << 24
}
