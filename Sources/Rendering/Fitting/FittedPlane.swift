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

  init(_ crop: CoverCrop) {
    rows = RowFit(crop.horizontal)
    columns = crop.vertical
    let width = crop.horizontal.output
    current = Array(repeating: 0, count: width)
    previous = current
    sums = columns.method == .average ? Array(repeating: 0, count: width) : []
    samples = Array(repeating: 255, count: width * columns.output)
  }

  /// Takes source row `y`.
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
}

extension FittedPlane {
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
