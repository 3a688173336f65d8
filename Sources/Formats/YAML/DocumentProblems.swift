/// What is wrong in a scenario file: where, and what to write instead.
package struct DocumentProblem: Sendable, Equatable, CustomStringConvertible {
  package let file: String
  package let place: TextPosition
  package let message: String
  /// The line of the file.
  package let line: String

  package init(file: String, place: TextPosition, message: String, line: String) {
    self.file = file
    self.place = place
    self.message = message
    self.line = line
  }

  /// As compilers write it, with the line and a caret below.
  package var description: String {
    let number = "\(place.line)"
    let gutter = String(repeating: " ", count: max(5, number.count))
    return """
      \(file):\(place.line):\(place.column): \(message)
      \(gutter.dropFirst(number.count))\(number) | \(excerpt.text)
      \(gutter) | \(excerpt.indent)^
      """
  }

  /// Of a long line, what stands around the place; and what brings the caret under it.
  private var excerpt: (text: String, indent: String) {
    let scalars = Array(line.unicodeScalars)
    let start = place.column > 120 ? place.column - 60 : 0
    let shown = scalars.dropFirst(start).prefix(160)
    let before = String(String.UnicodeScalarView(shown.prefix(place.column - 1 - start)))
    let indent = before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.columns) }.joined()
    return (String(String.UnicodeScalarView(shown)), indent)
  }
}

/// Everything that is wrong in the scenario files, so that nobody mends one mistake to be told of the next.
package struct DocumentProblems: Error, Sendable, Equatable, CustomStringConvertible {
  package let all: [DocumentProblem]

  package init(_ all: [DocumentProblem]) { self.all = all }

  package init(_ problems: [Problem], file: String, bytes: [UInt8]) {
    let lines = YAMLLines.split(bytes.prefix(YAMLText.largestFile))
    all = problems.sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }.map { problem in
      // At the end of a text libyaml can be a line further than the text goes.
      let place = problem.place.line <= lines.count ? problem.place : TextPosition(endOf: lines)
      return DocumentProblem(file: file, place: place, message: problem.message, line: lines[place.line - 1])
    }
  }

  package var description: String { all.map(\.description).joined(separator: "\n") }
}

extension TextPosition {
  /// Behind the last character of a text, which has at least one line.
  fileprivate init(endOf lines: [String]) { self.init(line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1) }
}
