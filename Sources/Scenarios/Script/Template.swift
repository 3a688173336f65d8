/// Text with placeholders for facts of the request: `{{model}}`, `{{http-date+2s}}`.
package struct Template: Sendable, Equatable {
  package enum Part: Sendable, Equatable {
    case text(String)
    case placeholder(Placeholder)
  }

  package let parts: [Part]

  package init(_ parts: [Part]) { self.parts = parts }

  /// A text without placeholders.
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

/// JSON whose strings are templates.
package indirect enum JSONTemplate: Sendable, Equatable {
  case null
  case bool(Bool)
  /// As it is written.
  case number(String)
  case string(Template)
  case array([JSONTemplate])
  case object([Member])

  package struct Member: Sendable, Equatable {
    package let key: String
    package let value: JSONTemplate

    package init(key: String, value: JSONTemplate) {
      self.key = key
      self.value = value
    }
  }
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
  fileprivate var offsetText: String {
    self == .zero ? "" : self > .zero ? "+\(shortText)" : "-\((.zero - self).shortText)"
  }
}
