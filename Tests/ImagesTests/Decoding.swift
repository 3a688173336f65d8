import Images

/// What a decoder made of some bytes.
enum Outcome: Equatable {
  case decoded(Raster)
  case refused(ImageDecodeError)

  init(_ bytes: [UInt8], as format: ImageFormat, maximumArea: UInt64 = 1_000_000) {
    var raster = Raster()
    do {
      try ImageDecoder.decode(bytes, as: format, maximumArea: maximumArea, into: &raster)
      self = .decoded(raster)
    } catch {
      self = .refused(error)
    }
  }

  var raster: Raster? {
    if case .decoded(let raster) = self { raster } else { nil }
  }

  var error: ImageDecodeError? {
    if case .refused(let error) = self { error } else { nil }
  }
}

/// Counts rows and forgets them.
struct RowCounter: RowSink {
  var layout: RowLayout?
  var count = 0

  mutating func begin(_ layout: RowLayout) { self.layout = layout }
  mutating func take(row: Span<UInt8>, at y: Int) { count += 1 }
}

/// A soft picture: JPEG and WebP keep it to within a few steps.
func gradient(width: Int, height: Int, channels: PixelChannels = .rgb) -> Raster {
  var bytes: [UInt8] = []
  for y in 0..<height {
    for x in 0..<width {
      bytes += [UInt8(x * 200 / max(width, 60)), UInt8(y * 200 / max(height, 60)), 90]
      if channels == .rgba { bytes.append(UInt8((x + y) * 255 / (width + height))) }
    }
  }
  return Raster(layout: RowLayout(size: PixelSize(width: width, height: height), channels: channels), bytes: bytes)
}

/// The largest difference of two samples at the same index.
func largestDifference(_ one: [UInt8], _ other: [UInt8]) -> Int {
  zip(one, other).map { abs(Int($0) - Int($1)) }.max() ?? 0
}
