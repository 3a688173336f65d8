internal import Pixels

/// The channels of one source row, taken apart.
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
    let step = layout.channels.rawValue
    guard row.count == samples.count * step else { return }
    if step == 3 { luminanceOpaque(row) } else { luminanceOverWhite(row) }
  }

  /// Keeps one channel; colours are composited over white. The alpha of an opaque row is 255 everywhere.
  mutating func keep(_ channel: Channel, of row: Span<UInt8>) {
    let step = layout.channels.rawValue
    guard row.count == samples.count * step else { return }
    switch (channel, layout.channels) {
    case (.alpha, .rgb):
      for index in samples.indices { samples[index] = 255 }
    case (.alpha, .rgba), (_, .rgb):
      for index in samples.indices { samples[index] = row[index &* step &+ channel.rawValue] }
    case (_, .rgba):
      for index in samples.indices {
        samples[index] = Self.overWhite(UInt32(row[index &* 4 &+ channel.rawValue]), alpha: row[index &* 4 &+ 3])
      }
    }
  }

  private mutating func luminanceOpaque(_ row: Span<UInt8>) {
    var samples = samples.mutableSpan
    for index in samples.indices {
      let at = index &* 3
      let sum = 77 &* UInt32(row[at]) &+ 150 &* UInt32(row[at &+ 1]) &+ 29 &* UInt32(row[at &+ 2])
      samples[index] = UInt8(truncatingIfNeeded: (sum &+ 128) >> 8)
    }
  }

  private mutating func luminanceOverWhite(_ row: Span<UInt8>) {
    for index in samples.indices {
      let at = index &* 4
      let sum = 77 &* UInt32(row[at]) &+ 150 &* UInt32(row[at &+ 1]) &+ 29 &* UInt32(row[at &+ 2])
      samples[index] = Self.overWhite((sum &+ 128) >> 8, alpha: row[at &+ 3])
    }
  }

  private static func overWhite(_ sample: UInt32, alpha: UInt8) -> UInt8 {
    let alpha = UInt32(alpha)
    return UInt8(truncatingIfNeeded: (sample &* alpha &+ 255 &* (255 &- alpha) &+ 127) / 255)
  }
}
