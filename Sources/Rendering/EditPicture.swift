package import Images

/// Draws the edit: a two-ink print of the source, with a caption that says what was asked.
///
/// Its pixels are a pure function of its inputs, in integer arithmetic: the same on every machine.
package struct EditPicture: RowSource, Sendable {
  /// Gives the size that was asked for, in RGB; an empty one when that cannot be drawn.
  package let layout: RowLayout
  private let luminance: [UInt8]
  private let tones: ToneTable
  private let halftone: Halftone
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
    halftone = Halftone(plan.pattern, for: size)
    caption = CaptionBand(facts, size: size, palette: plan.palette)
  }

  /// The first row of the caption; the height where there is no room for one.
  var captionTop: Int { layout.size.height - (caption?.height ?? 0) }

  /// Prints row `y`; a row of another length, or one that does not exist, is left alone.
  package func fill(row: inout [UInt8], at y: Int) {
    guard row.count == layout.rowLength, y >= 0, y < layout.size.height else { return }
    if let caption, y >= captionTop {
      caption.draw(row: y - captionTop, on: &row)
      return
    }
    let samples = luminance.span.extracting(y * layout.size.width..<(y + 1) * layout.size.width)
    if halftone.side == 1 {
      PixelRows.print(samples, in: tones.flat, on: &row)
    } else {
      PixelRows.print(samples, through: halftone, at: y, in: tones, on: &row)
    }
    original?.restore(&row, at: y)
  }
}

/// Says what was asked, as the picture shows it and is coloured by.
package struct EditFacts: Sendable, Equatable {
  /// Names the API and its endpoint: `VENICE image/edit`.
  package var endpoint: String
  /// Names the model that was asked for; a long name is cut in its middle.
  package var model: String
  /// Holds the prompt: any Unicode text, of any length; the caption shows as much as fits.
  package var prompt: String
  /// Lists short facts in the order they are shown: `16:9`, `1K`, `masked`.
  package var details: [String]
  /// Chooses one of the sets of pictures, see `--seed`.
  package var seed: UInt64
  /// Counts the images of one request, from 0.
  package var variation: Int

  /// Collects the facts; of variation 0 of seed 0, unless said otherwise.
  package init(endpoint: String, model: String, prompt: String, details: [String] = [], seed: UInt64 = 0, variation: Int = 0) {
    self.endpoint = endpoint
    self.model = model
    self.prompt = prompt
    self.details = details
    self.seed = seed
    self.variation = variation
  }
}
