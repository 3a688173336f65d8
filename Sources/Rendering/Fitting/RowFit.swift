internal import CSupport

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
