internal import Formats
internal import Support

/// Every error that a scenario can ask for by name; the tables are in the files beside this one, by theme.
package enum NamedErrors {
  /// All errors, in the order in which they are listed.
  package static let all: [NamedError] = credentials + wallet + money + models + limits + content + failures

  /// Returns the error of that name; names are case-sensitive.
  package static func named(_ name: String) -> NamedError? { all.first { $0.name == name } }
}

/// Named errors as a text for people or for programs.
package struct NamedErrorTable: Sendable {
  let errors: [NamedError]

  /// Makes a table of the errors.
  package init(_ errors: [NamedError]) { self.errors = errors }

  /// Returns the whole text, which ends in a line feed.
  package func text(_ style: RuleTable.Style) -> String {
    switch style {
    case .table: errors.map(\.paragraph).joined()
    case .json: (["errors": .array(errors.map(\.json))] as JSONOutput).text
    case .markdown: TextTable(errors.map(\.cells), titles: ["name", "what happened", "Venice", "DGrid", "notes"]).markdown
    }
  }
}

extension NamedError {
  fileprivate var paragraph: String {
    let variants = API.allCases.flatMap { api in
      let variant = variant(of: api)
      let line = "    \(api.label): \(variant.summary) (\(variant.basis.rawValue))\n"
      return [line] + (variant.note.map { ["        \($0)\n"] } ?? [])
    }
    return "\(name): \(summary)\n" + variants.joined()
  }

  fileprivate var cells: [String] {
    let notes = API.allCases.compactMap { api in variant(of: api).note.map { "\(api.label): \($0)" } }
    return ["`\(name)`", summary, "`\(venice.summary)`", "`\(dgrid.summary)`", notes.joined(separator: " ")]
  }

  fileprivate var json: JSONOutput { ["name": .string(name), "summary": .string(summary), "venice": venice.json, "dgrid": dgrid.json] }
}

extension NamedError.APIVariant {
  /// A key that does not apply is null.
  fileprivate var json: JSONOutput {
    [
      "status": .int(status), "answers": .string(summary), "nearest": .bool(isNearest), "basis": .string(basis.rawValue),
      "source": .string(source), "note": .optional(note),
    ]
  }
}
