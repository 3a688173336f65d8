/// Makes one line of a text: control characters and runs of white space become one space, invisible format characters go.
enum FoldedText {
  /// Gives the characters in the pieces that they are drawn in, see ``Typeface/pieces(of:)``. It stops at the limit: a prompt may be 32,768
  /// long and a caption shows a few hundred.
  static func characters(of text: String, limit: Int) -> [Character] {
    var folded: [Character] = []
    var pendingSpace = false
    for character in text where !character.isInvisible {
      if character.isBlank {
        pendingSpace = !folded.isEmpty
        continue
      }
      if pendingSpace { folded.append(" ") }
      pendingSpace = false
      folded.append(contentsOf: Typeface.pieces(of: character).prefix(limit))
      if folded.count >= limit { break }
    }
    return folded
  }
}

extension Character {
  /// Whether this is white space or a control character (including CR LF, which is one character).
  fileprivate var isBlank: Bool { unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.generalCategory == .control } }

  /// Whether a reader would see nothing: marks of direction, byte order marks and joiners on their own.
  fileprivate var isInvisible: Bool { unicodeScalars.allSatisfy { $0.properties.generalCategory == .format } }
}

/// Breaks text into lines that fit a width: at spaces; a word that is longer than a line breaks anywhere. What does not fit in the last
/// line is cut with an ellipsis.
struct LineBreaker: Sendable {
  var size: TextSize
  /// Pixels.
  var width: Int
  var maximumLines: Int

  /// Gives the lines, at most `maximumLines`; the ending is put behind the text, also when it was cut.
  func lines(of text: [Character], ending: [Character] = []) -> [String] {
    var lines: [String] = []
    var rest = text[...] + ending
    while !rest.isEmpty, lines.count < maximumLines {
      let fitting = prefixThatFits(rest, width: width)
      if fitting.count == rest.count { return lines + [String(rest)] }
      if lines.count == maximumLines - 1 { return lines + [cut(rest, ending: ending)] }
      let end = breakPoint(in: rest, before: fitting.endIndex)
      lines.append(String(rest[..<end]))
      rest = rest[end...].drop { $0 == " " }
    }
    return lines
  }

  /// Finds the last space, or `limit` when a single word fills the line; at least one character.
  private func breakPoint(in text: ArraySlice<Character>, before limit: Int) -> Int {
    if limit < text.endIndex, text[limit] == " " { return max(limit, text.startIndex + 1) }
    if let space = text[..<limit].lastIndex(of: " "), space > text.startIndex { return space }
    return max(limit, text.startIndex + 1)
  }

  private func cut(_ text: ArraySlice<Character>, ending: [Character]) -> String {
    let tail: [Character] = ["…"] + ending
    let fitting = prefixThatFits(text, width: width - size.width(of: tail))
    let end = fitting.lastIndex { $0 != " " }.map { $0 + 1 } ?? fitting.startIndex
    return String(fitting[..<end] + tail)
  }

  private func prefixThatFits(_ text: ArraySlice<Character>, width: Int) -> ArraySlice<Character> {
    var used = 0
    for index in text.indices {
      used += size.advance(of: text[index])
      if used > width { return text[..<index] }
    }
    return text
  }
}

/// Writes the second kind of line: endpoint, model and as many details as fit.
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

  private static func joined(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: separator) }

  private static func folded(_ text: String) -> String { String(FoldedText.characters(of: text, limit: 200)) }

  /// Keeps the beginning and the end of a text, with an ellipsis between, `length` characters in all: `firer…-edit`.
  static func cut(_ text: String, to length: Int) -> String {
    guard text.count > length else { return text }
    let kept = max(length - 1, 1)
    return text.prefix((kept + 1) / 2) + "…" + text.suffix(kept / 2)
  }
}
