internal import Formats
internal import Support

/// The decisions as people and tools read them: `image-edit-mock rules --decisions`.
package struct AmbiguityTable: Sendable {
  let entries: [AmbiguityEntry]

  package init(_ entries: [AmbiguityEntry]) { self.entries = entries }

  /// The whole text, ending in a line feed.
  package func text(_ style: RuleTable.Style) -> String {
    switch style {
    case .table:
      entries.map {
        "\($0.name) = \($0.values.joined(separator: " | "))\n    documented: \($0.documented), live: \($0.live)\n    \($0.says)\n"
      }
      .joined()
    case .json: json.text
    case .markdown: TextTable(entries.map(\.cells), titles: ["decision", "values", "documented", "live", "why"]).markdown
    }
  }

  private var json: JSONOutput {
    .object([
      (
        "decisions",
        .array(
          entries.map { entry in
            .object([
              ("name", .string(entry.name)), ("says", .string(entry.says)), ("values", .array(entry.values.map { .string($0) })),
              ("documented", .string(entry.documented)), ("live", .string(entry.live)),
            ])
          })
      )
    ])
  }
}

extension AmbiguityEntry {
  fileprivate var cells: [String] { ["`\(name)`", values.joined(separator: ", "), documented, live, says] }
}
