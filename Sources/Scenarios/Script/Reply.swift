package import Contract

/// What a step answers.
package enum Reply: Sendable {
  /// The normal answer, whatever it is.
  case edit(EditOverrides)
  case error(NamedError, status: Int?)
  case literal(LiteralReply)
}

/// What differs from the normal answer.
package struct EditOverrides: Sendable, Equatable {
  package var status: Int?

  package init(status: Int? = nil) { self.status = status }
}

/// An answer written out in the file.
package struct LiteralReply: Sendable {
  package enum Content: Sendable {
    case none
    /// Text with placeholders.
    case text(Template)
    /// JSON with placeholders in its strings.
    case json(JSONTemplate)
    /// The bytes of a file, read with the scenario.
    case file([UInt8])
  }

  package let status: Int
  /// nil: none is sent.
  package let contentType: String?
  package let content: Content

  package init(status: Int, contentType: String?, content: Content) {
    self.status = status
    self.contentType = contentType
    self.content = content
  }
}

/// A header line that is set, or taken away when it has no value.
package struct HeaderChange: Sendable {
  package let name: String
  package let value: Template?

  package init(name: String, value: Template?) {
    self.name = name
    self.value = value
  }
}
