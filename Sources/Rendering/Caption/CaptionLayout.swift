internal import Images

/// Fits the caption's lines of text under a picture of some size; nil where it is too small for words.
struct CaptionLayout: Sendable, Equatable {
  let metrics: CaptionMetrics
  /// The prompt in quotes, cut with an ellipsis where it is too long.
  let promptLines: [String]
  /// Endpoint, model and details; empty where there is no room.
  let detailLine: String
  /// Height of the band with its rule, in pixels.
  let height: Int
  /// The identicon at the band's right end; nil where there is no room.
  let identicon: IdenticonPosition?

  init?(_ facts: EditFacts, size: PixelSize) {
    // No glyph is narrower than one pixel, so more characters than pixels never show.
    let prompt = FoldedText.characters(of: facts.prompt, limit: max(size.width, 0) * 3)
    guard let metrics = CaptionMetrics(size, prompt: prompt) else { return nil }
    self.metrics = metrics
    let identicon = IdenticonPosition(metrics, size: size)
    let width = (identicon?.left ?? size.width) - 2 * metrics.margin
    self.identicon = identicon
    promptLines = Self.promptLines(prompt, metrics: metrics, width: width)
    detailLine = metrics.showsDetails ? DetailLine(facts, size: metrics.details, width: width).text : ""
    height = metrics.height(lines: promptLines.count, details: metrics.showsDetails)
  }

  private static func promptLines(_ prompt: [Character], metrics: CaptionMetrics, width: Int) -> [String] {
    let breaker = LineBreaker(size: metrics.prompt, width: width, maximumLines: metrics.maximumLines)
    guard !prompt.isEmpty else { return breaker.lines(of: Array("(blank prompt)")) }
    return breaker.lines(of: ["“"] + prompt, ending: ["”"])
  }

  /// The row from which on the text is in the details' colour: between the prompt and the details.
  var detailsInkTop: Int {
    let overhang = detailLine.allSatisfy(Typeface.has) ? 0 : Glyph.lastResortOverhang
    return metrics.detailsTop(lines: promptLines.count) - max(metrics.margin / 3, overhang)
  }

  /// Draws all lines on a canvas of the band's size.
  func drawnText(width: Int) -> CoverageCanvas {
    var canvas = CoverageCanvas(width: width, height: height)
    for (index, line) in promptLines.enumerated() {
      var pen = Pen(size: metrics.prompt, x: metrics.margin, top: metrics.promptTop(line: index))
      pen.draw(line, on: &canvas)
    }
    var pen = Pen(size: metrics.details, x: metrics.margin, top: metrics.detailsTop(lines: promptLines.count))
    pen.draw(detailLine, on: &canvas)
    return canvas
  }
}

/// Chooses the sizes of everything in the caption band, in pixels; nil where a picture is too small for words.
struct CaptionMetrics: Sendable, Equatable {
  let prompt: TextSize
  let details: TextSize
  /// From the edge of the picture to the text, at all sides.
  let margin: Int
  /// Thickness of the line above the band.
  let rule: Int
  /// How many lines the prompt may take.
  let maximumLines: Int
  /// Whether there is room for the second kind of line.
  let showsDetails: Bool

  /// - Parameter smallestCapHeight: what the characters of the prompt need to be told apart.
  init?(_ size: PixelSize, smallestCapHeight: Int) {
    guard size.width >= 56, size.height >= 40 else { return nil }
    let ideal = min((size.width + size.height) / 100, size.height / 24, size.width / 26)
    let cap = max(ideal, smallestCapHeight)
    prompt = TextSize(capHeight: cap)
    details = TextSize(capHeight: max(7, cap * 3 / 4))
    margin = cap * 4 / 5
    rule = max(1, cap / 6)
    let (prompt, details, frame) = (prompt, details, 2 * margin + rule)
    func height(lines: Int, details shown: Bool) -> Int {
      frame + (lines - 1) * prompt.lineHeight + cap + (shown ? Self.gap(cap) + details.capHeight : 0)
    }
    guard height(lines: 1, details: false) * 5 <= size.height * 2 else { return nil }
    showsDetails = height(lines: 1, details: true) * 5 <= size.height * 2
    let lines = [3, 2].first { height(lines: $0, details: true) * 100 <= size.height * ($0 == 3 ? 15 : 24) }
    maximumLines = lines ?? 1
  }

  /// Chooses sizes that a prompt can be read at: Hangul needs more pixels than Latin letters do, and numbers in boxes more than Hangul. A
  /// picture that is too small for boxes still has its caption, on one line, where they may be higher than the rest.
  init?(_ size: PixelSize, prompt: [Character]) {
    let letters = prompt.contains(where: \.isHangul) ? 9 : 7
    if !prompt.allSatisfy(Typeface.has), let metrics = Self(size, smallestCapHeight: Glyph.lastResortCapHeight) {
      self = metrics
    } else {
      self.init(size, smallestCapHeight: letters)
    }
  }

  /// From the prompt's last baseline to the top of the details.
  private static func gap(_ cap: Int) -> Int { cap * 4 / 5 }

  /// Gives the height of the band with its rule.
  func height(lines: Int, details shown: Bool) -> Int {
    detailsTop(lines: lines) + (shown ? details.capHeight : -Self.gap(prompt.capHeight)) + margin
  }

  /// Gives the top of the capitals of line `line` of the prompt, from the band's top.
  func promptTop(line: Int) -> Int { rule + margin + line * prompt.lineHeight }

  /// Gives the top of the details' capitals when the prompt takes `lines` lines.
  func detailsTop(lines: Int) -> Int { promptTop(line: lines - 1) + prompt.capHeight + Self.gap(prompt.capHeight) }
}

extension Character {
  /// Whether this begins with a Korean syllable or letter.
  fileprivate var isHangul: Bool {
    switch unicodeScalars.first?.value ?? 0 {
    case 0x1100...0x11ff, 0x3131...0x318e, 0xac00...0xd7a3: true
    default: false
    }
  }
}
