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
  /// How many columns of a terminal it takes: two for East Asian wide ones and emoji, none for a mark that stands alone.
  ///
  /// Unicode Standard Annex 11, with what is ambiguous taken as narrow.
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
