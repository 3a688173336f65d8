internal import Formats
internal import HTTPMessage
internal import Images

/// A response that the file spells out.
package struct LiteralReply: Sendable {
  /// What the body is made of.
  package enum Content: Sendable {
    case none
    /// Text with placeholders.
    case text(Template)
    /// JSON with placeholders in its strings.
    case json(JSONTemplate)
    /// The bytes of a file, read with the scenario.
    case file([UInt8])
  }

  /// The status code.
  package let status: Int
  /// nil: none is sent.
  package let contentType: String?
  /// What the body is made of.
  package let content: Content
}

extension LiteralReply {
  /// Reads `status`, `content-type` and one of `body`, `json` and `file`.
  init?(reading mapping: YAMLMapping, _ context: ReadingContext, _ problems: inout ProblemList) {
    let given = ["body", "json", "file"].filter { mapping[$0] != nil }
    if given.count > 1 {
      problems.add(mapping.position(given[1]), "`\(given[1])` stands beside `\(given[0])`; an answer has one body, keep one")
    }
    guard mapping["status"] != nil || !given.isEmpty else {
      problems.add(mapping.node, "`respond` has neither `status` nor a body; write `status`, `body`, `json` or `file`")
      return nil
    }
    let status: Int? = mapping["status"].map { $0.count("status", in: ValueLimits.statuses, &problems) } ?? 200
    if let status, [204, 304].contains(status), let key = given.first {
      problems.add(
        mapping.position(key), "`\(key)` cannot be sent with status \(status), which has no body; leave it out, or write another status")
    }
    let content = Self.content(mapping, context, &problems)
    let type = mapping["content-type"].map { Self.contentType($0, &problems) }
    guard let status, let content else { return nil }
    self.init(status: status, contentType: type ?? Self.standardType(content, mapping["file"]?.text), content: content)
  }

  private static func content(_ mapping: YAMLMapping, _ context: ReadingContext, _ problems: inout ProblemList) -> Content? {
    if let node = mapping["body"] { return node.template("body", &problems).map(Content.text) }
    if let node = mapping["json"] { return JSONTemplate(reading: node, &problems).map(Content.json) }
    guard let node = mapping["file"] else { return Content.none }
    guard let path = node.text("file", "a path from the scenario file's folder", &problems) else { return nil }
    return problems.value(of: node, "file") { () throws(TextSyntaxError) in .file(try context.attachment(path)) }
  }

  private static func contentType(_ node: YAMLNode, _ problems: inout ProblemList) -> String? {
    guard let text = node.text("content-type", "a media type, such as `text/html`", &problems) else { return nil }
    if text.contains("{{") {
      problems.add(node, "`content-type` has no placeholders; write it under `headers`, which have")
    } else if let problem = text.headerValueProblem {
      problems.add(node, "`content-type` \(problem), such as `text/html`")
    }
    return text
  }

  private static func standardType(_ content: Content, _ path: String?) -> String? {
    switch content {
    case .none: nil
    case .text: "text/plain; charset=utf-8"
    case .json: "application/json"
    case .file(let bytes): ImageHeader.read(bytes).format?.contentType ?? typeByExtension(path ?? "")
    }
  }

  private static func typeByExtension(_ path: String) -> String {
    switch path.split(separator: ".").last {
    case "html": "text/html; charset=utf-8"
    case "json": "application/json"
    case "txt": "text/plain; charset=utf-8"
    default: "application/octet-stream"
    }
  }
}

/// JSON whose strings are templates.
package indirect enum JSONTemplate: Sendable, Equatable {
  case null
  case bool(Bool)
  /// As it is written.
  case number(String)
  case string(Template)
  case array([JSONTemplate])
  case object([Member])

  /// A key of an object and its value.
  package struct Member: Sendable, Equatable {
    /// The member's key.
    package let key: String
    /// The member's value.
    package let value: JSONTemplate
  }

  /// Reads any value: what has no quotes and is a number, boolean or null of JSON is that; all else is text with placeholders.
  init?(reading node: YAMLNode, _ problems: inout ProblemList) {
    switch node.content {
    case .scalar(let text, let isPlain):
      if isPlain, let value = Self.bare(text) {
        self = value
      } else {
        guard let template = node.template("json", &problems) else { return nil }
        self = .string(template)
      }
    case .list(let elements):
      let values = elements.map { JSONTemplate(reading: $0, &problems) }
      guard !values.contains(where: { $0 == nil }) else { return nil }
      self = .array(values.compactMap(\.self))
    case .mapping(let members):
      let values = members.map { member in JSONTemplate(reading: member.value, &problems).map { Member(key: member.key, value: $0) } }
      guard !values.contains(where: { $0 == nil }) else { return nil }
      self = .object(values.compactMap(\.self))
    }
  }

  private static func bare(_ text: String) -> JSONTemplate? {
    switch text {
    case "~", "null", "": .null
    case "true": .bool(true)
    case "false": .bool(false)
    // A number as RFC 8259 has it.
    default: text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) == nil ? nil : .number(text)
    }
  }
}
