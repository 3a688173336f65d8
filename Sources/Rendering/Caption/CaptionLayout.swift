internal import Images

/// The caption's lines of text, as they fit under a picture of some size.
struct CaptionLayout: Sendable, Equatable {
  let metrics: CaptionMetrics
  /// The prompt in quotes, cut with an ellipsis where it is too long.
  let promptLines: [String]
  /// Endpoint, model and details; empty where there is no room.
  let detailLine: String
  /// Height of the band with its rule, in pixels.
  let height: Int
  /// The seal at the band's right end; nil where there is no room.
  let seal: SealPlace?

  init?(_ facts: EditFacts, size: PixelSize) {
    // No glyph is narrower than one pixel, so more characters than pixels never show.
    let prompt = FoldedText.characters(of: facts.prompt, limit: max(size.width, 0) * 3)
    guard let metrics = CaptionMetrics(size, isDense: prompt.contains(where: \.isHangul)) else { return nil }
    self.metrics = metrics
    let seal = SealPlace(metrics, size: size)
    let width = (seal?.left ?? size.width) - 2 * metrics.margin
    self.seal = seal
    promptLines = Self.promptLines(prompt, metrics: metrics, width: width)
    detailLine = metrics.showsDetails ? DetailLine(facts, size: metrics.details, width: width).text : ""
    height = metrics.height(lines: promptLines.count, details: metrics.showsDetails)
  }

  private static func promptLines(_ prompt: [Character], metrics: CaptionMetrics, width: Int) -> [String] {
    let breaker = LineBreaker(size: metrics.prompt, width: width, maximumLines: metrics.maximumLines)
    guard !prompt.isEmpty else { return breaker.lines(of: Array("(blank prompt)")) }
    return breaker.lines(of: ["“"] + prompt, ending: ["”"])
  }
}

extension Character {
  var isHangul: Bool {
    switch unicodeScalars.first?.value ?? 0 {
    case 0x1100...0x11ff, 0x3131...0x318e, 0xac00...0xd7a3: true
    default: false
    }
  }
}
