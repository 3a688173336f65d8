internal import Contract
internal import Formats
internal import HTTPMessage
internal import Support

/// What `respond` says: the answer, and the header lines that are put over it.
struct ScriptReply {
  var reply = Reply.edit(EditOverrides())
  package var headers: [HeaderChange] = []

  init?(reading node: YAMLNode, _ context: ReadingContext, _ problems: inout ProblemList) {
    if node.text == "edit" { return }
    guard node.members != nil else {
      problems.add(
        node, "`respond` is \(node.kind); write `edit`, `{ error: NAME }`, or an answer such as `{ status: 503, body: \"busy\" }`")
      return nil
    }
    guard let mapping = YAMLMapping(node, "`respond`", keys: ScenarioKeys.respond.map(\.name), &problems) else { return nil }
    if mapping.isEmpty { problems.add(node, "`respond` is empty; write `edit`, or leave it out") }
    headers = mapping["headers"].map { HeaderChange.list(reading: $0, &problems) } ?? []
    noteTwoTypes(mapping, &problems)
    guard let reply = Self.reply(mapping, context, &problems) else { return nil }
    self.reply = reply
  }

  private func noteTwoTypes(_ mapping: YAMLMapping, _ problems: inout ProblemList) {
    guard mapping["content-type"] != nil, headers.contains(where: { $0.name.lowercased() == "content-type" }) else { return }
    problems.add(mapping.place("content-type"), "`content-type` stands here and under `headers`; keep one")
  }

  private static func reply(_ mapping: YAMLMapping, _ context: ReadingContext, _ problems: inout ProblemList) -> Reply? {
    if mapping["error"] != nil { return error(mapping, context, &problems) }
    if mapping["edit"] != nil { return edit(mapping, &problems) }
    guard ["status", "body", "json", "file", "content-type"].contains(where: { mapping[$0] != nil }) else { return .edit(EditOverrides()) }
    return LiteralReply(reading: mapping, context, &problems).map(Reply.literal)
  }

  private static func error(_ mapping: YAMLMapping, _ context: ReadingContext, _ problems: inout ProblemList) -> Reply? {
    noteStrangers(beside: "error", allowed: ["status", "headers"], mapping, &problems)
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

  private static func edit(_ mapping: YAMLMapping, _ problems: inout ProblemList) -> Reply? {
    noteStrangers(beside: "edit", allowed: ["headers"], mapping, &problems)
    guard let node = mapping["edit"], let inner = YAMLMapping(node, "`edit`", keys: ScenarioKeys.edit.map(\.name), &problems) else {
      return nil
    }
    return .edit(EditOverrides(status: inner["status"]?.count("edit.status", in: ValueLimits.statuses, &problems)))
  }

  private static func noteStrangers(beside key: String, allowed: [String], _ mapping: YAMLMapping, _ problems: inout ProblemList) {
    for member in mapping.node.members ?? [] where member.key != key && !allowed.contains(member.key) {
      guard ScenarioKeys.respond.contains(where: { $0.name == member.key }) else { continue }
      problems.add(member.place, "`\(member.key)` cannot stand beside `\(key)`; write only \(allowed.listed) there")
    }
  }
}

extension HeaderChange {
  /// These are the server's; a fault says what they claim.
  static let reserved = ["content-length", "transfer-encoding", "connection", "date", "server"]
  /// Of names that the mock tells about itself with.
  static let ownPrefix = "x-mock-"

  static func list(reading node: YAMLNode, _ problems: inout ProblemList) -> [HeaderChange] {
    guard let members = node.members else {
      problems.add(node, "`headers` is \(node.kind); write a mapping of names and values, such as `{ retry-after: \"1\" }`")
      return []
    }
    var seen: Set<String> = []
    return members.compactMap { member in
      if !seen.insert(member.key.lowercased()).inserted {
        problems.add(member.place, "`\(member.key)` stands here twice: header names have no case; keep one")
      }
      return HeaderChange(reading: member, &problems)
    }
  }

  private init?(reading member: YAMLNode.Member, _ problems: inout ProblemList) {
    guard member.key.isHeaderName else {
      problems.add(member.place, "'\(member.key.shown)' cannot be the name of a header; write letters, digits and hyphens")
      return nil
    }
    guard !Self.reserved.contains(member.key.lowercased()) else {
      problems.add(
        member.place,
        "`\(member.key)` is the server's own header; a fault such as `wrong-content-length` or `duplicate-headers` changes what it says")
      return nil
    }
    guard !member.key.lowercased().hasPrefix(Self.ownPrefix) else {
      problems.add(member.place, "`\(member.key)` is for the mock's own headers; write a name that does not begin with `x-mock-`")
      return nil
    }
    if member.value.isNull {
      self.init(name: member.key, value: nil)
      return
    }
    guard let value = member.value.template(member.key, &problems) else { return nil }
    if case .scalar(let text, _) = member.value.content, let fault = text.headerValueProblem {
      problems.add(member.value, "`\(member.key)` \(fault), or `~` to take the header away")
      return nil
    }
    self.init(name: member.key, value: value)
  }
}
