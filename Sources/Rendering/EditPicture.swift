package import Pixels

/// The drawn edit: a two-ink print of the source, with a caption that says what was asked.
///
/// A pure function of its inputs, in integer arithmetic: the same pixels on every machine.
package struct EditPicture: RowSource, Sendable {
  /// RGB, of the size that was asked for; empty when that cannot be drawn.
  package let layout: RowLayout
  private let luminance: [UInt8]
  private let tones: ToneTable
  private let screen: Screen
  private let original: MaskedOriginal?
  private let caption: CaptionBand?

  /// Plans the print and draws its caption; the rows are printed as they are asked for.
  ///
  /// - Parameters:
  ///   - source: fitted to `size`; nil draws a landscape from the facts alone.
  ///   - mask: fitted to `size`; where it keeps the original, a source that kept only luminance shows grey. Ignored without a source.
  ///   - paintsAnew: whether the edit is a landscape from the facts, as without a source, while a mask still keeps the original.
  package init(source: SourceCanvas?, mask: MaskCanvas?, size: PixelSize, facts: EditFacts, paintsAnew: Bool = false) {
    let size = size.isDrawable ? size : PixelSize(width: 0, height: 0)
    layout = RowLayout(size: size, channels: .rgb)
    let given = source?.size == size ? source?.luminance : nil
    let original = given == nil ? nil : MaskedOriginal(source: source, mask: mask, size: size)
    self.original = original
    luminance = paintsAnew ? Backdrop(facts, size: size).luminance : given ?? Backdrop(facts, size: size).luminance
    let plan = PrintPlan(facts)
    let histogram = (paintsAnew ? nil : given).map { Histogram(luminance: $0, edited: original?.alpha).counts }
    tones = ToneTable(ramp: Ramp(plan.palette), levels: histogram.map(Levels.init(histogram:)) ?? .identity)
    screen = Screen(plan.pattern, for: size)
    caption = CaptionBand(facts, size: size, palette: plan.palette)
  }

  /// Prints row `y`; a row of another length, or one that does not exist, is left alone.
  package func fill(row: inout [UInt8], at y: Int) {
    let captionTop = layout.size.height - (caption?.height ?? 0)
    guard row.count == layout.rowLength, y >= 0, y < layout.size.height else { return }
    if let caption, y >= captionTop {
      caption.copy(row: y - captionTop, into: &row)
      return
    }
    if screen.side == 1 { printFlat(&row, at: y) } else { printScreened(&row, at: y) }
    original?.restore(&row, at: y)
  }

  private func printFlat(_ row: inout [UInt8], at y: Int) {
    let start = y &* layout.size.width
    let table = tones.flat.span
    for x in 0..<layout.size.width {
      let colour = table[Int(luminance[start &+ x])]
      row[x &* 3] = UInt8(truncatingIfNeeded: colour >> 16)
      row[x &* 3 &+ 1] = UInt8(truncatingIfNeeded: colour >> 8)
      row[x &* 3 &+ 2] = UInt8(truncatingIfNeeded: colour)
    }
  }

  private func printScreened(_ row: inout [UInt8], at y: Int) {
    let start = y &* layout.size.width
    let tile = y % screen.side * screen.side
    var column = 0
    for x in 0..<layout.size.width {
      let tone = Int(tones.levelled[Int(luminance[start &+ x])]) &+ Int(screen.offsets[tile &+ column])
      let colour = tones.screened[tone &+ ToneTable.bias]
      row[x &* 3] = UInt8(truncatingIfNeeded: colour >> 16)
      row[x &* 3 &+ 1] = UInt8(truncatingIfNeeded: colour >> 8)
      row[x &* 3 &+ 2] = UInt8(truncatingIfNeeded: colour)
      column = column &+ 1 == screen.side ? 0 : column &+ 1
    }
  }
}

extension CaptionBand {
  fileprivate func copy(row: Int, into pixels: inout [UInt8]) {
    let start = row * pixels.count
    for index in pixels.indices { pixels[index] = bytes[start &+ index] }
  }
}
