internal import Formats
internal import HTTPMessage
internal import Support

/// A header line that is set, or removed when it has no value.
package struct HeaderChange: Sendable {
  package let name: String
  package let value: Template?

  /// Makes a change; without a value, the header is removed.
  package init(name: String, value: Template?) {
    self.name = name
    self.value = value
  }
}

extension HeaderChange {
  /// Headers that the server writes itself; only a fault changes them.
  static let reserved = ["content-length", "transfer-encoding", "connection", "date", "server"]
  /// How the names of the mock's own headers begin.
  static let ownPrefix = "x-mock-"

  /// Reads a mapping of names and values.
  static func list(reading node: YAMLNode, _ problems: inout ProblemList) -> [HeaderChange] {
    guard let members = node.members else {
      problems.add(node, "`headers` is \(node.kind); write a mapping of names and values, such as `{ retry-after: \"1\" }`")
      return []
    }
    var seen: Set<String> = []
    return members.compactMap { member in
      if !seen.insert(member.key.lowercased()).inserted {
        problems.add(member.position, "`\(member.key)` stands here twice: header names have no case; keep one")
      }
      return HeaderChange(reading: member, &problems)
    }
  }

  private init?(reading member: YAMLNode.Member, _ problems: inout ProblemList) {
    guard member.key.isHeaderName else {
      problems.add(member.position, "'\(member.key.shown)' cannot be the name of a header; write letters, digits and hyphens")
      return nil
    }
    guard !Self.reserved.contains(member.key.lowercased()) else {
      problems.add(
        member.position,
        "`\(member.key)` is the server's own header; a fault such as `wrong-content-length` or `duplicate-headers` changes what it says")
      return nil
    }
    guard !member.key.lowercased().hasPrefix(Self.ownPrefix) else {
      problems.add(member.position, "`\(member.key)` is for the mock's own headers; write a name that does not begin with `x-mock-`")
      return nil
    }
    if member.value.isNull {
      self.init(name: member.key, value: nil)
      return
    }
    guard let value = member.value.template(member.key, &problems) else { return nil }
    if case .scalar(let text, _) = member.value.content, let problem = text.headerValueProblem {
      problems.add(member.value, "`\(member.key)` \(problem), or `~` to take the header away")
      return nil
    }
    self.init(name: member.key, value: value)
  }
}
