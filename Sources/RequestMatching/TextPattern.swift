internal import Contract
internal import HTTPMessage
internal import Support

/// A pattern of a text: the text itself, a glob, a regular expression, a number to compare with, or that there is no text.
package indirect enum TextPattern: Sendable, Equatable, CustomStringConvertible {
  case exact(String)
  /// There is a text, whatever it is.
  case present
  /// There is no text.
  case absent
  case glob(GlobPattern)
  case regex(RegularExpression)
  /// The text is a number, and the comparison holds for it.
  case compared(NumberComparison)
  /// One of these fits.
  case anyOf([TextPattern])

  /// The longest text that patterns are tried on, in bytes; only `*` fits a longer one, which is mostly a picture.
  package static let longestText = 65_536

  /// Tells whether a text fits; nil: there is none. A regular expression has its own flag for `ignoringCase`.
  func matches(_ text: String?, ignoringCase: Bool = false) -> Bool {
    guard let text else { return acceptsNone }
    return acceptsAny || (text.utf8.count <= Self.longestText && accepts(text, ignoringCase))
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

  /// Tells whether one of the headers of that name fits, or there is none and none is asked for.
  func matches(header name: String, of head: RequestHead) -> Bool {
    matchesAny(head.headers.fields.lazy.filter { $0.name.equalsIgnoringASCIICase(name) }) { matches($0.value) }
  }

  /// Tells whether one of the form's fields of that name fits, or there is none and none is asked for.
  func matches(field name: String, of form: SubmittedForm?) -> Bool {
    matchesAny((form?.fields ?? []).lazy.filter { $0.name.isSame(as: name) }) { matches($0.value) }
  }

  private func matchesAny<Field>(_ fields: some Sequence<Field>, _ fits: (Field) -> Bool) -> Bool {
    var isThere = false
    for field in fields {
      if fits(field) { return true }
      isThere = true
    }
    return !isThere && acceptsNone
  }

  /// Compares a text as it is, `true` and `false`, and a number as it was sent. JSON's null is no text; of the rest only `*` fits.
  private func matches(_ value: SubmittedValue) -> Bool {
    if case .other(type: "null") = value { return acceptsNone }
    if acceptsAny { return true }
    switch value {
    case .text(let text): return text.isLonger(than: Self.longestText) ? false : matches(text.string)
    case .boolean(let flag): return matches(flag ? "true" : "false")
    case .number(let lexeme): return matches(lexeme)
    case .file, .other: return false
    }
  }

  // MARK: - What a pattern accepts

  /// Tells whether the pattern accepts that there is no text.
  var acceptsNone: Bool { contains { $0 == .absent } }
  /// Tells whether the pattern accepts every text, so that the text need not be read.
  var acceptsAny: Bool { contains { $0 == .present } }

  /// Tells whether the pattern is tried after those that only compare.
  var isCostly: Bool {
    contains {
      switch $0 {
      case .glob, .regex: true
      case .exact, .present, .absent, .compared, .anyOf: false
      }
    }
  }

  /// Tells whether this pattern is such, or one in its list.
  private func contains(_ isSuch: (TextPattern) -> Bool) -> Bool {
    if case .anyOf(let patterns) = self { patterns.contains { $0.contains(isSuch) } } else { isSuch(self) }
  }

  /// The pattern as it is written in a file.
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

extension String {
  /// Tells whether both are the same bytes: Unicode's equivalences do not count.
  func isSame(as other: String, _ ignoringCase: Bool = false) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return ignoringCase ? equalsIgnoringASCIICase(other) : utf8.elementsEqual(other.utf8)
  }
}
