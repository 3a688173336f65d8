/// Why a text cannot be read: what is wrong with it, and what to write instead.
package struct TextSyntaxError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The message.
  package let description: String

  /// Makes an error of its message.
  package init(_ description: String) { self.description = description }
}

/// What is wrong at one position of a text.
package struct Problem: Sendable, Equatable {
  /// Its position in the text.
  package let position: TextPosition
  /// What is wrong, and what to write instead.
  package let message: String
}

/// Collects what is wrong in a text while it is read; reading goes on to find the rest.
package struct ProblemList: Sendable {
  /// In the order in which they were found.
  package private(set) var all: [Problem] = []

  /// Makes an empty list.
  package init() {}

  /// Adds a problem at a value.
  package mutating func add(_ node: YAMLNode, _ message: String) { add(node.position, message) }

  /// Adds a problem, once.
  package mutating func add(_ position: TextPosition, _ message: String) {
    let problem = Problem(position: position, message: message)
    // What stands behind an alias is read once for each.
    if !all.contains(problem) { all.append(problem) }
  }

  /// Returns what `read` returns; nil when it throws, and its error is noted at the node.
  package mutating func value<Value>(of node: YAMLNode, _ key: String, _ read: () throws(TextSyntaxError) -> Value) -> Value? {
    do {
      return try read()
    } catch {
      add(node, "`\(key)`: \(error)")
      return nil
    }
  }
}

/// What is wrong in a file: where, and what to write instead.
package struct DocumentProblem: Sendable, Equatable, CustomStringConvertible {
  /// The path or name of the file.
  package let file: String
  /// Its position in the text.
  package let position: TextPosition
  /// What is wrong, and what to write instead.
  package let message: String
  /// The line of the file.
  package let line: String

  /// Makes a problem.
  package init(file: String, position: TextPosition, message: String, line: String) {
    self.file = file
    self.position = position
    self.message = message
    self.line = line
  }

  /// The problem as compilers write it, with the line and a caret below.
  ///
  ///     scenarios/a.yaml:3:9: `stpes` is no key of a scenario; did you mean `steps`?
  ///         3 | stpes:
  ///           | ^
  package var description: String {
    let number = "\(position.line)"
    let gutter = String(repeating: " ", count: max(5, number.count))
    return """
      \(file):\(position.line):\(position.column): \(message)
      \(gutter.dropFirst(number.count))\(number) | \(excerpt.text)
      \(gutter) | \(excerpt.indent)^
      """
  }

  /// Of a long line, what stands around the position; and what brings the caret under it.
  private var excerpt: (text: String, indent: String) {
    let scalars = Array(line.unicodeScalars)
    let start = position.column > 120 ? position.column - 60 : 0
    let shown = scalars.dropFirst(start).prefix(160)
    let before = String(String.UnicodeScalarView(shown.prefix(position.column - 1 - start)))
    let indent = before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.columns) }.joined()
    return (String(String.UnicodeScalarView(shown)), indent)
  }
}

/// Everything that is wrong in some files: all of it at once, so that each run does not bring up one more mistake.
package struct DocumentProblems: Error, Sendable, Equatable, CustomStringConvertible {
  /// File by file, in the order of their positions.
  package let all: [DocumentProblem]

  /// Takes problems in the given order.
  package init(_ all: [DocumentProblem]) { self.all = all }

  /// Takes the problems of one file, in the order of their positions, each with its line.
  package init(_ problems: [Problem], file: String, bytes: [UInt8]) {
    let lines = String(decoding: bytes.prefix(YAMLText.largestFile), as: UTF8.self).yamlLines
    let sorted = problems.sorted { ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column) }
    all = sorted.map { problem in
      // At the end of a text libyaml can be a line further than the text goes.
      let position = problem.position.line <= lines.count ? problem.position : TextPosition(endOf: lines)
      return DocumentProblem(file: file, position: position, message: problem.message, line: lines[position.line - 1])
    }
  }

  /// One after the other, as compilers write them.
  package var description: String { all.map(\.description).joined(separator: "\n") }
}

/// A position in a text: line and column in Unicode scalars, each from 1.
package struct TextPosition: Sendable, Hashable {
  /// From 1.
  package let line: Int
  /// From 1, in Unicode scalars.
  package let column: Int

  /// Where a text begins.
  package static let start = TextPosition(line: 1, column: 1)

  /// Makes a position.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Finds the position of a byte; those before it are UTF-8.
  init(of offset: Int, in bytes: some Collection<UInt8>) {
    self.init(endOf: String(decoding: bytes.prefix(offset), as: UTF8.self).yamlLines)
  }

  /// Finds the position behind the last character of a text, which has at least one line.
  init(endOf lines: [String]) { self.init(line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1) }
}

extension String {
  /// The lines as YAML counts them: a carriage return alone ends one, too, and so do Unicode's own line ends.
  var yamlLines: [String] {
    var lines: [String.UnicodeScalarView] = [String.UnicodeScalarView()]
    var last: Unicode.Scalar?
    for scalar in unicodeScalars {
      switch scalar {
      case "\n" where last == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": lines.append(String.UnicodeScalarView())
      default: lines[lines.count - 1].append(scalar)
      }
      last = scalar
    }
    return lines.map(String.init)
  }
}

extension Character {
  /// How many columns of a terminal it takes: two for East Asian wide ones and emoji, none for a mark that stands alone. Unicode Standard
  /// Annex 11, with what is ambiguous taken as narrow.
  package var columns: Int {
    if unicodeScalars.contains("\u{FE0F}"), unicodeScalars.first?.properties.isEmoji == true { return 2 }
    return unicodeScalars.map(\.columns).max() ?? 0
  }
}

extension Unicode.Scalar {
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
    0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]

  fileprivate var columns: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: self == "\u{AD}" ? 1 : 0
    default: properties.isEmojiPresentation || Self.wide.contains { $0.contains(value) } ? 2 : 1
    }
  }
}
