/// One value of a YAML text and its position, so that a message can point at a wrong one.
package struct YAMLNode: Sendable {
  /// A scalar, a list or a mapping.
  package indirect enum Content: Sendable {
    /// As it is written; plain: without quotes, so that it can be a number, a boolean or null where those are wanted.
    case scalar(String, isPlain: Bool)
    case list([YAMLNode])
    case mapping([Member])
  }

  /// One key and its value.
  package struct Member: Sendable {
    /// The key as text.
    package let key: String
    /// The position of the key.
    package let position: TextPosition
    /// Its value.
    package let value: YAMLNode
  }

  /// What it is.
  package let content: Content
  /// Where it begins.
  package let position: TextPosition

  /// Makes a value.
  package init(content: Content, position: TextPosition) {
    self.content = content
    self.position = position
  }

  /// Tells whether it is `~`, `null`, or nothing at all.
  package var isNull: Bool { if case .scalar(let text, isPlain: true) = content { ["~", "null", ""].contains(text) } else { false } }

  /// The text of a scalar that is not null.
  package var text: String? { if case .scalar(let text, _) = content, !isNull { text } else { nil } }

  /// The members of a mapping, repeated keys kept; nil for another value.
  package var members: [Member]? { if case .mapping(let members) = content { members } else { nil } }

  /// The elements of a list; nil for another value.
  package var elements: [YAMLNode]? { if case .list(let elements) = content { elements } else { nil } }

  /// What it is, for a message: `a list`, `empty`, `'text'`.
  package var kind: String {
    switch content {
    case .scalar(let text, _): isNull ? "empty" : "'\(text.shown)'"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension String {
  /// The text in at most 60 characters on one line, for a message.
  package var shown: String {
    let line = split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line == self && count <= 60 ? self : "\(line.prefix(59))…"
  }
}

extension YAMLNode {
  /// The value as JSON has it: what has no quotes is a number, a boolean or null where JSON would take it for one.
  package var json: JSONOutput {
    switch content {
    case .list(let elements): .array(elements.map(\.json))
    case .mapping(let members): .object(members.map { ($0.key, $0.value.json) })
    case .scalar(let text, let isPlain): isPlain ? JSONOutput(plain: text) : .string(text)
    }
  }
}

extension JSONOutput {
  fileprivate init(plain text: String) {
    switch text {
    case "", "~", "null": self = .null
    case "true", "false": self = .bool(text == "true")
    default:
      let whole = text.drop { $0 == "-" }.prefix { $0 != "." }
      self = DecimalNumber(text) != nil && (whole == "0" || whole.first != "0") ? .number(lexeme: text) : .string(text)
    }
  }
}
