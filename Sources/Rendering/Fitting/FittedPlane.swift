internal import CSupport
internal import Images

/// Fits one channel of a picture to the output, row by row as it comes.
///
/// Holds the output and two rows: the source is never held.
struct FittedPlane: Sendable {
  /// The output's samples, row by row; complete once the last source row was taken.
  private(set) var samples: [UInt8] = []
  private let rows: RowFit
  private let columns: AxisFit
  private var current: [UInt16]
  private var previous: [UInt16]
  private var sums: [UInt32]
  /// The next output row.
  private var next = 0
  private var orientation = ImageOrientation.upright

  /// Makes a plane that covers the output as it is seen.
  ///
  /// Rows are fitted as they come, and turned when `seen` is asked for: memory stays that of the output.
  init(source: PixelSize, output: PixelSize, turned orientation: ImageOrientation) {
    self.init(CoverCrop(source: source, output: orientation.swapsSides ? output.transposed : output))
    self.orientation = orientation
  }

  init(_ crop: CoverCrop) {
    rows = RowFit(crop.horizontal)
    columns = crop.vertical
    let width = crop.horizontal.output
    current = Array(repeating: 0, count: width)
    previous = current
    sums = columns.method == .average ? Array(repeating: 0, count: width) : []
    samples = Array(repeating: 255, count: width * columns.output)
  }

  /// The samples as they are seen, row by row.
  var seen: [UInt8] { orientation.seen(samples, of: PixelSize(width: current.count, height: columns.output)) }

  mutating func take(_ row: [UInt8], at y: Int) {
    switch columns.method {
    case .copy: copy(row, at: y)
    case .average: average(row, at: y)
    case .interpolate: interpolate(row, at: y)
    }
  }

  private mutating func copy(_ row: [UInt8], at y: Int) {
    guard y >= columns.copyOffset, next < columns.output else { return }
    if rows.axis.method == .copy, row.count == rows.axis.source {
      let (width, offset) = (rows.axis.output, rows.axis.copyOffset)
      samples.replaceSubrange(next * width..<(next + 1) * width, with: row[offset..<offset + width])
    } else {
      rows.fit(row.span, into: &current)
      PixelRows.blend(previous, current, weight: 256, into: &samples, row: next)
    }
    next += 1
  }

  private mutating func average(_ row: [UInt8], at y: Int) {
    let (top, bottom) = (y << 16, (y + 1) << 16)
    guard next < columns.output, columns.edge(next) < bottom else { return }
    rows.fit(row.span, into: &current)
    while next < columns.output {
      let (from, to) = (columns.edge(next), columns.edge(next + 1))
      guard from < bottom else { return }
      let weight = Self.share(of: min(bottom, to), from, to) &- Self.share(of: max(top, from), from, to)
      PixelRows.add(current, weight: weight, to: &sums)
      guard to <= bottom || y == columns.source - 1 else { return }
      PixelRows.round(&sums, into: &samples, row: next)
      next += 1
    }
  }

  /// Gives how much of `from..<to` lies before `position`, in 1/65536; differences of it always add up to 65536.
  private static func share(of position: Int, _ from: Int, _ to: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: (position - from) << 16 / max(to - from, 1))
  }

  private mutating func interpolate(_ row: [UInt8], at y: Int) {
    guard next < columns.output, columns.neighbours(next).after <= y + 1 else { return }
    swap(&current, &previous)
    rows.fit(row.span, into: &current)
    while next < columns.output {
      let (before, after, weight) = columns.neighbours(next)
      guard after <= y else { return }
      PixelRows.blend(previous, current, weight: before < y ? UInt32(weight) : 256, into: &samples, row: next)
      next += 1
    }
  }
}

/// Fits single rows to the output's width.
///
/// Gives 16-bit samples, 256 times the 8-bit ones: the rows are averaged again downwards, and rounding twice would show.
struct RowFit: Sendable {
  let axis: AxisFit
  /// What each output pixel reads; empty for a copy, and for averages of so many pixels each.
  private let taps: [pixel_rows_tap]
  private let evenStep: Int?

  init(_ axis: AxisFit) {
    self.axis = axis
    evenStep = axis.wholeStep.flatMap { [2, 4, 8].contains($0) ? $0 : nil }
    taps =
      switch axis.method {
      case .copy: []
      case .average where evenStep != nil: []
      case .average: (0..<axis.output).map { Self.average(axis, $0) }
      case .interpolate: (0..<axis.output).map { Self.interpolation(axis, $0) }
      }
  }

  private static func average(_ axis: AxisFit, _ index: Int) -> pixel_rows_tap {
    let (from, to) = (axis.edge(index), axis.edge(index + 1))
    let first = min(from >> 16, axis.source - 1)
    let last = min(max((to - 1) >> 16, first), axis.source - 1)
    let whole = UInt64(1) << 32
    guard last > first else { return tap(first, first, weights: (whole / 2, 0, whole / 2)) }
    let middle = (whole << 16) / UInt64(to - from)
    let firstWeight = (middle * UInt64((first + 1) << 16 - from)) >> 16
    // What is left, so that the weights add up exactly and white stays white.
    let lastWeight = whole - firstWeight - middle * UInt64(last - first - 1)
    return tap(first, last, weights: (firstWeight, last == first + 1 ? 0 : middle, lastWeight))
  }

  private static func interpolation(_ axis: AxisFit, _ index: Int) -> pixel_rows_tap {
    let (before, after, weight) = axis.neighbours(index)
    return tap(before, after, weights: (UInt64(256 - weight), 0, UInt64(weight)))
  }

  private static func tap(_ first: Int, _ last: Int, weights: (first: UInt64, middle: UInt64, last: UInt64)) -> pixel_rows_tap {
    pixel_rows_tap(
      first: UInt32(first), last: UInt32(last), first_weight: UInt32(weights.first), middle_weight: UInt32(weights.middle),
      last_weight: UInt32(weights.last))
  }

  /// Overwrites `fitted`, which has the output's width, from a row of the source's width.
  func fit(_ row: Span<UInt8>, into fitted: inout [UInt16]) {
    guard row.count == axis.source, fitted.count == axis.output else { return }
    switch axis.method {
    case .copy: copy(row, into: &fitted)
    case .average:
      if let evenStep {
        let start = axis.edge(0) >> 16
        PixelRows.average(row.extracting(start..<start + evenStep * axis.output), step: evenStep, into: &fitted)
      } else {
        PixelRows.average(row, taps, into: &fitted)
      }
    case .interpolate: PixelRows.interpolate(row, taps, into: &fitted)
    }
  }

  private func copy(_ row: Span<UInt8>, into fitted: inout [UInt16]) {
    let offset = axis.copyOffset
    for index in fitted.indices { fitted[index] = UInt16(row[offset &+ index]) << 8 }
  }
}

/// Takes the channels of one source row apart.
struct RowPlanes: Sendable {
  enum Channel: Int, Sendable { case red, green, blue, alpha }

  private let layout: RowLayout
  private(set) var samples: [UInt8]

  init(_ layout: RowLayout) {
    self.layout = layout
    samples = Array(repeating: 0, count: layout.size.width)
  }

  /// Keeps the row's luminance, composited over white.
  mutating func keepLuminance(of row: Span<UInt8>) {
    guard row.count == samples.count * layout.channels.rawValue else { return }
    switch layout.channels {
    case .grey: keep(row)
    case .rgb: PixelRows.weigh(rgb: row, into: &samples)
    case .rgba: PixelRows.weigh(rgba: row, into: &samples)
    }
  }

  /// Keeps one channel; colours are composited over white. The alpha of an opaque row is 255 everywhere.
  mutating func keep(_ channel: Channel, of row: Span<UInt8>) {
    guard row.count == samples.count * layout.channels.rawValue else { return }
    switch (channel, layout.channels) {
    case (.alpha, .grey), (.alpha, .rgb): for index in samples.indices { samples[index] = 255 }
    case (_, .grey): keep(row)
    case (_, .rgb): PixelRows.take(channel.rawValue, ofRGB: row, into: &samples)
    case (_, .rgba): PixelRows.take(channel.rawValue, ofRGBA: row, into: &samples)
    }
  }

  private mutating func keep(_ row: Span<UInt8>) { for index in samples.indices { samples[index] = row[index] } }
}
