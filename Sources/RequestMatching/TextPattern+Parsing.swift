internal import Formats
internal import HTTPMessage

extension TextPattern {
  /// What a pattern is for: a path begins with a slash, which elsewhere begins a regular expression.
  enum Role: Sendable { case text, path }

  /// Parses one text of a file: `nano-*`, `/sun(rise|set)/i`, `> 5`, `*`, or itself. Throws what to write instead.
  ///
  /// A backslash takes the meaning from the `*`, `?`, `\`, `/`, `<`, `>`, `!` or `~` behind it.
  init(parsing text: String, role: Role = .text) throws(TextSyntaxError) {
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

  /// Parses `/…/` with flags; nil when the text is no such thing.
  private static func regex(_ text: String, _ role: Role) throws(TextSyntaxError) -> RegularExpression? {
    guard text.hasPrefix("/"), let close = closingSlash(text, role) else { return nil }
    let flags = text[text.index(after: close)...]
    let pattern = text[text.index(after: text.startIndex)..<close]
    guard !pattern.isEmpty, flags.count <= 3, flags.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
    return try RegularExpression(String(pattern), flags: String(flags))
  }

  /// Returns the slash that ends an expression: the last one; for a path the first, since further ones make it a path.
  private static func closingSlash(_ text: String, _ role: Role) -> String.Index? {
    switch role {
    case .text: return text.lastIndex(of: "/").flatMap { $0 > text.startIndex ? $0 : nil }
    case .path:
      var isEscaped = false
      for index in text.indices.dropFirst() {
        if text[index] == "/", !isEscaped { return index }
        isEscaped = text[index] == "\\" && !isEscaped
      }
      return nil
    }
  }

  // MARK: - Reading a file

  /// Reads a pattern, a list of which one must fit, or `~` for no text.
  init?(reading node: YAMLNode, _ key: String, role: Role = .text, _ problems: inout ProblemList) {
    guard let elements = node.elements else {
      guard let pattern = Self.one(node, key, role, &problems) else { return nil }
      self = pattern
      return
    }
    if elements.isEmpty { problems.add(node, "`\(key)` is an empty list, which nothing fits; write a text") }
    let patterns = elements.compactMap { Self.one($0, key, role, &problems) }
    if elements.isEmpty || patterns.count < elements.count { return nil }
    self = .anyOf(patterns)
  }

  private static func one(_ node: YAMLNode, _ key: String, _ role: Role, _ problems: inout ProblemList) -> TextPattern? {
    if node.isNull { return .absent }
    guard let text = node.text(key, "a text, a pattern such as `nano-*` or `/sun(rise|set)/i`, a list of them, or `~` for none", &problems)
    else { return nil }
    return problems.value(of: node, key) { () throws(TextSyntaxError) in try TextPattern(parsing: text, role: role) }
  }
}

extension RequestPattern.NamedPattern {
  static func list(reading node: YAMLNode, _ key: String, areHeaders: Bool, _ problems: inout ProblemList) -> [Self] {
    guard let members = node.members else {
      problems.add(node, "`\(key)` is \(node.kind); write a mapping of names and what they must be")
      return []
    }
    if members.isEmpty { problems.add(node, "`\(key)` is empty; write a name and what it must be, such as `{ x-test: \"*\" }`") }
    return members.compactMap { member -> Self? in
      guard !areHeaders || member.key.isHeaderName else {
        problems.add(member.position, "'\(member.key.shown)' cannot be the name of a header; write letters, digits and hyphens")
        return nil
      }
      return TextPattern(reading: member.value, "\(key).\(member.key)", &problems).map { Self(name: member.key, value: $0) }
    }
  }
}

/// A glob for a whole text: `*` stands for any number of characters, `?` for one.
package struct GlobPattern: Sendable, Equatable {
  enum Part: Sendable, Equatable {
    case byte(UInt8)
    /// One Unicode scalar.
    case one
    case many
  }

  /// The glob as it was written.
  let source: String
  let parts: [Part]

  /// Tells whether the text fits, in at most as many steps as text and glob have bytes, multiplied.
  func matches(_ text: String, ignoringCase: Bool = false) -> Bool {
    let bytes = text.utf8.span
    var (offset, part) = (0, 0)
    // Where the last `*` stands, and how far it reaches for now.
    var star: (part: Int, offset: Int)?
    while offset < bytes.count {
      if part < parts.count, parts[part] == .many {
        star = (part, offset)
        part += 1
      } else if part < parts.count, let length = Self.length(of: parts[part], bytes, at: offset, ignoringCase) {
        offset += length
        part += 1
      } else if let last = star {
        star = (last.part, last.offset + 1)
        (part, offset) = (last.part + 1, last.offset + 1)
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy { $0 == .many }
  }

  /// Returns how many bytes the part takes from that offset; nil when it does not fit.
  private static func length(of part: Part, _ bytes: Span<UInt8>, at offset: Int, _ ignoringCase: Bool) -> Int? {
    switch part {
    case .many: return nil
    case .byte(let byte):
      let found = bytes[offset]
      return found == byte || (ignoringCase && found.asciiLowercased == byte.asciiLowercased) ? 1 : nil
    case .one:
      // After a `*` this may be the rest of a character: as if the `*` had left it whole.
      var end = offset + 1
      while end < bytes.count, UTF8.isContinuation(bytes[end]) { end += 1 }
      return end - offset
    }
  }
}
