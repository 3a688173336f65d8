/// Rows of cells as text: in columns for a terminal, or as Markdown.
package struct TextTable: Sendable {
  /// Columns have no titles in a terminal.
  package let titles: [String]
  /// Every row has as many cells.
  package let rows: [[String]]

  /// Makes a table.
  package init(_ rows: [[String]], titles: [String] = []) {
    self.titles = titles
    self.rows = rows
  }

  /// Each row as a line, its cells padded to the widest of their column; the last one as it is.
  package var aligned: String {
    let widths = (rows.first?.indices ?? 0..<0).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let padded = zip(row, widths).dropLast().map { $0.padded(to: $1) }
      return (padded + row.suffix(1)).joined(separator: "  ") + "\n"
    }.joined()
  }

  /// A Markdown table, with the titles above it.
  package var markdown: String {
    let rule = "| " + titles.map { _ in "---" }.joined(separator: " | ") + " |\n"
    return titles.markdownRow + rule + rows.map(\.markdownRow).joined()
  }
}

extension [String] { fileprivate var markdownRow: String { "| " + map(\.escapedForMarkdownCell).joined(separator: " | ") + " |\n" } }

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - count)) }

  fileprivate var escapedForMarkdownCell: String { String(flatMap { $0 == "|" ? "\\|" : $0 == "\n" ? " " : String($0) }) }
}

extension String {
  /// The text without the spaces and tabs at either end.
  package var trimmed: String {
    guard let start = firstIndex(where: { $0 != " " && $0 != "\t" }), let end = lastIndex(where: { $0 != " " && $0 != "\t" }) else {
      return ""
    }
    return String(self[start...end])
  }
}
