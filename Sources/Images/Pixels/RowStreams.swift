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
  package var looksAtColours: Bool { true }
}

/// Takes rows and keeps none: for images that are only decoded to see whether they can be.
package struct DiscardedRows: RowSink {
  package var looksAtColours: Bool { false }

  package init() {}

  package mutating func begin(_ layout: RowLayout) {}
  package mutating func take(row: Span<UInt8>, at y: Int) {}
}

/// Gives the rows of an image, top to bottom, each once.
///
/// Encoders read from one, so that a drawn picture need not exist as a whole.
package protocol RowSource {
  var layout: RowLayout { get }

  /// Overwrites `row`, which has `layout.rowLength` bytes, with row `y`.
  mutating func fill(row: inout [UInt8], at y: Int)
}
