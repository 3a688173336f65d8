/// What a text must be: itself, a glob, a regular expression, a number to compare with, or not there at all.
package indirect enum TextPattern: Sendable, Equatable {
  case exact(String)
  /// There is one, whatever it is.
  case present
  /// There is no such text.
  case absent
  case glob(GlobPattern)
  case regex(RegularExpression)
  /// It is a number, and compares so.
  case compared(NumberComparison)
  case anyOf([TextPattern])

  /// The longest text that is looked at, in bytes: longer ones are pictures.
  package static let longestText = 65_536

  /// - Parameters:
  ///   - text: nil when there is none.
  ///   - ignoringCase: for names that HTTP compares so; a regular expression has its own flag for it.
  package func matches(_ text: String?, ignoringCase: Bool = false) -> Bool {
    guard let text else { return acceptsNone }
    return acceptsAny || (text.utf8.count <= Self.longestText && accepts(text, ignoringCase))
  }

  /// Whether it lets through that there is no text.
  package var acceptsNone: Bool {
    switch self {
    case .absent: true
    case .anyOf(let patterns): patterns.contains(where: \.acceptsNone)
    case .exact, .present, .glob, .regex, .compared: false
    }
  }

  /// Whether it lets every text through, so that nobody need look at it.
  package var acceptsAny: Bool {
    switch self {
    case .present: true
    case .anyOf(let patterns): patterns.contains(where: \.acceptsAny)
    case .exact, .absent, .glob, .regex, .compared: false
    }
  }

  /// Whether it is tried after those that only compare.
  var isCostly: Bool {
    switch self {
    case .glob, .regex: true
    case .anyOf(let patterns): patterns.contains(where: \.isCostly)
    case .exact, .present, .absent, .compared: false
    }
  }

  private func accepts(_ text: String, _ ignoringCase: Bool) -> Bool {
    switch self {
    case .exact(let expected): expected.isSame(as: text, ignoringCase)
    case .present: true
    case .absent: false
    case .glob(let glob): glob.matches(text, ignoringCase: ignoringCase)
    case .regex(let regex): regex.matches(text)
    case .compared(let comparison): comparison.holds(for: text)
    case .anyOf(let patterns): patterns.contains { $0.accepts(text, ignoringCase) }
    }
  }
}

extension TextPattern: CustomStringConvertible {
  /// As it is written in a file.
  package var description: String {
    switch self {
    case .exact(let text): text
    case .present: "*"
    case .absent: "~"
    case .glob(let glob): glob.source
    case .regex(let regex): regex.description
    case .compared(let comparison): comparison.description
    case .anyOf(let patterns): "[\(patterns.map(\.description).joined(separator: ", "))]"
    }
  }
}
