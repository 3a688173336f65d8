internal import ContractFixtures
internal import MockService

extension ContractResult {
  /// The rule that the request is about and its side of it; nil: it keeps all.
  var place: (rule: String, kind: RuleFixture.Kind)? {
    if let rule = rules.first { return (rule, .refuse) }
    return warnings.first.map { ($0, .warn) }
  }
}
