package import WireFormat

/// The ledger as people and tools read it: `image-edit-mock rules`.
package struct RuleTable: Sendable {
  package enum Style: String, Sendable, CaseIterable { case table, json, markdown }

  let rules: [Rule]

  package init(_ rules: [Rule]) { self.rules = rules }

  /// The whole text, ending in a line feed.
  package func text(_ style: Style) -> String {
    switch style {
    case .table: aligned
    case .json: String(decoding: json.serialized(indent: 2), as: UTF8.self) + "\n"
    case .markdown: markdown
    }
  }

  private var aligned: String {
    let idWidth = rules.map(\.id.count).max() ?? 0
    let answerWidth = rules.map(\.answers.count).max() ?? 0
    return rules.map { rule in
      let columns = [
        rule.id.padded(to: idWidth), rule.severity.rawValue.padded(to: 9), rule.basis.rawValue.padded(to: 10),
        rule.answers.padded(to: answerWidth), rule.says + (rule.condition.map { " [\($0)]" } ?? ""),
      ]
      return columns.joined(separator: "  ") + "\n"
    }.joined()
  }

  private var markdown: String {
    let header = "| rule | says | basis | source | on breach | holds when |\n| --- | --- | --- | --- | --- | --- |\n"
    return header
      + rules.map { rule in
        let cells = [
          "`\(rule.id)`", rule.says, rule.basis.rawValue, rule.source,
          rule.severity == .warning ? "warning" : "`\(rule.answers)`", rule.condition.map { "`\($0)`" } ?? "always",
        ]
        return "| " + cells.map(\.escapedForMarkdownCell).joined(separator: " | ") + " |\n"
      }.joined()
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
              ("since", rule.since.map { .string($0.description) } ?? .null),
              ("until", rule.until.map { .string($0.description) } ?? .null),
            ])
          })
      )
    ])
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

  fileprivate var escapedForMarkdownCell: String {
    String(flatMap { $0 == "|" ? "\\|" : $0 == "\n" ? " " : String($0) })
  }
}
