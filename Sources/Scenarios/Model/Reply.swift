package import Contract
internal import Formats
internal import HTTPMessage
internal import Support

/// What a step responds with.
package enum Reply: Sendable {
  /// The normal response, whatever it is, with a status of its own or the normal one.
  case edit(status: Int?)
  /// An error by name, with a status of its own or the error's.
  case error(NamedError, status: Int?)
  /// A response that the file spells out.
  case literal(LiteralReply)
}

/// Reads `respond`: the reply, and the header lines that are put over it.
struct ReplyReader {
  private(set) var reply = Reply.edit(status: nil)
  private(set) var headers: [HeaderChange] = []

  init?(reading node: YAMLNode, _ context: ReadingContext, _ problems: inout ProblemList) {
    if node.text == "edit" { return }
    guard node.members != nil else {
      problems.add(
        node, "`respond` is \(node.kind); write `edit`, `{ error: NAME }`, or an answer such as `{ status: 503, body: \"busy\" }`")
      return nil
    }
    guard let mapping = YAMLMapping(node, "`respond`", keys: context.vocabulary.keys.respond.map(\.name), &problems) else { return nil }
    if mapping.isEmpty { problems.add(node, "`respond` is empty; write `edit`, or leave it out") }
    headers = mapping["headers"].map { HeaderChange.list(reading: $0, &problems) } ?? []
    if mapping["content-type"] != nil, headers.contains(where: { $0.name.lowercased() == "content-type" }) {
      problems.add(mapping.position("content-type"), "`content-type` stands here and under `headers`; keep one")
    }
    guard let reply = Self.reply(mapping, context, &problems) else { return nil }
    self.reply = reply
  }

  private static func reply(_ mapping: YAMLMapping, _ context: ReadingContext, _ problems: inout ProblemList) -> Reply? {
    if mapping["error"] != nil { return error(mapping, context, &problems) }
    if mapping["edit"] != nil { return edit(mapping, context, &problems) }
    guard ["status", "body", "json", "file", "content-type"].contains(where: { mapping[$0] != nil }) else { return .edit(status: nil) }
    return LiteralReply(reading: mapping, context, &problems).map(Reply.literal)
  }

  private static func error(_ mapping: YAMLMapping, _ context: ReadingContext, _ problems: inout ProblemList) -> Reply? {
    noteOthers(beside: "error", allowed: ["status", "headers"], mapping, context, &problems)
    let status = mapping["status"]?.count("status", in: ValueLimits.statuses, &problems)
    guard let node = mapping["error"], let name = node.text("error", "the name of an error", &problems) else { return nil }
    guard let error = context.vocabulary.errors.first(where: { $0.name == name }) else {
      let names = context.vocabulary.errors.map(\.name)
      problems.add(
        node, "there is no error `\(name.shown)`; did you mean `\(names.nearest(to: name))`? There are: \(names.joined(separator: ", "))")
      return nil
    }
    return .error(error, status: status)
  }

  private static func edit(_ mapping: YAMLMapping, _ context: ReadingContext, _ problems: inout ProblemList) -> Reply? {
    noteOthers(beside: "edit", allowed: ["headers"], mapping, context, &problems)
    guard let node = mapping["edit"], let inner = YAMLMapping(node, "`edit`", keys: ScenarioKeys.edit.map(\.name), &problems) else {
      return nil
    }
    return .edit(status: inner["status"]?.count("edit.status", in: ValueLimits.statuses, &problems))
  }

  private static func noteOthers(
    beside key: String, allowed: [String], _ mapping: YAMLMapping, _ context: ReadingContext, _ problems: inout ProblemList
  ) {
    for member in mapping.node.members ?? [] where member.key != key && !allowed.contains(member.key) {
      guard context.vocabulary.keys.respond.contains(where: { $0.name == member.key }) else { continue }
      problems.add(member.position, "`\(member.key)` cannot stand beside `\(key)`; write only \(allowed.listed) there")
    }
  }
}

/// A header line that is set, or removed when it has no value.
package struct HeaderChange: Sendable {
  /// The name of the header.
  package let name: String
  /// The new value; nil: the header is removed.
  package let value: Template?

  /// Headers that the server writes itself; only a fault changes them.
  static let reserved = ["content-length", "transfer-encoding", "connection", "date", "server"]

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
    if let objection = Self.objection(toName: member.key) {
      problems.add(member.position, objection)
      return nil
    }
    name = member.key
    value = member.value.isNull ? nil : member.value.template(name, &problems)
    if value == nil, !member.value.isNull { return nil }
    if value != nil, case .scalar(let text, _) = member.value.content, let problem = text.headerValueProblem {
      problems.add(member.value, "`\(name)` \(problem), or `~` to take the header away")
      return nil
    }
  }

  private static func objection(toName name: String) -> String? {
    if !name.isHeaderName { return "'\(name.shown)' cannot be the name of a header; write letters, digits and hyphens" }
    if name.isServerHeader {
      return "`\(name)` is the server's own header; a fault such as `wrong-content-length` or `duplicate-headers` changes what it says"
    }
    guard name.lowercased().hasPrefix("x-mock-") else { return nil }
    return "`\(name)` is for the mock's own headers; write a name that does not begin with `x-mock-`"
  }
}
