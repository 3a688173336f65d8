package import Formats

/// What certain models take, narrower than the fields' own schemas: `x-models` in a document, since no keyword of a schema says it so that
/// people and generators of code understand it.
package struct ModelLimits {
  /// An id, or a regular expression (ECMA 262) for all ids that match.
  package let models: String
  /// The fields with what they must be then; nil: the field must not be there.
  package let fields: [(name: String, schema: JSONOutput?)]

  package var member: (String, JSONOutput) {
    (models, .object(fields.map { ($0.name, $0.schema ?? .bool(false)) }))
  }
}

extension JSONOutput {
  package static func anyOf(_ schemas: [JSONOutput]) -> JSONOutput { .object([("anyOf", .array(schemas))]) }

  static func oneOf(_ words: [String]) -> JSONOutput { .object([("enum", .array(words.map(JSONOutput.string)))]) }
}
