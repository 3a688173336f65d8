internal import Images

/// The sizes of everything in the caption band, in pixels; nil where a picture is too small for words.
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

  /// - Parameter isDense: whether the prompt has syllables that need more pixels than Latin letters do.
  init?(_ size: PixelSize, isDense: Bool) {
    guard size.width >= 56, size.height >= 40 else { return nil }
    let ideal = min((size.width + size.height) / 100, size.height / 24, size.width / 26)
    let cap = max(ideal, isDense ? 9 : 7)
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

  /// From the prompt's last baseline to the top of the details.
  private static func gap(_ cap: Int) -> Int { cap * 4 / 5 }

  /// Height of the band with its rule.
  func height(lines: Int, details shown: Bool) -> Int {
    detailsTop(lines: lines) + (shown ? details.capHeight : -Self.gap(prompt.capHeight)) + margin
  }

  /// Top of the capitals of line `line` of the prompt, from the band's top.
  func promptTop(line: Int) -> Int { rule + margin + line * prompt.lineHeight }

  /// Top of the details' capitals when the prompt takes `lines` lines.
  func detailsTop(lines: Int) -> Int {
    promptTop(line: lines - 1) + prompt.capHeight + Self.gap(prompt.capHeight)
  }
}
