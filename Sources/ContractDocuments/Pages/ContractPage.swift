internal import Contract
internal import ContractFixtures
internal import Support

/// One page of `docs/contract`, made from the ledger.
package struct ContractPage: Sendable {
  /// The file's name: `venice.md`.
  package let name: String
  /// The whole text, ending in a line feed.
  package let text: String

  /// Makes all pages.
  package static var all: [ContractPage] {
    API.allCases.map { ContractPage(name: "\($0.rawValue).md", text: RulePage(api: $0).text) } + [
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
    Where documentation and live service disagree or are silent, there is a decision. `--profile documented` and `--profile live` decide all of
    them, `--set decision=value` one. `image-edit-mock check --suggest-profile` finds out how a server decides.

    \(Ambiguities.all.text(.markdown))
    """
  }

  private static var errors: String {
    """
    # Errors by name

    \(notice)
    What a scenario can ask for with `respond: { error: NAME }`, and what each API answers. Where an API has no such error, the note says which is
    the nearest.

    \(NamedErrors.all.text(.markdown))
    """
  }
}

/// All rules of one API, each under a heading that can be linked to.
struct RulePage {
  let api: API

  private var rules: [Rule] { Ledger.rules.filter { $0.api == api.rawValue } }

  var text: String {
    """
    # \(api.label): the rules

    \(ContractPage.notice)
    \(rules.count) rules in the order in which requests meet them: \(counts). An answer that refuses names the rules it is about in `x-mock-rule`,
    one that warns in `x-mock-warning`. *documented*: the page that the mock emulates, or the API's own OpenAPI document, says so. *observed*:
    public clients or captures saw it. *assumed*: not documented, the mock's choice.

    The fixtures are requests on both sides of a rule with the answers they must get ([what is in them](../../fixtures/README.md)).

    \(rules.map(entry).joined(separator: "\n"))
    """
  }

  private var counts: String {
    Rule.Basis.allCases.map { basis in "\(rules.count { $0.basis == basis }) \(basis.rawValue)" }.joined(separator: ", ")
  }

  private func entry(_ rule: Rule) -> String {
    """
    ## `\(rule.id)`

    \(rule.says)

    - **\(rule.basis.rawValue)**: \(rule.source)
    - on breach: \(rule.severity == .warning ? "accepted with a warning" : "`\(rule.response)`")
    - holds: \(holds(rule))
    - fixtures: \(fixtures(rule))

    """
  }

  private func holds(_ rule: Rule) -> String {
    var words: [String] = []
    if let condition = rule.condition {
      let profiles = Profile.allCases.filter { Settings(profile: $0).satisfies(condition) }.map(\.rawValue)
      words.append(
        "where `\(condition)` ([decision](decisions.md)); "
          + (profiles.isEmpty ? "in neither profile" : "so in the profile \(profiles.joined(separator: " and "))"))
    }
    if let since = rule.span.since { words.append("since \(since)") }
    if let until = rule.span.until { words.append("until \(until)") }
    return words.isEmpty ? "always" : words.joined(separator: "; ")
  }

  private func fixtures(_ rule: Rule) -> String {
    let names = RuleFixture.names(of: rule.id)
    return names.map { "[\($0.dropLast(".json".count))](../../fixtures/rules/\(rule.id)/\($0))" }.joined(separator: ", ")
  }
}

/// Venice's edit models on each day that can be served.
struct ModelPage {
  var text: String {
    """
    # Venice's edit models

    \(ContractPage.notice)
    What each model takes and costs, on the days that `--venice-contract` knows. Prices are in USD for one edit at the tier 1K. Limits of the prompt
    are in UTF-16 code units. Where no public source has a model's limits, they are its sibling's or the default model's, and *assumed*; the
    ratio 4:3, which came in October, is assumed of all models but Grok's. The list of \(VeniceContracts.newest) has models that came out later, too.
    *per image*: what each image costs that the price does not include; an edit has one.

    \(VeniceContracts.all.map(section).joined(separator: "\n"))
    """
  }

  private func section(_ day: ContractDate) -> String {
    let rows = VeniceModels.all(on: day).map { model in
      [
        "`\(model.id)`", model.name, dollars(model.price), "\(model.promptCharacterLimit)", model.tiers.map(\.name).joined(separator: ", "),
        model.aspectRatios.joined(separator: ", "), model.qualityNames.joined(separator: ", "), model.limits.rawValue,
        model.imagePrice.map(images) ?? "",
      ]
    }
    let titles = ["id", "name", "price", "prompt", "tiers", "ratios", "qualities", "limits", "per image"]
    return "## \(day)\n\n" + TextTable(rows, titles: titles).markdown
  }

  /// `0.00230 after 1`.
  private func images(_ price: VeniceImagePrice) -> String { "\(dollars(price.additional, places: 5)) after \(price.included)" }

  /// Micro-dollars as dollars; further places are cut off.
  private func dollars(_ micros: Int, places: Int = 3) -> String {
    let fraction = "\(micros % 1_000_000)"
    return "\(micros / 1_000_000)." + (String(repeating: "0", count: 6 - fraction.count) + fraction).prefix(places)
  }
}
