internal import Contract
package import Formats
internal import HTTPMessage
internal import Support

extension Template {
  /// `Hello {{model}}`; `\{{` is `{{` itself.
  ///
  /// - Throws: a placeholder that is not closed, or that there is none of that name.
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
  /// Those without a parameter, by name.
  static let plain: [(name: String, placeholder: Placeholder)] = [
    ("api", .api), ("endpoint", .endpoint), ("method", .method), ("path", .path), ("model", .model), ("prompt", .prompt), ("key", .key),
    ("session", .session), ("scenario", .scenario), ("step", .step), ("nth", .nth), ("request-id", .requestID),
  ]
  /// Those of time, which take an offset: the longer name before the shorter that it begins with.
  private static let times: [(name: String, make: @Sendable (Duration) -> Placeholder)] = [
    ("unix-ms", { .unixMilliseconds($0) }), ("unix", { .unix($0) }), ("http-date", { .httpDate($0) }),
  ]
  /// As they are written, for people.
  static let names = plain.map(\.name) + ["field.NAME", "header.NAME", "unix", "unix-ms", "http-date"]

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

  /// `unix`, `http-date+30s`, `unix-ms-5s`; nil when it is none of time.
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
  /// Where the text stands first.
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
  /// Text with placeholders.
  func template(_ key: String, _ problems: inout ProblemList) -> Template? {
    guard case .scalar(let text, _) = content else {
      problems.add(self, "`\(key)` is \(kind); write a text")
      return nil
    }
    return problems.value(of: self, key) { () throws(TextSyntaxError) in try Template(parsing: text) }
  }
}
