internal import ArgumentParser
internal import EditContract

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

  func run(_ output: CommandOutput) throws -> Int32 {
    guard let style = RuleTable.Style(rawValue: format) else {
      throw CommandFailure.usage("--format is '\(format)'; write \(RuleTable.Style.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    if let api, !["venice", "dgrid"].contains(api) { throw CommandFailure.usage("--api is '\(api)'; write venice or dgrid") }
    if decisions {
      let entries = Decisions.all.filter { api == nil || $0.name.hasPrefix("\(api ?? "").") }
      output.standardOutput(DecisionTable(entries).text(style))
    } else {
      output.standardOutput(RuleTable(Ledger.rules.filter { api == nil || $0.api == api }).text(style))
    }
    return 0
  }
}
