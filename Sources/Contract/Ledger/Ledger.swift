package import Formats
internal import Support

/// Every rule that the mock knows.
package enum Ledger {
  /// All rules, in the order in which a request meets them.
  package static let rules: [Rule] = VeniceRules.all + DGridRules.all

  /// Returns the rules that are active under these settings.
  package static func rules(for settings: Settings) -> [Rule] { rules.filter(settings.isActive) }
}

/// Rules as a text for people or for programs: `image-edit-mock rules`.
package struct RuleTable {
  /// How a table is written: aligned for a terminal, as JSON, or as Markdown.
  package enum Style: String, Sendable, CaseIterable { case table, json, markdown }

  let rules: [Rule]
  let fixtures: ((String) -> [String])?

  /// Makes a table of the rules. `fixtures`: gives the names of the fixtures of a rule's id; nil: the table has no column for them.
  package init(_ rules: [Rule], fixtures: ((String) -> [String])? = nil) {
    self.rules = rules
    self.fixtures = fixtures
  }

  /// Returns the whole text, which ends in a line feed.
  package func text(_ style: Style) -> String {
    switch style {
    case .table: TextTable(rules.map(\.columns)).aligned
    case .json: json.text
    case .markdown: TextTable(rules.map(cells), titles: titles).markdown
    }
  }

  private var titles: [String] { ["rule", "says", "basis", "source", "on breach", "holds when"] + (fixtures == nil ? [] : ["shown by"]) }

  private func cells(_ rule: Rule) -> [String] {
    // The last fixture breaks the rule, which shows most.
    let shown = fixtures.map { names in [names(rule.id).last.map { "`\(rule.id)/\($0)`" } ?? ""] } ?? []
    return rule.cells + shown
  }

  /// `{"rules":[…]}` with one object a rule; keys that do not apply are null.
  package var json: JSONOutput { ["rules": .array(rules.map(json))] }

  private func json(_ rule: Rule) -> JSONOutput {
    .object(
      [
        ("id", .string(rule.id)), ("api", .string(rule.api)), ("says", .string(rule.says)), ("basis", .string(rule.basis.rawValue)),
        ("source", .string(rule.source)), ("severity", .string(rule.severity.rawValue)), ("answers", .string(rule.response)),
        ("decision", .optional(rule.condition?.description)), ("since", .optional(rule.span.since?.description)),
        ("until", .optional(rule.span.until?.description)),
      ] + (fixtures.map { [("fixtures", .array($0(rule.id).map(JSONOutput.string)))] } ?? []))
  }
}

extension Rule {
  fileprivate var columns: [String] { [id, severity.rawValue, basis.rawValue, response, says + (condition.map { " [\($0)]" } ?? "")] }

  fileprivate var cells: [String] {
    ["`\(id)`", says, basis.rawValue, source, severity == .warning ? "warning" : "`\(response)`", condition.map { "`\($0)`" } ?? "always"]
  }
}
