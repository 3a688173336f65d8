/// A whole image in memory: row by row, no padding, 8 bits a channel.
package struct Raster: Sendable, Equatable {
  package private(set) var layout: RowLayout
  package private(set) var bytes: [UInt8]

  /// - Precondition: `bytes` holds exactly the rows that `layout` describes.
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
  package mutating func begin(_ layout: RowLayout) {
    self.layout = layout
    bytes = []
    bytes.reserveCapacity(layout.rowLength * layout.size.height)
  }

  package mutating func take(row: Span<UInt8>, at y: Int) {
    bytes.append(addingCapacity: row.count) { output in
      for index in row.indices { output.append(row[index]) }
    }
  }
}

extension Raster: RowSource {
  package func fill(row: inout [UInt8], at y: Int) {
    let start = y * layout.rowLength
    row.replaceSubrange(0..<layout.rowLength, with: bytes[start..<start + layout.rowLength])
  }
}
