/// A rule of an API on its requests, as a value: what it asks for, where that is known from, and the response to a request that breaks it.
///
/// A request is refused or warned about through a rule only. The checks, `image-edit-mock rules`, the OpenAPI documents and the log lines
/// are all made from these values:
///
///     Rule(
///       "venice.edit.prompt.required", says: "`prompt` is sent.", .documented, source: VeniceSource.page("prompt: required"),
///       response: "400 invalid_type", asks: ["prompt": [.required]])
package struct Rule: Sendable, Hashable, Identifiable {
  /// How it is known that the rule exists.
  package enum Basis: String, Sendable, CaseIterable {
    /// From the page that the project emulates, or the API's own OpenAPI document of that week.
    case documented
    /// A public client or capture saw the live service do it.
    case observed
    /// Not known: the mock makes a choice, and says so.
    case assumed
  }

  /// What happens to a request that breaks the rule.
  package enum Severity: String, Sendable, CaseIterable {
    /// Refused, as the real service would refuse it.
    case violation
    /// Accepted and noted.
    case warning
  }

  /// API, endpoint, field and rule: `venice.edit.prompt.max-length`.
  package let id: String
  /// What the rule asks for, as one sentence.
  package let says: String
  /// How it is known that the rule exists.
  package let basis: Basis
  /// Where the rule is written down or was seen.
  package let source: String
  /// Whether a request that breaks the rule is refused.
  package let severity: Severity
  /// The response to a request that breaks the rule, in short: `400 too_big`.
  package let response: String
  /// The value of an ambiguity under which the rule is active; nil: it always is.
  package let condition: AmbiguityCondition?
  /// The days between which the API is known to have had the rule.
  package let span: ContractSpan
  /// What the rule asks for, as far as a schema can say it.
  package let constraints: [SchemaConstraint]

  /// Makes a rule; without `since` and `until` the API has it on every day.
  package init(
    _ id: String, says: String, _ basis: Basis, source: String, severity: Severity = .violation, response: String,
    when condition: AmbiguityCondition? = nil, since: ContractDate? = nil, until: ContractDate? = nil,
    asks constraints: KeyValuePairs<String, [SchemaConstraint.Kind]> = [:]
  ) {
    self.id = id
    self.says = says
    self.basis = basis
    self.source = source
    self.severity = severity
    self.response = response
    self.condition = condition
    span = ContractSpan(since: since, until: until)
    self.constraints = constraints.flatMap { field, kinds in kinds.map { SchemaConstraint(field: field, kind: $0) } }
  }

  /// The API that the rule belongs to: the first word of its id.
  package var api: String { String(id.prefix { $0 != "." }) }

  /// Compares the ids, which are unique.
  package static func == (left: Rule, right: Rule) -> Bool { left.id == right.id }

  /// Hashes the id.
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// What a rule asks of one field, as far as a schema can say it; OpenAPI documents and `drift` are made from these.
package struct SchemaConstraint: Sendable, Equatable {
  /// One keyword of a schema, or what stands for several of them.
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
    /// A regular expression (ECMA 262) that matches the whole text.
    case pattern(String)
    /// One of these; the second list is accepted too, but the API's own schema does not name it.
    case oneOf([String], also: [String])
    /// The id of an edit model that the contract of the day lists.
    case listedModel
    /// A ratio that the contract of the day names.
    case listedRatio
    /// No fields but the known ones; `field` is then empty.
    case nothingElse
  }

  /// The field, dotted: `prompt`, `input.messages[].role`.
  package let field: String
  /// What the field must be.
  package let kind: Kind
}
