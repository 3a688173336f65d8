internal import Support

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

  /// The scalar, list or mapping that stands there.
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

/// A mapping whose keys are known.
///
///     let mapping = YAMLMapping(node, "`delay`", keys: ["min", "max"], &problems)
///     let least = mapping?["min"]?.duration("min", &problems)
package struct YAMLMapping {
  /// The mapping as a value.
  package let node: YAMLNode
  private let members: [YAMLNode.Member]

  /// Reads the mapping and notes every key that is not known; nil when it is no mapping.
  package init?(_ node: YAMLNode, _ what: String, keys: [String], _ problems: inout ProblemList) {
    guard let members = node.members else {
      problems.add(node, "\(what) is \(node.kind); write a mapping with \(keys.listed)")
      return nil
    }
    for member in members where !keys.contains(member.key) {
      let near = keys.nearest(to: member.key)
      problems.add(
        member.position, "`\(member.key.shown)` is no key of \(what); did you mean `\(near)`? Its keys: \(keys.joined(separator: ", "))")
    }
    self.node = node
    self.members = members
  }

  /// The value of the first member of that name.
  package subscript(_ key: String) -> YAMLNode? { members.first { $0.key == key }?.value }

  /// Returns the position of the key; that of the mapping when the key is not there.
  package func position(_ key: String) -> TextPosition { members.first { $0.key == key }?.position ?? node.position }

  /// Tells whether it has no members.
  package var isEmpty: Bool { members.isEmpty }

  /// Returns the value of a key that must be there, and notes that it is missing.
  package func required(_ key: String, _ what: String, _ hint: String, _ problems: inout ProblemList) -> YAMLNode? {
    if let value = self[key] { return value }
    problems.add(node, "\(what) has no `\(key)`; write \(hint)")
    return nil
  }
}

extension [String] {
  /// `` `a`, `b` or `c` ``.
  package var listed: String {
    guard let last else { return "nothing" }
    let others = dropLast().map { "`\($0)`" }.joined(separator: ", ")
    return others.isEmpty ? "`\(last)`" : "\(others) or `\(last)`"
  }
}

/// Readers of values of one kind each; what is not of the kind is noted, with what to write instead, and read as nil.
extension YAMLNode {
  /// Returns a text.
  package func text(_ key: String, _ hint: String, _ problems: inout ProblemList) -> String? {
    if let text { return text }
    problems.add(self, "`\(key)` is \(kind); write \(hint)")
    return nil
  }

  /// Returns one of some words.
  package func word(_ key: String, of words: [String], _ problems: inout ProblemList) -> String? {
    guard let text = text(key, words.listed, &problems) else { return nil }
    guard words.contains(text) else {
      let near =
        words.count > 4 ? "did you mean `\(words.nearest(to: text))`? There are: \(words.joined(separator: ", "))" : "write \(words.listed)"
      problems.add(self, "`\(key)` is '\(text.shown)'; \(near)")
      return nil
    }
    return text
  }

  /// Returns a whole number within bounds.
  package func count(_ key: String, in range: ClosedRange<Int>, _ problems: inout ProblemList) -> Int? {
    let hint = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard let text = text(key, hint, &problems) else { return nil }
    guard let number = DecimalNumber(text)?.integer, range.contains(number) else {
      problems.add(self, "`\(key)` is \(kind); write \(hint)")
      return nil
    }
    return number
  }

  /// Returns `true` or `false`.
  package func flag(_ key: String, _ problems: inout ProblemList) -> Bool? {
    word(key, of: ["true", "false"], &problems).map { $0 == "true" }
  }

  /// Returns a length of time, up to an hour.
  package func duration(_ key: String, isPositive: Bool = false, _ problems: inout ProblemList) -> Duration? {
    guard let text = text(key, "a length of time, such as `250ms` or `1.5s`", &problems),
      let time = problems.value(of: self, key, { () throws(TextSyntaxError) in try DurationText.read(text) })
    else { return nil }
    guard time > .zero || !isPositive else {
      problems.add(self, "`\(key)` is no time at all; write more than zero, such as `1s`")
      return nil
    }
    return time
  }

  /// Returns a number of bytes within bounds.
  package func bytes(_ key: String, in range: ClosedRange<Int> = 0...ByteCountText.most, _ problems: inout ProblemList) -> Int? {
    guard let text = text(key, "a number of bytes, such as `64KiB`", &problems),
      let count = problems.value(of: self, key, { () throws(TextSyntaxError) in try ByteCountText.count(text) })
    else { return nil }
    guard range.contains(count) else {
      problems.add(self, "`\(key)` is \(kind); write bytes from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return count
  }
}

/// Bounds of a file's numbers.
package enum ValueLimits {
  /// Stands for no bound that is ever met.
  package static let mostCount = 1_000_000_000
  /// Of HTTP, those that can end a response.
  package static let statuses = 200...599
  /// Bytes a second: beyond that, nothing is slow.
  package static let rates = 1...1_000_000_000
}
