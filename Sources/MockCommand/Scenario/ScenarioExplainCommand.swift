internal import ArgumentParser
internal import Contract
internal import Formats
internal import RequestMatching
internal import Scenarios
internal import Support

/// `image-edit-mock scenario explain NAME`: what would answer request 1, 2, 3, …
struct ScenarioExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print what would answer the requests of one session, with the delays drawn: one edit after the other, all alike.")

  @Argument(help: ArgumentHelp("The scenario.", valueName: "name"))
  var name: String

  @OptionGroup var source: ScenarioArguments

  @Option(help: ArgumentHelp("How many requests.", valueName: "count"))
  var requests: Int = 10

  @Option(help: ArgumentHelp("Milliseconds from one request to the next.", valueName: "ms"))
  var every: Int = 1_000

  @Option(help: ArgumentHelp("venice or dgrid; by default the one that the scenario is about.", valueName: "api"))
  var api: String?

  @Option(help: ArgumentHelp("edit, models or generated.", valueName: "endpoint"))
  var endpoint: String = "edit"

  @Option(help: ArgumentHelp("The requests' model.", valueName: "id"))
  var model: String?

  @Option(help: ArgumentHelp("The requests' prompt.", valueName: "text"))
  var prompt: String = "a sunrise"

  @Option(help: ArgumentHelp("Bytes of the requests' image, a PNG of 1024x1024.", valueName: "count"))
  var imageBytes: Int = 1_000_000

  @Flag(help: "Let the requests break the contract.")
  var invalid = false

  @Option(help: ArgumentHelp("The server's seed, for scenarios without one.", valueName: "number"))
  var seed: UInt64 = 0

  func run(_ output: CommandOutput) throws -> Int32 {
    let set = try source.options.load()
    let rehearsal = try rehearsal(of: scenario(in: set))
    let turns = rehearsal.run()
    let rows = turns.map { turn in
      let answer = turn.answer
      return [
        "\(turn.request)", turn.time.shortText, answer?.step.map { "step \($0)" } ?? (answer == nil ? "-" : "quota"),
        answer?.text(rehearsal.api) ?? "the normal answer", answer.map { $0.delay.shortText } ?? "0", answer?.extras ?? "",
      ]
    }
    output.standardOutput(TextTable([["request", "at", "by", "answer", "delay", "besides"]] + rows).aligned)
    for (step, why) in rehearsal.misfits() {
      output.standardOutput("step \(step) is for other requests: \(why.matcher) is to be \(why.expected), here it is \(why.found)\n")
    }
    return 0
  }

  private func scenario(in set: ScenarioSet) throws -> Scenario {
    do {
      guard let scenario = try set.scenario(named: name) else {
        throw CommandFailure.unknownScenario(name, set, option: "scenario explain")
      }
      return scenario
    } catch let problems as DocumentProblems {
      throw CommandFailure.badScenarios(problems)
    }
  }

  private func rehearsal(of scenario: Scenario) throws -> DryRun {
    var rehearsal = DryRun(scenario, seed: seed)
    if let api {
      guard let api = API(rawValue: api) else { throw CommandFailure.usage("--api is '\(api)'; write venice or dgrid") }
      rehearsal.api = api
    }
    guard let endpoint = RequestFacts.Endpoint(rawValue: endpoint) else {
      throw CommandFailure.usage("--endpoint is '\(endpoint)'; write edit, models, generated or other")
    }
    guard 1...10_000 ~= requests else { throw CommandFailure.usage("--requests is \(requests); write a number from 1 to 10000") }
    guard 0...86_400_000 ~= every else { throw CommandFailure.usage("--every is \(every); write milliseconds from 0 to 86400000") }
    rehearsal.endpoint = endpoint
    rehearsal.model = model
    rehearsal.prompt = prompt
    rehearsal.imageBytes = imageBytes
    rehearsal.isRefused = invalid
    rehearsal.requests = requests
    rehearsal.interval = .milliseconds(every)
    return rehearsal
  }
}
