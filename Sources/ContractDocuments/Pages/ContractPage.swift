internal import Contract
internal import ContractFixtures

/// One page of `docs/contract`, made of the ledger: what people read instead of the code.
package struct ContractPage: Sendable {
  /// The file's name: `venice.md`.
  package let name: String
  /// The whole text, ending in a line feed.
  package let text: String

  /// All pages.
  package static var all: [ContractPage] {
    API.allCases.map { ContractPage(name: "\($0.rawValue).md", text: RulePage($0).text) } + [
      ContractPage(name: "decisions.md", text: decisions), ContractPage(name: "errors.md", text: errors),
      ContractPage(name: "models.md", text: ModelPage().text),
    ]
  }

  /// Stands at the head of every page.
  static let notice = "<!-- Made of the ledger by `make docs`; a test fails when it is stale. -->\n"

  private static var decisions: String {
    """
    # Decisions

    \(notice)
    Where documentation and live service disagree, or nobody says, there is a decision. `--profile documented` and `--profile live` decide all of
    them, `--set decision=value` one. `image-edit-mock check --suggest-profile` finds out how a server decides.

    \(AmbiguityTable(Ambiguities.all).text(.markdown))
    """
  }

  private static var errors: String {
    """
    # Errors by name

    \(notice)
    What a scenario can ask for with `respond: { error: NAME }`, and what each API answers. Where an API has no such error, the note says which is
    the nearest.

    \(NamedErrorTable(NamedErrors.all).text(.markdown))
    """
  }
}
