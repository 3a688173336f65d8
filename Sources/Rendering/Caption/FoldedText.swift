/// Text as one line: control characters and runs of white space become one space, invisible format characters go.
enum FoldedText {
  /// - Parameter limit: most characters to give; a prompt may be 32,768 long and a caption shows a few hundred.
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
      folded.append(character)
      if folded.count >= limit { break }
    }
    return folded
  }
}

extension Character {
  /// White space or a control character (including CR LF, which is one character).
  fileprivate var isBlank: Bool {
    unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
  }

  /// Marks of direction, byte order marks and joiners on their own: nothing that a reader would see.
  fileprivate var isInvisible: Bool {
    unicodeScalars.allSatisfy { $0.properties.generalCategory == .format }
  }
}
