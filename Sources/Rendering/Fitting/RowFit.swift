/// Fits single rows to the output's width.
///
/// Gives 16-bit samples, 256 times the 8-bit ones: the rows are averaged again downwards, and rounding twice would show.
struct RowFit: Sendable {
  let axis: AxisFit
  /// What each output pixel reads; empty for a copy.
  private let taps: [Tap]

  /// One output pixel's part of the row.
  private struct Tap: Sendable {
    var first: Int
    var last: Int
    /// Weights of the first pixel, of each one between, and of the last one, in 1/2³² (average) or 1/256 (interpolate).
    var firstWeight: UInt64
    var middleWeight: UInt64
    var lastWeight: UInt64
  }

  init(_ axis: AxisFit) {
    self.axis = axis
    taps =
      switch axis.method {
      case .copy: []
      case .average: (0..<axis.output).map { Self.average(axis, $0) }
      case .interpolate: (0..<axis.output).map { Self.interpolation(axis, $0) }
      }
  }

  private static func average(_ axis: AxisFit, _ index: Int) -> Tap {
    let (from, to) = (axis.edge(index), axis.edge(index + 1))
    let first = min(from >> 16, axis.source - 1)
    let last = min(max((to - 1) >> 16, first), axis.source - 1)
    let whole = UInt64(1) << 32
    guard last > first else { return Tap(first: first, last: first, firstWeight: whole, middleWeight: 0, lastWeight: 0) }
    let middle = (whole << 16) / UInt64(to - from)
    let firstWeight = (middle * UInt64((first + 1) << 16 - from)) >> 16
    // What is left, so that the weights add up exactly and white stays white.
    let lastWeight = whole - firstWeight - middle * UInt64(last - first - 1)
    return Tap(first: first, last: last, firstWeight: firstWeight, middleWeight: middle, lastWeight: lastWeight)
  }

  private static func interpolation(_ axis: AxisFit, _ index: Int) -> Tap {
    let (before, after, weight) = axis.neighbours(index)
    return Tap(first: before, last: after, firstWeight: UInt64(256 - weight), middleWeight: 0, lastWeight: UInt64(weight))
  }

  /// Overwrites `fitted`, which has the output's width, from a row of the source's width.
  func fit(_ row: Span<UInt8>, into fitted: inout [UInt16]) {
    guard row.count == axis.source, fitted.count == axis.output else { return }
    switch axis.method {
    case .copy: copy(row, into: &fitted)
    case .average: average(row, into: &fitted)
    case .interpolate: interpolate(row, into: &fitted)
    }
  }

  private func copy(_ row: Span<UInt8>, into fitted: inout [UInt16]) {
    let offset = axis.copyOffset
    for index in fitted.indices { fitted[index] = UInt16(row[offset &+ index]) << 8 }
  }

  private func average(_ row: Span<UInt8>, into fitted: inout [UInt16]) {
    for index in taps.indices {
      let tap = taps[index]
      var middle: UInt64 = 0
      var position = tap.first &+ 1
      while position < tap.last {
        middle &+= UInt64(row[position])
        position &+= 1
      }
      let sum = tap.firstWeight &* UInt64(row[tap.first]) &+ tap.middleWeight &* middle &+ tap.lastWeight &* UInt64(row[tap.last])
      fitted[index] = UInt16(truncatingIfNeeded: sum >> 24)
    }
  }

  private func interpolate(_ row: Span<UInt8>, into fitted: inout [UInt16]) {
    for index in taps.indices {
      let tap = taps[index]
      let sum = tap.firstWeight &* UInt64(row[tap.first]) &+ tap.lastWeight &* UInt64(row[tap.last])
      fitted[index] = UInt16(truncatingIfNeeded: sum)
    }
  }
}
