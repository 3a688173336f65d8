/// The second kind of line: endpoint, model and details, as many as fit.
///
/// Details go first, the last one first; then the model is cut in its middle; then the endpoint goes.
struct DetailLine: Sendable, Equatable {
  private(set) var text = ""

  /// A longer model name is cut in its middle even where there is room, so that it does not push the details out.
  private static let longestModel = 30
  private static let separator = "   "

  init(_ facts: EditFacts, size: TextSize, width: Int) {
    func fits(_ text: String) -> Bool { size.width(of: text) <= width }
    let endpoint = Self.folded(facts.endpoint)
    let model = Self.folded(facts.model)
    let details = facts.details.prefix(16).map(Self.folded)
    for count in stride(from: details.count, through: 0, by: -1) {
      let parts = [endpoint, Self.cut(model, to: Self.longestModel)] + details.prefix(count)
      text = Self.joined(parts)
      if fits(text) { return }
    }
    for first in [endpoint, ""] {
      for length in stride(from: Self.longestModel - 1, through: first.isEmpty ? 1 : 8, by: -1) {
        text = Self.joined([first, Self.cut(model, to: length)])
        if fits(text) { return }
      }
    }
    text = ""
  }

  private static func joined(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: separator)
  }

  private static func folded(_ text: String) -> String { String(FoldedText.characters(of: text, limit: 200)) }

  /// The beginning and the end of a text, with an ellipsis between, `length` characters in all.
  static func cut(_ text: String, to length: Int) -> String {
    guard text.count > length else { return text }
    let kept = max(length - 1, 1)
    return text.prefix((kept + 1) / 2) + "…" + text.suffix(kept / 2)
  }
}
