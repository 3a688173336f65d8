internal import Contract
package import Formats
internal import HTTPMessage
package import RequestMatching
internal import Support

/// Text with placeholders for facts of the request: `{{model}}`, `{{http-date+2s}}`.
package struct Template: Sendable, Equatable, CustomStringConvertible {
  /// A piece of the text.
  package enum Part: Sendable, Equatable {
    case text(String)
    case placeholder(Placeholder)
  }

  /// The text's pieces in their order.
  package let parts: [Part]

  /// Makes a template of parts.
  package init(_ parts: [Part]) { self.parts = parts }

  /// Parses text such as `Hello {{model}}`; `\{{` is `{{` itself. Throws for a placeholder that is not closed or not known.
  package init(parsing text: String) throws(TextSyntaxError) {
    var parts: [Part] = []
    var literal = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      if rest[..<open.lowerBound].hasSuffix("\\") {
        literal += rest[..<open.lowerBound].dropLast() + "{{"
        rest = rest[open.upperBound...]
        continue
      }
      literal += rest[..<open.lowerBound]
      guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
        throw TextSyntaxError(
          "`\(String(rest[open.lowerBound...]).shown)` is not closed; write `}}` behind the name, or `\\{{` for the text")
      }
      if !literal.isEmpty { parts.append(.text(literal)) }
      literal = ""
      parts.append(.placeholder(try Placeholder(parsing: String(rest[open.upperBound..<close.lowerBound]).trimmed)))
      rest = rest[close.upperBound...]
    }
    literal += rest
    if !literal.isEmpty { parts.append(.text(literal)) }
    self.init(parts)
  }

  /// As it stands in a file.
  package var description: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .placeholder(let placeholder): "{{\(placeholder)}}"
      }
    }.joined()
  }
}

/// A fact that a template asks for.
package enum Placeholder: Sendable, Equatable, CustomStringConvertible {
  case api, endpoint, method, path, model, prompt, key, session, scenario, step, nth
  case requestID
  /// A field of the body, or a header of the request, by name.
  case field(String)
  case header(String)
  /// Unix time in seconds, in milliseconds, and as HTTP writes a date; each so much later than now.
  case unix(Duration)
  case unixMilliseconds(Duration)
  case httpDate(Duration)

  /// The placeholders without a parameter, by name.
  static let plain: [(name: String, placeholder: Placeholder)] = [
    ("api", .api), ("endpoint", .endpoint), ("method", .method), ("path", .path), ("model", .model), ("prompt", .prompt), ("key", .key),
    ("session", .session), ("scenario", .scenario), ("step", .step), ("nth", .nth), ("request-id", .requestID),
  ]
  /// The placeholders of time, which take an offset: a longer name before the shorter one that it begins with.
  private static let times: [(name: String, make: @Sendable (Duration) -> Placeholder)] = [
    ("unix-ms", { .unixMilliseconds($0) }), ("unix", { .unix($0) }), ("http-date", { .httpDate($0) }),
  ]
  /// All placeholders as they are written, for people.
  private static let names = plain.map(\.name) + ["field.NAME", "header.NAME", "unix", "unix-ms", "http-date"]

  /// Parses what stands between the braces.
  init(parsing text: String) throws(TextSyntaxError) {
    if let known = Self.plain.first(where: { $0.name == text }) {
      self = known.placeholder
    } else if text.hasPrefix("field."), text.count > 6 {
      self = .field(String(text.dropFirst(6)))
    } else if text.hasPrefix("header."), String(text.dropFirst(7)).isHeaderName {
      self = .header(String(text.dropFirst(7)))
    } else if let time = try Self.time(text) {
      self = time
    } else {
      throw TextSyntaxError(
        "there is no placeholder `{{\(text.shown)}}`; did you mean `{{\(Self.names.nearest(to: text))}}`? There are: \(Self.names.joined(separator: ", "))"
      )
    }
  }

  /// Parses `unix`, `http-date+30s`, `unix-ms-5s`; nil for a placeholder of another kind.
  private static func time(_ text: String) throws(TextSyntaxError) -> Placeholder? {
    for (name, make) in times where text.hasPrefix(name) {
      let offset = text.dropFirst(name.count)
      guard let sign = offset.first else { return make(.zero) }
      guard sign == "+" || sign == "-" else { return nil }
      let time = try DurationText.read(String(offset.dropFirst()))
      return make(sign == "+" ? time : .zero - time)
    }
    return nil
  }

  /// Its name, as it stands in a file.
  package var description: String {
    switch self {
    case .field(let name): "field.\(name)"
    case .header(let name): "header.\(name)"
    case .unix(let offset): "unix" + offset.offsetText
    case .unixMilliseconds(let offset): "unix-ms" + offset.offsetText
    case .httpDate(let offset): "http-date" + offset.offsetText
    default: Self.plain.first { $0.placeholder == self }?.name ?? ""
    }
  }
}

extension Duration {
  /// `+2s`, `-5s`; nothing for none.
  fileprivate var offsetText: String { self == .zero ? "" : self > .zero ? "+\(shortText)" : "-\((.zero - self).shortText)" }
}

extension YAMLNode {
  func template(_ key: String, _ problems: inout ProblemList) -> Template? {
    guard case .scalar(let text, _) = content else {
      problems.add(self, "`\(key)` is \(kind); write a text")
      return nil
    }
    return problems.value(of: self, key) { () throws(TextSyntaxError) in try Template(parsing: text) }
  }
}

/// What the placeholders of a template stand for in one response.
package struct TemplateFacts: Sendable {
  /// What is known of the request.
  package let facts: RequestFacts
  private let response: ScriptedResponse
  /// The `x-mock-request-id` of the response.
  package let requestID: String
  /// Unix time in milliseconds.
  package let now: Int

  /// Collects the facts of a request and the response to it.
  package init(_ facts: RequestFacts, response: ScriptedResponse, requestID: String, now: Int) {
    self.facts = facts
    self.response = response
    self.requestID = requestID
    self.now = now
  }

  /// Returns the text with every placeholder replaced; what the request does not have is empty.
  package func text(of template: Template) -> String {
    template.parts.map { part in
      switch part {
      case .text(let text): text
      case .placeholder(let placeholder): value(of: placeholder)
      }
    }.joined()
  }

  /// Returns the JSON with every placeholder in its strings replaced.
  package func json(of template: JSONTemplate) -> JSONOutput {
    switch template {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .number(let lexeme): .number(lexeme: lexeme)
    case .string(let template): .string(text(of: template))
    case .array(let elements): .array(elements.map(json(of:)))
    case .object(let members): .object(members.map { ($0.key, json(of: $0.value)) })
    }
  }

  private func value(of placeholder: Placeholder) -> String {
    switch placeholder {
    case .api: facts.api.rawValue
    case .endpoint: facts.endpoint.rawValue
    case .method: facts.head.method
    case .path: facts.head.path
    case .model: facts.model ?? ""
    case .prompt: facts.prompt ?? ""
    case .key: facts.key ?? ""
    case .session: facts.session
    case .scenario: response.scenario
    case .step: response.step.map(String.init) ?? ""
    case .nth: String(response.nth)
    case .requestID: requestID
    case .field(let name): facts.form?[name]?.text?.string ?? ""
    case .header(let name): facts.head.headers[name] ?? ""
    case .unix(let offset): String((now + offset.millisecondsRoundedDown) / 1_000)
    case .unixMilliseconds(let offset): String(now + offset.millisecondsRoundedDown)
    case .httpDate(let offset): HTTPDate.text(unixTime: (now + offset.millisecondsRoundedDown) / 1_000)
    }
  }
}
