internal import Formats
internal import Support

/// The named errors as people and tools read them.
package struct NamedErrorTable: Sendable {
  let errors: [NamedError]

  package init(_ errors: [NamedError]) { self.errors = errors }

  /// The whole text, ending in a line feed.
  package func text(_ style: RuleTable.Style) -> String {
    switch style {
    case .table: errors.map(\.paragraph).joined()
    case .json: JSONOutput.object([("errors", .array(errors.map(\.json)))]).text
    case .markdown: TextTable(errors.map(\.cells), titles: ["name", "what happened", "Venice", "DGrid", "notes"]).markdown
    }
  }
}

extension NamedError {
  fileprivate var paragraph: String {
    let faces = API.allCases.flatMap { api in
      let face = face(of: api)
      let line = "    \(api.label): \(face.answers) (\(face.basis.rawValue))\n"
      return [line] + (face.note.map { ["        \($0)\n"] } ?? [])
    }
    return "\(name): \(summary)\n" + faces.joined()
  }

  fileprivate var cells: [String] {
    let notes = API.allCases.compactMap { api in face(of: api).note.map { "\(api.label): \($0)" } }
    return ["`\(name)`", summary, "`\(venice.answers)`", "`\(dgrid.answers)`", notes.joined(separator: " ")]
  }

  fileprivate var json: JSONOutput {
    .object([("name", .string(name)), ("summary", .string(summary)), ("venice", venice.json), ("dgrid", dgrid.json)])
  }
}

extension NamedError.APIVariant {
  /// A key that does not apply is null.
  fileprivate var json: JSONOutput {
    .object([
      ("status", .int(status)), ("answers", .string(answers)), ("nearest", .bool(isNearest)), ("basis", .string(basis.rawValue)),
      ("source", .string(source)), ("note", note.map { .string($0) } ?? .null),
    ])
  }
}
