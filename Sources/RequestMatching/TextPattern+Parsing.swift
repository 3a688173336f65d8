package import Formats

extension TextPattern {
  /// Where a text stands: a path begins with a slash, which elsewhere begins a regular expression.
  package enum Role: Sendable { case text, path }

  /// One text of a file: `nano-*`, `/sun(rise|set)/i`, `> 5`, `*`, or itself.
  ///
  /// A backslash takes the meaning from the `*`, `?`, `\`, `/`, `<`, `>`, `!` or `~` behind it.
  ///
  /// - Throws: what cannot be read, and what to write instead.
  package init(parsing text: String, role: Role = .text) throws(TextSyntaxError) {
    if let regex = try Self.regex(text, role) {
      self = .regex(regex)
    } else if let (relation, rest) = NumberComparison.split(text) {
      guard let number = DecimalNumber(rest)?.double else {
        throw TextSyntaxError(
          "`\(relation.rawValue)` compares with a number, and '\(rest)' is none; write `\(relation.rawValue) 5`, or `\\\(text)` for the text"
        )
      }
      self = .compared(NumberComparison(relation: relation, number: number))
    } else if text == "*" {
      self = .present
    } else {
      self = Self.plain(text)
    }
  }

  /// A text with or without wildcards.
  private static func plain(_ text: String) -> TextPattern {
    var parts: [GlobPattern.Part] = []
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        if !escapable.contains(byte) { parts.append(.byte(UInt8(ascii: "\\"))) }
        parts.append(.byte(byte))
        isEscaped = false
      } else {
        switch byte {
        case UInt8(ascii: "\\"): isEscaped = true
        case UInt8(ascii: "*"): if parts.last != .many { parts.append(.many) }
        case UInt8(ascii: "?"): parts.append(.one)
        default: parts.append(.byte(byte))
        }
      }
    }
    if isEscaped { parts.append(.byte(UInt8(ascii: "\\"))) }
    let literal = parts.compactMap { if case .byte(let byte) = $0 { byte } else { nil as UInt8? } }
    guard literal.count == parts.count else { return .glob(GlobPattern(source: text, parts: parts)) }
    return .exact(String(decoding: literal, as: UTF8.self))
  }

  private static let escapable = Array("*?\\/<>!~".utf8)

  /// What stands between slashes; nil when the text is none.
  private static func regex(_ text: String, _ role: Role) throws(TextSyntaxError) -> RegularExpression? {
    guard text.hasPrefix("/"), let close = closingSlash(text, role) else { return nil }
    let flags = text[text.index(after: close)...]
    let pattern = text[text.index(after: text.startIndex)..<close]
    guard !pattern.isEmpty, flags.count <= 3, flags.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
    return try RegularExpression(String(pattern), flags: String(flags))
  }

  /// The slash that ends an expression: the last one, or for a path the first, since further ones make it a path.
  private static func closingSlash(_ text: String, _ role: Role) -> String.Index? {
    switch role {
    case .text:
      guard let last = text.lastIndex(of: "/"), last > text.startIndex else { return nil }
      return last
    case .path:
      var isEscaped = false
      for index in text.indices.dropFirst() {
        if text[index] == "/", !isEscaped { return index }
        isEscaped = text[index] == "\\" && !isEscaped
      }
      return nil
    }
  }
}
