internal import Contract
package import Formats
internal import HTTPMessage
internal import Support

/// Text with placeholders for facts of the request: `{{model}}`, `{{http-date+2s}}`.
package struct Template: Sendable, Equatable {
  /// A piece of the text.
  package enum Part: Sendable, Equatable {
    case text(String)
    case placeholder(Placeholder)
  }

  package let parts: [Part]

  /// Makes a template of parts.
  package init(_ parts: [Part]) { self.parts = parts }

  /// Makes a template without placeholders.
  package init(verbatim text: String) { parts = [.text(text)] }
}

/// A fact that a template asks for.
package enum Placeholder: Sendable, Equatable {
  case api, endpoint, method, path, model, prompt, key, session, scenario, step, nth
  case requestID
  /// A field of the body, or a header of the request, by name.
  case field(String)
  case header(String)
  /// Unix time in seconds, in milliseconds, and as HTTP writes a date; each so much later than now.
  case unix(Duration)
  case unixMilliseconds(Duration)
  case httpDate(Duration)
}

extension Template: CustomStringConvertible {
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

extension Placeholder: CustomStringConvertible {
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

extension Template {
  /// Parses text such as `Hello {{model}}`; `\{{` is `{{` itself.
  ///
  /// - Throws: a placeholder that is not closed or not known.
  package init(parsing text: String) throws(TextSyntaxError) {
    var parts: [Part] = []
    var literal = ""
    var rest = text[...]
    while let open = rest.range(ofFirst: "{{") {
      if rest[..<open.lowerBound].hasSuffix("\\") {
        literal += rest[..<open.lowerBound].dropLast() + "{{"
        rest = rest[open.upperBound...]
        continue
      }
      literal += rest[..<open.lowerBound]
      guard let close = rest[open.upperBound...].range(ofFirst: "}}") else {
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
}

extension Placeholder {
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
}

extension Substring {
  /// Returns where the text occurs first.
  fileprivate func range(ofFirst text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<(index(start, offsetBy: text.count)) }
      start = index(after: start)
    }
    return nil
  }
}

extension YAMLNode {
  /// Reads text with placeholders.
  func template(_ key: String, _ problems: inout ProblemList) -> Template? {
    guard case .scalar(let text, _) = content else {
      problems.add(self, "`\(key)` is \(kind); write a text")
      return nil
    }
    return problems.value(of: self, key) { () throws(TextSyntaxError) in try Template(parsing: text) }
  }
}
