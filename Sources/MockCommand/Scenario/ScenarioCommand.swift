internal import ArgumentParser
internal import Scenarios

/// `image-edit-mock scenario`: what scripts there are, whether a file is in order, and what one would do.
struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario", abstract: "List, check and explain scenarios.",
    subcommands: [ScenarioListCommand.self, ScenarioValidateCommand.self, ScenarioExplainCommand.self])
}

/// Where scenarios come from, for every command that needs them.
struct ScenarioOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A folder of scenario files that adds to the shipped ones; its names win.", valueName: "folder"))
  var scenarios: String?

  func load() throws -> ScenarioSet {
    do { return try ScenarioSet.load(folder: scenarios) } catch { throw CommandFailure.badScenarios(error) }
  }
}

extension CommandFailure {
  /// Exit code 65: every problem with its place, and how many there are.
  static func badScenarios(_ problems: ScenarioProblems) -> CommandFailure {
    let count = problems.all.count == 1 ? "one problem" : "\(problems.all.count) problems"
    return CommandFailure(code: 65, message: "\(count) in scenario files\n\(problems)")
  }

  static func unknownScenario(_ name: String, _ set: ScenarioSet, option: String) -> CommandFailure {
    let near = set.nearest(to: name).joined(separator: ", ")
    return .usage("\(option): there is no scenario '\(name)'; near are \(near) (`image-edit-mock scenario list`)")
  }
}
