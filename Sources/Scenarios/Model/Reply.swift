package import Contract
internal import Formats
internal import Support

/// What a step responds with.
package enum Reply: Sendable {
  /// The normal response, whatever it is.
  case edit(EditOverrides)
  /// An error by name, with a status of its own or the error's.
  case error(NamedError, status: Int?)
  /// A response that the file spells out.
  case literal(LiteralReply)
}

/// What differs from the normal response.
package struct EditOverrides: Sendable, Equatable {
  package var status: Int?

  /// Makes overrides; without any, the response is the normal one.
  package init(status: Int? = nil) { self.status = status }
}

/// Reads `respond`: the reply, and the header lines that are put over it.
struct ReplyReader {
  private(set) var reply = Reply.edit(EditOverrides())
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
    noteTwoTypes(mapping, &problems)
    guard let reply = Self.reply(mapping, context, &problems) else { return nil }
    self.reply = reply
  }

  private func noteTwoTypes(_ mapping: YAMLMapping, _ problems: inout ProblemList) {
    guard mapping["content-type"] != nil, headers.contains(where: { $0.name.lowercased() == "content-type" }) else { return }
    problems.add(mapping.position("content-type"), "`content-type` stands here and under `headers`; keep one")
  }

  private static func reply(_ mapping: YAMLMapping, _ context: ReadingContext, _ problems: inout ProblemList) -> Reply? {
    if mapping["error"] != nil { return error(mapping, context, &problems) }
    if mapping["edit"] != nil { return edit(mapping, context, &problems) }
    guard ["status", "body", "json", "file", "content-type"].contains(where: { mapping[$0] != nil }) else { return .edit(EditOverrides()) }
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
    return .edit(EditOverrides(status: inner["status"]?.count("edit.status", in: ValueLimits.statuses, &problems)))
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
