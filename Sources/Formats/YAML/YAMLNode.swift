/// A place in a file: line and column in characters, each from 1.
package struct TextPosition: Sendable, Hashable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// One value of a file and where it stands, so that a wrong one can be pointed at.
package struct YAMLNode: Sendable {
  package indirect enum Content: Sendable {
    /// As it is written; plain: without quotes, so that it can be a number, a boolean or null where those are wanted.
    case scalar(String, isPlain: Bool)
    case list([YAMLNode])
    case mapping([Member])
  }

  package struct Member: Sendable {
    package let key: String
    package let place: TextPosition
    package let value: YAMLNode
  }

  package let content: Content
  package let place: TextPosition

  package init(content: Content, place: TextPosition) {
    self.content = content
    self.place = place
  }

  /// `~`, `null`, or nothing at all.
  package var isNull: Bool {
    if case .scalar(let text, isPlain: true) = content { ["~", "null", ""].contains(text) } else { false }
  }

  /// The text of a scalar that is not null.
  package var text: String? {
    if case .scalar(let text, _) = content, !isNull { text } else { nil }
  }

  package var members: [Member]? {
    if case .mapping(let members) = content { members } else { nil }
  }

  package var elements: [YAMLNode]? {
    if case .list(let elements) = content { elements } else { nil }
  }

  /// What it is, for a message.
  package var kind: String {
    switch content {
    case .scalar(let text, _): isNull ? "empty" : "'\(text.shown)'"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension String {
  /// At most 60 characters on one line, for a message.
  package var shown: String {
    let line = split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line == self && count <= 60 ? self : "\(line.prefix(59))…"
  }
}
