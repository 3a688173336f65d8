internal import ArgumentParser
internal import Contract
internal import ContractDocuments
internal import ContractFixtures

/// `image-edit-mock rules`: the ledger, and the decisions it hangs on.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Print every rule: what it says, who says so, and what breaking it answers.")

  @Option(help: ArgumentHelp("table, json or markdown.", valueName: "style"))
  var format: String = "table"

  @Option(help: ArgumentHelp("Only the rules of one API: venice or dgrid.", valueName: "api"))
  var api: String?

  @Flag(help: "Print the decisions that --profile and --set are about instead.")
  var decisions = false

  @Option(help: ArgumentHelp("Print a page of docs/contract: venice, dgrid, decisions, errors or models.", valueName: "name"))
  var page: String?

  func run(_ output: CommandOutput) throws -> Int32 {
    if let page {
      guard let found = ContractPage.all.first(where: { $0.name == "\(page).md" }) else {
        let names = ContractPage.all.map { String($0.name.dropLast(".md".count)) }
        throw CommandFailure.usage("--page is '\(page)'; write \(names.joined(separator: ", "))")
      }
      output.standardOutput(found.text)
      return 0
    }
    guard let style = RuleTable.Style(rawValue: format) else {
      throw CommandFailure.usage("--format is '\(format)'; write \(RuleTable.Style.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    if let api, !["venice", "dgrid"].contains(api) { throw CommandFailure.usage("--api is '\(api)'; write venice or dgrid") }
    if decisions {
      let entries = Ambiguities.all.filter { api == nil || $0.name.hasPrefix("\(api ?? "").") }
      output.standardOutput(AmbiguityTable(entries).text(style))
    } else {
      let rules = Ledger.rules.filter { api == nil || $0.api == api }
      output.standardOutput(RuleTable(rules, fixtures: RuleFixture.names).text(style))
    }
    return 0
  }
}
