/// Why a text is not YAML at all: nothing else can be said of it then.
package struct YAMLReadingError: Error, Sendable, Equatable {
  package let problem: Problem

  init(_ place: TextPosition, _ message: String) { problem = Problem(place: place, message: message) }

  init(line: Int, column: Int, _ message: String) { self.init(TextPosition(line: line, column: column), message) }

  /// The place as an offset into bytes of which those before it are UTF-8.
  init(_ bytes: [UInt8], at offset: Int, _ message: String) {
    let before = YAMLLines.split(bytes.prefix(offset))
    self.init(line: before.count, column: (before.last?.unicodeScalars.count ?? 0) + 1, message)
  }

  static func tooDeep(_ place: TextPosition) -> YAMLReadingError {
    YAMLReadingError(place, "this is nested more than \(YAMLText.deepestNesting) levels deep; write it flatter")
  }

  static func notYAML(_ words: String, _ place: TextPosition) -> YAMLReadingError {
    YAMLReadingError(place, "this is not YAML: \(words); check indentation and quotes")
  }

  /// libyaml's own words and place.
  init(_ failure: YAMLFailure) {
    let place = TextPosition(failure.place)
    let words = [failure.context, failure.problem].compactMap(\.self).joined(separator: ": ")
    switch failure.kind {
    case .memory: self.init(place, "this cannot be read: \(failure.problem); write a shorter file")
    case .character: self.init(place, "this is not YAML: \(failure.problem); take the character out")
    // Newer versions look ahead and have a limit of their own.
    case .grammar where words.contains("nesting level"): self = .tooDeep(place)
    case .grammar: self = .notYAML(words, place)
    }
  }
}
