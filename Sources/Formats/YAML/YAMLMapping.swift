internal import Support

/// A mapping whose keys are known.
package struct YAMLMapping {
  package let node: YAMLNode
  private let members: [YAMLNode.Member]

  /// Notes every key that is not known; nil when it is no mapping.
  package init?(_ node: YAMLNode, _ what: String, keys: [String], _ problems: inout ProblemList) {
    guard let members = node.members else {
      problems.add(node, "\(what) is \(node.kind); write a mapping with \(keys.listed)")
      return nil
    }
    for member in members where !keys.contains(member.key) {
      let near = keys.nearest(to: member.key)
      problems.add(
        member.place, "`\(member.key.shown)` is no key of \(what); did you mean `\(near)`? Its keys: \(keys.joined(separator: ", "))")
    }
    self.node = node
    self.members = members
  }

  package subscript(_ key: String) -> YAMLNode? { members.first { $0.key == key }?.value }

  /// Where the key stands; where the mapping begins when it is not there.
  package func place(_ key: String) -> TextPosition { members.first { $0.key == key }?.place ?? node.place }

  package var isEmpty: Bool { members.isEmpty }

  /// The value of a key that must be there.
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
