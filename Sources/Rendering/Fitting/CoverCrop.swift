internal import Images

/// Finds the middle part of a source that has the output's ratio: of 6 × 3 pixels for a square output, the 3 × 3 in the middle.
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

/// Says how the pixels along one side of a source become those along one side of the output.
///
/// Shrinking averages the area that an output pixel covers, enlarging interpolates between the two nearest centres.
/// Positions are in 1/65536 of a source pixel.
struct AxisFit: Sendable, Equatable {
  enum Method: Sendable, Equatable { case copy, average, interpolate }

  let source: Int
  let output: Int
  let method: Method
  private let start: Int
  private let length: Int

  init(source: Int, output: Int, cropLength: Int) {
    self.source = source
    self.output = output
    length = max(cropLength, 1)
    method = length == output << 16 ? .copy : length > output << 16 ? .average : .interpolate
    let margin = ((source << 16) - length) / 2
    // A copy must land on whole pixels, or every pixel would be blurred for half a pixel of centring.
    start = method == .copy ? margin & ~65535 : margin
  }

  /// The first source pixel of a copy.
  var copyOffset: Int { start >> 16 }

  /// Gives how many whole source pixels each output pixel covers; nil where an edge lies inside one.
  var wholeStep: Int? { start & 65535 == 0 && length % (output << 16) == 0 ? length / (output << 16) : nil }

  /// Gives the position where output pixel `index` begins; the end of the last one is at `edge(output)`.
  func edge(_ index: Int) -> Int {
    let whole = length / output * index
    return start + whole + length % output * index / output
  }

  /// Gives the source pixel before the centre of output pixel `index`, the one behind it, and the weight of the latter in 1/256.
  func neighbours(_ index: Int) -> (before: Int, after: Int, weight: Int) {
    let centre = (edge(index) + edge(index + 1)) / 2 - 32768
    let before = centre >> 16
    let last = source - 1
    return (min(max(before, 0), last), min(max(before + 1, 0), last), (centre & 65535) >> 8)
  }
}
