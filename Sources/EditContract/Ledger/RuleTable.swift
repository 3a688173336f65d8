package import WireFormat

/// The ledger as people and tools read it: `image-edit-mock rules`.
package struct RuleTable: Sendable {
  package enum Style: String, Sendable, CaseIterable { case table, json, markdown }

  let rules: [Rule]

  package init(_ rules: [Rule]) { self.rules = rules }

  /// The whole text, ending in a line feed.
  package func text(_ style: Style) -> String {
    switch style {
    case .table: TextTable(rules.map(\.columns)).aligned
    case .json: json.text
    case .markdown: TextTable(rules.map(\.cells), titles: ["rule", "says", "basis", "source", "on breach", "holds when"]).markdown
    }
  }

  /// `{"rules":[…]}`, one object a rule; keys that do not apply are null.
  package var json: JSONOutput {
    .object([
      (
        "rules",
        .array(
          rules.map { rule in
            .object([
              ("id", .string(rule.id)), ("api", .string(rule.api)), ("says", .string(rule.says)),
              ("basis", .string(rule.basis.rawValue)), ("source", .string(rule.source)),
              ("severity", .string(rule.severity.rawValue)), ("answers", .string(rule.answers)),
              ("decision", rule.condition.map { .string($0.description) } ?? .null),
              ("since", rule.span.since.map { .string($0.description) } ?? .null),
              ("until", rule.span.until.map { .string($0.description) } ?? .null),
            ])
          })
      )
    ])
  }
}

extension Rule {
  fileprivate var columns: [String] {
    [id, severity.rawValue, basis.rawValue, answers, says + (condition.map { " [\($0)]" } ?? "")]
  }

  fileprivate var cells: [String] {
    [
      "`\(id)`", says, basis.rawValue, source, severity == .warning ? "warning" : "`\(answers)`",
      condition.map { "`\($0)`" } ?? "always",
    ]
  }
}
