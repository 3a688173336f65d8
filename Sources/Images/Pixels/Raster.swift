/// How many bytes one pixel has and what they mean; always 8 bits a channel.
package enum PixelChannels: Int, Sendable {
  /// Luminance alone.
  case grey = 1
  case rgb = 3
  case rgba = 4
}

/// The layout of the rows that a ``RowSource`` makes and a ``RowSink`` takes.
package struct RowLayout: Sendable, Equatable {
  /// Of the whole image.
  package var size: PixelSize
  /// Of each pixel.
  package var channels: PixelChannels

  /// Makes a layout.
  package init(size: PixelSize, channels: PixelChannels) {
    self.size = size
    self.channels = channels
  }

  /// Bytes of one row; rows are never padded.
  package var rowLength: Int { size.width * channels.rawValue }
}

/// Takes the rows of an image, top to bottom, each once.
///
/// Decoders write into one, so that a picture of 33 million pixels is never held whole where a reduction of it will do.
package protocol RowSink {
  /// Whether it looks at colours; where it does not, a decoder may give luminance alone where that is less work. `true` unless told otherwise.
  var looksAtColours: Bool { get }

  /// Called once, before the first row.
  mutating func begin(_ layout: RowLayout)

  /// Takes row `y`, `layout.rowLength` bytes long; `y` counts up from 0.
  mutating func take(row: Span<UInt8>, at y: Int)
}

extension RowSink {
  /// True.
  package var looksAtColours: Bool { true }
}

/// Takes rows and keeps none: for images that are only decoded to see whether they can be.
package struct DiscardedRows: RowSink {
  /// False.
  package var looksAtColours: Bool { false }

  /// Makes a sink.
  package init() {}

  /// Does nothing.
  package mutating func begin(_ layout: RowLayout) {}
  /// Does nothing.
  package mutating func take(row: Span<UInt8>, at y: Int) {}
}

/// Makes the rows of an image, top to bottom, each once.
///
/// Encoders read from one, so that a drawn picture need not exist as a whole.
package protocol RowSource {
  /// Of the rows that it makes.
  var layout: RowLayout { get }

  /// Overwrites `row`, which has `layout.rowLength` bytes, with row `y`.
  mutating func fill(row: inout [UInt8], at y: Int)
}

/// A whole image in memory: row by row, no padding, 8 bits a channel.
package struct Raster: Sendable, Equatable {
  /// Its rows.
  package private(set) var layout: RowLayout
  /// Row by row.
  package private(set) var bytes: [UInt8]

  /// Makes an image of exactly the rows that `layout` describes.
  package init(layout: RowLayout, bytes: [UInt8]) {
    precondition(bytes.count == layout.rowLength * layout.size.height)
    self.layout = layout
    self.bytes = bytes
  }

  /// An image without pixels, to be filled as a ``RowSink``.
  package init() {
    layout = RowLayout(size: PixelSize(width: 0, height: 0), channels: .rgb)
    bytes = []
  }
}

extension Raster: RowSink {
  /// Begins anew, with no rows.
  package mutating func begin(_ layout: RowLayout) {
    self.layout = layout
    bytes = []
    bytes.reserveCapacity(layout.rowLength * layout.size.height)
  }

  /// Appends a row.
  package mutating func take(row: Span<UInt8>, at y: Int) {
    bytes.append(addingCapacity: row.count) { output in for index in row.indices { output.append(row[index]) } }
  }
}

extension Raster: RowSource {
  /// Copies a row.
  package func fill(row: inout [UInt8], at y: Int) {
    let start = y * layout.rowLength
    row.replaceSubrange(0..<layout.rowLength, with: bytes[start..<start + layout.rowLength])
  }
}

/// An image file format the mock reads; see ``written`` for those that it also writes.
package enum ImageFormat: String, Sendable, CaseIterable {
  case png, jpeg, webp
  /// Any HEIF file that is no AVIF; its pixels are mostly HEVC.
  case heic
  case avif

  /// The formats of responses.
  package static let written: [ImageFormat] = [.png, .jpeg, .webp]

  /// The media type the format is served under.
  package var contentType: String { "image/\(rawValue)" }

  /// The file name extension, without a dot.
  package var fileExtension: String { self == .jpeg ? "jpg" : rawValue }

  /// The name as people write it: `PNG`, `WebP`.
  package var name: String { self == .webp ? "WebP" : rawValue.uppercased() }

  /// Tells whether a decoder gives the rows as they are seen: turning is part of decoding HEIC and AVIF, and is left to viewers elsewhere.
  package var isDecodedUpright: Bool { self == .heic || self == .avif }
}

/// Width and height of an image, in pixels.
package struct PixelSize: Sendable, Hashable, CustomStringConvertible {
  /// Pixels of a row.
  package var width: Int
  /// Number of rows.
  package var height: Int

  /// Makes a size.
  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Number of pixels. Saturates instead of wrapping: headers may claim sides of 4,294,967,295.
  package var area: UInt64 {
    let (product, overflow) = UInt64(width).multipliedReportingOverflow(by: UInt64(height))
    return overflow ? .max : product
  }

  /// The size with its sides swapped.
  package var transposed: PixelSize { PixelSize(width: height, height: width) }

  /// `1376x768`.
  package var description: String { "\(width)x\(height)" }
}
