internal import Contract
internal import ContractFixtures

/// All rules of one API, each under a heading that can be linked to.
struct RulePage {
  let api: API
  private let rules: [Rule]

  init(_ api: API) {
    self.api = api
    rules = Ledger.rules.filter { $0.api == api.rawValue }
  }

  var text: String {
    """
    # \(api.label): the rules

    \(ContractPage.notice)
    \(rules.count) rules in the order in which requests meet them: \(counts). An answer that refuses names the rules it is about in `x-mock-rule`,
    one that warns in `x-mock-warning`. *documented*: the page that the mock emulates, or the API's own OpenAPI document, says so. *observed*:
    public clients or captures saw it. *assumed*: nobody says, and the mock had to choose.

    The fixtures are requests on both sides of a rule with the answers they must get ([what is in them](../../fixtures/README.md)).

    \(rules.map(entry).joined(separator: "\n"))
    """
  }

  private var counts: String {
    Rule.Basis.allCases.map { basis in "\(rules.count { $0.basis == basis }) \(basis.rawValue)" }.joined(separator: ", ")
  }

  private func entry(_ rule: Rule) -> String {
    """
    ## `\(rule.id)`

    \(rule.says)

    - **\(rule.basis.rawValue)**: \(rule.source)
    - on breach: \(rule.severity == .warning ? "accepted with a warning" : "`\(rule.answers)`")
    - holds: \(holds(rule))
    - fixtures: \(fixtures(rule))

    """
  }

  private func holds(_ rule: Rule) -> String {
    var words: [String] = []
    if let condition = rule.condition {
      let profiles = Profile.allCases.filter { Settings(profile: $0).satisfies(condition) }.map(\.rawValue)
      words.append(
        "where `\(condition)` ([decision](decisions.md)); "
          + (profiles.isEmpty ? "in neither profile" : "so in the profile \(profiles.joined(separator: " and "))"))
    }
    if let since = rule.span.since { words.append("since \(since)") }
    if let until = rule.span.until { words.append("until \(until)") }
    return words.isEmpty ? "always" : words.joined(separator: "; ")
  }

  private func fixtures(_ rule: Rule) -> String {
    let names = RuleFixture.names(of: rule.id)
    return names.map { "[\($0.dropLast(".json".count))](../../fixtures/rules/\(rule.id)/\($0))" }.joined(separator: ", ")
  }
}
