internal import ArgumentParser
internal import Contract
internal import Formats
internal import Scenarios

/// `image-edit-mock scenario validate FILE…`: whether files would be loaded, and all that is wrong if not.
struct ScenarioValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check scenario files, or folders of them; exit code 65 and every problem with its place if one is wrong.")

  @Argument(help: ArgumentHelp("Scenario files, or folders.", valueName: "file"))
  var files: [String]

  func run(_ output: CommandOutput) throws -> Int32 {
    var problems: [DocumentProblem] = []
    for path in files {
      do throws(DocumentProblems) {
        let scenarios = try ScenarioFolder.read(fileOrFolder: path)
        if scenarios.isEmpty { output.standardError("image-edit-mock: there are no files *.yaml or *.yml in \(path)\n") }
        for scenario in scenarios { output.standardOutput("ok: \(scenario.name) (\(scenario.size))\n") }
      } catch {
        problems += error.all
      }
    }
    guard problems.isEmpty else { throw CommandFailure.badScenarios(DocumentProblems(problems)) }
    return 0
  }
}

extension Scenario {
  fileprivate var size: String { steps.count == 1 ? "1 step" : "\(steps.count) steps" }
}
