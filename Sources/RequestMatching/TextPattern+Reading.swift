internal import Formats
internal import HTTPMessage

extension TextPattern {
  /// A text of the file as a pattern; a list: any of them; `~`: there is none.
  init?(reading node: YAMLNode, _ key: String, role: Role = .text, _ problems: inout ProblemList) {
    if let elements = node.elements {
      guard !elements.isEmpty else {
        problems.add(node, "`\(key)` is an empty list, which nothing fits; write a text")
        return nil
      }
      let patterns = elements.compactMap { Self.one($0, key, role, &problems) }
      guard patterns.count == elements.count else { return nil }
      self = .anyOf(patterns)
    } else {
      guard let pattern = Self.one(node, key, role, &problems) else { return nil }
      self = pattern
    }
  }

  private static func one(_ node: YAMLNode, _ key: String, _ role: Role, _ problems: inout ProblemList) -> TextPattern? {
    if node.isNull { return .absent }
    guard let text = node.text(key, "a text, a pattern such as `nano-*` or `/sun(rise|set)/i`, a list of them, or `~` for none", &problems)
    else { return nil }
    return problems.value(of: node, key) { () throws(TextSyntaxError) in try TextPattern(parsing: text, role: role) }
  }
}

extension RequestPattern.NamedPattern {
  /// A mapping of names to patterns.
  static func list(reading node: YAMLNode, _ key: String, areHeaders: Bool, _ problems: inout ProblemList) -> [Self] {
    guard let members = node.members else {
      problems.add(node, "`\(key)` is \(node.kind); write a mapping of names and what they must be")
      return []
    }
    if members.isEmpty { problems.add(node, "`\(key)` is empty; write a name and what it must be, such as `{ x-test: \"*\" }`") }
    return members.compactMap { member -> Self? in
      guard !areHeaders || member.key.isHeaderName else {
        problems.add(member.place, "'\(member.key.shown)' cannot be the name of a header; write letters, digits and hyphens")
        return nil
      }
      return TextPattern(reading: member.value, "\(key).\(member.key)", &problems).map { Self(name: member.key, value: $0) }
    }
  }
}
