internal import Images

/// Takes the rows of a decoder and notes whether they come as promised: one layout, then each row once, from the top down.
struct RowWitness: RowSink {
  /// Whether it has to be given colours.
  let looksAtColours: Bool
  private(set) var layout: RowLayout?
  private(set) var rows = 0
  /// What was not as promised first.
  private(set) var complaint: String?
  private(set) var pixels: [UInt8] = []

  init(looksAtColours: Bool) { self.looksAtColours = looksAtColours }

  mutating func begin(_ layout: RowLayout) {
    if self.layout != nil { complaint = complaint ?? "the layout comes twice" }
    self.layout = layout
  }

  mutating func take(row: Span<UInt8>, at y: Int) {
    guard let layout else {
      complaint = complaint ?? "row \(y) comes before the layout"
      return
    }
    if y != rows || y >= layout.size.height { complaint = complaint ?? "row \(y) comes in the place of row \(rows)" }
    if row.count != layout.rowLength { complaint = complaint ?? "row \(y) has \(row.count) bytes of \(layout.rowLength)" }
    rows += 1
    for index in row.indices { pixels.append(row[index]) }
  }
}
