/// One thing an API demands of a request, as a value: what it says, who says so, and what breaking it answers.
///
/// Nothing is refused or warned about except through a rule. Validators, `image-edit-mock rules` and the log lines are all read from these.
package struct Rule: Sendable, Hashable, Identifiable {
  /// Who says that the rule holds.
  package enum Basis: String, Sendable, CaseIterable {
    /// The page the project emulates, or the API's own OpenAPI document of that week.
    case documented
    /// A public client or capture saw the live service do it.
    case observed
    /// Nobody says; the mock had to choose, and says so.
    case assumed
  }

  /// What breaking the rule means.
  package enum Severity: String, Sendable, CaseIterable {
    /// Refused, as the real service would refuse it.
    case violation
    /// Accepted and noted.
    case warning
  }

  /// `venice.edit.prompt.max-length`: API, endpoint, field, rule.
  package let id: String
  /// The demand, as one sentence.
  package let says: String
  package let basis: Basis
  /// Where the demand is written down or was seen.
  package let source: String
  package let severity: Severity
  /// What a request that breaks it is answered, in short: `400 too_big`.
  package let answers: String
  /// The decision that must have this value for the rule to hold; nil: it always holds.
  package let condition: AmbiguityCondition?
  /// The days between which the API is known to have had the rule.
  package let span: ContractSpan
  /// What the rule asks, as far as a schema can say it.
  package let demands: [SchemaConstraint]

  package init(
    _ id: String, says: String, _ basis: Basis, source: String, severity: Severity = .violation, answers: String,
    when condition: AmbiguityCondition? = nil, since: ContractDate? = nil, until: ContractDate? = nil, asks demands: [SchemaConstraint] = []
  ) {
    self.id = id
    self.says = says
    self.basis = basis
    self.source = source
    self.severity = severity
    self.answers = answers
    self.condition = condition
    span = ContractSpan(since: since, until: until)
    self.demands = demands
  }

  /// The API the rule belongs to: the first word of its id.
  package var api: String { String(id.prefix { $0 != "." }) }

  package static func == (left: Rule, right: Rule) -> Bool { left.id == right.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
