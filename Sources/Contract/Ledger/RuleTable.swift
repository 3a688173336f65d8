package import Formats
internal import Support

/// The ledger as people and tools read it: `image-edit-mock rules`.
package struct RuleTable {
  package enum Style: String, Sendable, CaseIterable { case table, json, markdown }

  let rules: [Rule]
  let fixtures: ((String) -> [String])?

  /// - Parameter fixtures: the names of the fixtures of a rule's id; nil: they are not told.
  package init(_ rules: [Rule], fixtures: ((String) -> [String])? = nil) {
    self.rules = rules
    self.fixtures = fixtures
  }

  /// The whole text, ending in a line feed.
  package func text(_ style: Style) -> String {
    switch style {
    case .table: TextTable(rules.map(\.columns)).aligned
    case .json: json.text
    case .markdown: TextTable(rules.map(cells), titles: titles).markdown
    }
  }

  private var titles: [String] {
    ["rule", "says", "basis", "source", "on breach", "holds when"] + (fixtures == nil ? [] : ["shown by"])
  }

  private func cells(_ rule: Rule) -> [String] {
    // One of those that break it says most.
    let shown = fixtures.map { names in [names(rule.id).last.map { "`\(rule.id)/\($0)`" } ?? ""] } ?? []
    return rule.cells + shown
  }

  /// `{"rules":[…]}`, one object a rule; keys that do not apply are null.
  package var json: JSONOutput {
    .object([
      (
        "rules",
        .array(
          rules.map { rule in
            .object(
              [
                ("id", .string(rule.id)), ("api", .string(rule.api)), ("says", .string(rule.says)),
                ("basis", .string(rule.basis.rawValue)), ("source", .string(rule.source)),
                ("severity", .string(rule.severity.rawValue)), ("answers", .string(rule.answers)),
                ("decision", rule.condition.map { .string($0.description) } ?? .null),
                ("since", rule.span.since.map { .string($0.description) } ?? .null),
                ("until", rule.span.until.map { .string($0.description) } ?? .null),
              ] + (fixtures.map { [("fixtures", .array($0(rule.id).map(JSONOutput.string)))] } ?? []))
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
