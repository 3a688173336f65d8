internal import ArgumentParser
internal import Contract
internal import Formats
internal import Scenarios
internal import Support

/// `image-edit-mock scenario list`: the scenarios, or the names that a scenario file may use.
struct ScenarioListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print every scenario with what it reproduces; or, with --errors or --faults, what one can ask for.")

  @OptionGroup var source: ScenarioArguments

  @Option(help: ArgumentHelp("table, json or markdown.", valueName: "style"))
  var format: String = "table"

  @Flag(help: "Print the errors that `respond: { error: NAME }` knows, with what each API answers.")
  var errors = false

  @Flag(help: "Print the faults that `fault:` knows.")
  var faults = false

  func run(_ output: CommandOutput) throws -> Int32 {
    guard let style = RuleTable.Style(rawValue: format) else {
      throw CommandFailure.usage("--format is '\(format)'; write \(RuleTable.Style.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    guard !(errors && faults) else { throw CommandFailure.usage("--errors and --faults are two lists; ask for one of them") }
    if errors {
      output.standardOutput(NamedErrorTable(NamedErrors.all).text(style))
    } else if faults {
      output.standardOutput(text(FaultTable.all.map { ($0.name, $0.summary) }, "faults", style))
    } else {
      output.standardOutput(text(try scenarios(), "scenarios", style))
    }
    return 0
  }

  private func scenarios() throws -> [(String, String)] {
    let set = try source.options.load()
    do {
      return try set.names.compactMap { try set.scenario(named: $0) }.map { ($0.name, $0.description) }
    } catch let problems as DocumentProblems {
      throw CommandFailure.badScenarios(problems)
    }
  }

  private func text(_ entries: [(name: String, says: String)], _ title: String, _ style: RuleTable.Style) -> String {
    let rows = entries.map { [$0.name, $0.says] }
    switch style {
    case .table: return TextTable(rows).aligned
    case .markdown: return TextTable(rows.map { ["`\($0[0])`", $0[1]] }, titles: ["name", "what it does"]).markdown
    case .json:
      let entries = JSONOutput.array(entries.map { .object([("name", .string($0.name)), ("description", .string($0.says))]) })
      return String(decoding: JSONOutput.object([(title, entries)]).serialized(indent: 2), as: UTF8.self) + "\n"
    }
  }
}
