package import Contract
internal import Formats
internal import Support

extension DriftReport {
  /// The whole text, ending in a line feed.
  package func text(_ style: RuleTable.Style) -> String {
    switch style {
    case .table: plain
    case .json: String(decoding: json.serialized(indent: 2), as: UTF8.self) + "\n"
    case .markdown: markdown
    }
  }

  private var explained: [Difference] { differences.filter { $0.explanation != nil } }

  private var summary: String {
    let found = drift.isEmpty ? "Nothing has drifted" : "\(drift.count) \(drift.count == 1 ? "difference" : "differences")"
    return "\(found); \(explained.count) explained."
  }

  private var plain: String {
    let rows = drift.map { TextRow($0) }
    let meant = explained.map { "  \($0.kind.rawValue): \($0.subject)\n    \($0.explanation ?? "")\n" }
    return rows.map(\.text).joined() + summary + "\n" + (meant.isEmpty ? "" : "Explained:\n" + meant.joined())
  }

  private var markdown: String {
    let table = TextTable(
      drift.map { [$0.kind.rawValue, $0.subject, $0.mock ?? "", $0.document ?? ""] }, titles: ["", "what", "the mock", "the document"])
    let meant = TextTable(explained.map { [$0.kind.rawValue, $0.subject, $0.explanation ?? ""] }, titles: ["", "what", "why"])
    return "\(summary)\n\n" + (drift.isEmpty ? "" : table.markdown + "\n") + "## Explained\n\n" + meant.markdown
  }

  private var json: JSONOutput {
    .object([
      ("api", .string(api.rawValue)), ("drift", .array(drift.map(\.json))), ("explained", .array(explained.map(\.json))),
    ])
  }
}

private struct TextRow {
  let text: String

  init(_ difference: Difference) {
    let sides =
      difference.kind == .changed ? ": the mock has \(difference.mock ?? "nothing"), the document \(difference.document ?? "nothing")" : ""
    text = "\(difference.kind.rawValue): \(difference.subject)\(sides)\n"
  }
}

extension Difference {
  fileprivate var json: JSONOutput {
    .object([
      ("kind", .string(kind.rawValue)), ("subject", .string(subject)), ("mock", .optional(mock)), ("document", .optional(document)),
      ("explanation", .optional(explanation)),
    ])
  }
}
