/// What a document says of one field or parameter, as far as it can be compared.
struct FieldFacts: Sendable, Equatable {
  /// JSON Schema's names; empty: anything.
  var types: Set<String> = []
  /// The values of `enum`; nil: there is none.
  var options: [String]?
  /// `minLength`, `maximum` and the like, and `default`, as they are written.
  var limits: [String: String] = [:]
  /// The numbers of two digits and more in the description: some limits stand nowhere else.
  var numbers: Set<String> = []
  var isRequired = false
  var isDeprecated = false

  static let limitNames = ["minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "pattern", "default"]
}

/// What a document says of one operation.
struct OperationFacts: Sendable {
  /// The fields of the body by media type, dotted below the first level.
  var bodies: [(type: String, fields: [(name: String, facts: FieldFacts)], isClosed: Bool)] = []
  /// `type in query`.
  var parameters: [(name: String, facts: FieldFacts)] = []
  /// Statuses with the names of their headers, in small letters, and their media types.
  var answers: [(status: String, headers: Set<String>, types: Set<String>)] = []
  /// The names of the schemes that let a request in.
  var security: Set<String> = []
}
