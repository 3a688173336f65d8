internal import ArgumentParser
internal import Formats
internal import Scenarios
internal import Support

/// `image-edit-mock scenario`: what scripts there are, whether a file is in order, and what one would do.
struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario", abstract: "List, check and explain scenarios.",
    subcommands: [ScenarioListCommand.self, ScenarioValidateCommand.self, ScenarioExplainCommand.self, ScenarioSchemaCommand.self])
}

/// `image-edit-mock scenario schema`: what editors complete and check scenario files with.
struct ScenarioSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of scenario files, for editors: scenario schema > scenario.schema.json")

  func run(_ output: CommandOutput) -> Int32 {
    output.standardOutput(ScenarioSchema.text)
    return 0
  }
}

/// ``ScenarioOptions`` as they are written.
struct ScenarioArguments: ParsableArguments {
  @Option(help: ArgumentHelp("A folder of scenario files that adds to the shipped ones; its names win.", valueName: "folder"))
  var scenarios: String?

  var options: ScenarioOptions { ScenarioOptions(scenarios: scenarios) }
}

/// Where scenarios come from, for every command that needs them.
struct ScenarioOptions: Sendable {
  /// A folder.
  var scenarios: String?

  func load() throws -> ScenarioSet {
    if let scenarios, !folderExists(scenarios) {
      throw CommandFailure.usage("--scenarios: there is no folder \(scenarios); write the one that the scenario files are in")
    }
    do { return try ScenarioSet.load(folder: scenarios) } catch { throw CommandFailure.badScenarios(error) }
  }
}

extension CommandFailure {
  /// Exit code 65: every problem with its place, and how many there are.
  static func badScenarios(_ problems: DocumentProblems) -> CommandFailure {
    let count = problems.all.count == 1 ? "one problem" : "\(problems.all.count) problems"
    return CommandFailure(code: 65, message: "\(count) in scenario files\n\(problems)")
  }

  static func unknownScenario(_ name: String, _ set: ScenarioSet, option: String) -> CommandFailure {
    let near = set.nearest(to: name).joined(separator: ", ")
    return .usage("\(option): there is no scenario '\(name)'; near are \(near) (`image-edit-mock scenario list`)")
  }
}
