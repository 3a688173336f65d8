package import Formats

/// One field of an edit request: what the rules on it do not say.
package struct Field: Sendable {
  /// Dotted: `prompt`, `input.messages[].role`.
  package let name: String
  /// What it is for, as one sentence.
  package let says: String
  /// What it counts as when it is not sent, where that is written down.
  package let standard: JSONOutput?
  package let example: JSONOutput?
  package let isDeprecated: Bool
  /// The decision that must have this value for the field to exist; nil: it always does.
  package let condition: AmbiguityCondition?
  package let span: ContractSpan

  init(
    _ name: String, _ says: String, standard: JSONOutput? = nil, example: JSONOutput? = nil, isDeprecated: Bool = false,
    when condition: AmbiguityCondition? = nil, since: ContractDate? = nil, until: ContractDate? = nil
  ) {
    self.name = name
    self.says = says
    self.standard = standard
    self.example = example
    self.isDeprecated = isDeprecated
    self.condition = condition
    span = ContractSpan(since: since, until: until)
  }
}

extension [Field] {
  /// The fields that exist under these settings.
  package func existing(under settings: Settings) -> [Field] {
    filter { settings.satisfies($0.condition) && $0.span.contains(settings.veniceContract) }
  }
}
