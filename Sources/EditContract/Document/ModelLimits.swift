internal import WireFormat

/// What certain models take, narrower than the fields' own schemas: `x-models` in a document, since no keyword of a schema says it so that
/// people and generators of code understand it.
struct ModelLimits {
  /// An id, or a regular expression (ECMA 262) for all ids that match.
  let models: String
  /// The fields with what they must be then; nil: the field must not be there.
  let fields: [(name: String, schema: JSONOutput?)]

  var member: (String, JSONOutput) {
    (models, .object(fields.map { ($0.name, $0.schema ?? .bool(false)) }))
  }
}

extension JSONOutput {
  static func anyOf(_ schemas: [JSONOutput]) -> JSONOutput { .object([("anyOf", .array(schemas))]) }

  static func oneOf(_ words: [String]) -> JSONOutput { .object([("enum", .array(words.map(JSONOutput.string)))]) }
}
