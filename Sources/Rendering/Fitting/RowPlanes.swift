internal import Images

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
