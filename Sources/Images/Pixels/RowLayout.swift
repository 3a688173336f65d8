/// How many bytes one pixel has and what they mean; always 8 bits a channel.
package enum PixelChannels: Int, Sendable {
  /// Luminance alone.
  case grey = 1
  case rgb = 3
  case rgba = 4
}

/// The shape of the rows that a ``RowSource`` gives and a ``RowSink`` takes.
package struct RowLayout: Sendable, Equatable {
  package var size: PixelSize
  package var channels: PixelChannels

  package init(size: PixelSize, channels: PixelChannels) {
    self.size = size
    self.channels = channels
  }

  /// Bytes of one row; rows are never padded.
  package var rowLength: Int { size.width * channels.rawValue }
}
