/// What a rule asks of one field, as far as a schema can say it: OpenAPI documents and `drift` are made from these.
package struct SchemaConstraint: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// The field is sent.
    case required
    case string, boolean, integer, array, object
    /// A file upload; in JSON base64, a data URL or a URL.
    case image
    /// A file upload.
    case file
    case minimumLength(Int)
    case maximumLength(Int)
    case minimum(Int)
    case maximum(Int)
    case minimumItems(Int)
    /// A regular expression that the whole text matches, ECMA 262.
    case pattern(String)
    /// One of these; the second ones are accepted, and no schema of the API names them.
    case oneOf([String], also: [String])
    /// The id of an edit model that the contract of the day lists.
    case listedModel
    /// No field beside those that are named; the name of the field is empty.
    case nothingElse
  }

  /// The field, dotted: `prompt`, `input.messages[].role`.
  package let field: String
  package let kind: Kind

  package init(_ field: String, _ kind: Kind) {
    self.field = field
    self.kind = kind
  }
}
