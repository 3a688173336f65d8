/// Breaks text into lines that fit a width.
///
/// Breaks at spaces; a word that is longer than a line breaks anywhere. What does not fit in the last line is cut with an ellipsis.
struct LineBreaker: Sendable {
  var size: TextSize
  /// Pixels.
  var width: Int
  var maximumLines: Int

  /// - Parameter ending: put behind the text, also when it was cut.
  func lines(of text: [Character], ending: [Character] = []) -> [String] {
    var lines: [String] = []
    var rest = text[...] + ending
    while !rest.isEmpty, lines.count < maximumLines {
      let fitting = prefixThatFits(rest, width: width)
      if fitting.count == rest.count {
        lines.append(String(rest))
        return lines
      }
      if lines.count == maximumLines - 1 {
        lines.append(cut(rest, ending: ending))
        return lines
      }
      let end = breakPoint(in: rest, before: fitting.endIndex)
      lines.append(String(rest[..<end]))
      rest = rest[end...].drop { $0 == " " }
    }
    return lines
  }

  /// The last space, or `limit` when a single word fills the line; at least one character.
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
