internal import ArgumentParser
internal import Contract
internal import Formats
internal import MockServer
internal import RequestMatching
internal import Scenarios
internal import Support

/// `image-edit-mock scenario explain NAME`: prints the response to request 1, 2, 3, …
struct ScenarioExplainCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print what would answer the requests of one session, with the delays drawn: one edit after the other, all alike.")

  @Argument(help: .init("The scenario.", valueName: "name")) var name: String

  @OptionGroup var source: ScenarioOptions

  @Option(help: .init("How many requests.", valueName: "count")) var requests: Int = 10

  @Option(help: .init("Milliseconds from one request to the next.", valueName: "ms")) var every: Int = 1_000

  @Option(help: .init("venice or dgrid; by default the one that the scenario is about.", valueName: "api")) var api: String?

  @Option(help: .init("edit, models or generated.", valueName: "endpoint")) var endpoint: String = "edit"

  @Option(help: .init("The requests' model.", valueName: "id")) var model: String?

  @Option(help: .init("The requests' prompt.", valueName: "text")) var prompt: String = "a sunrise"

  @Option(help: .init("Bytes of the requests' image, a PNG of 1024x1024.", valueName: "count")) var imageBytes: Int = 1_000_000

  @Flag(help: "Let the requests break the contract.") var invalid = false

  @Option(help: .init("The server's seed, for scenarios without one.", valueName: "number")) var seed: UInt64 = 0

  func run(_ environment: [String: String], _ output: CommandOutput) throws -> Int32 {
    let dryRun = try dryRun(of: scenario(in: source.load()))
    let rows = dryRun.run().map { turn in
      let response = turn.response
      return [
        "\(turn.request)", turn.time.shortText, response?.step.map { "step \($0)" } ?? (response == nil ? "-" : "quota"),
        response?.summary(for: dryRun.api) ?? "the normal answer", response.map { $0.delay.shortText } ?? "0", response?.extras ?? "",
      ]
    }
    output.standardOutput(TextTable([["request", "at", "by", "answer", "delay", "besides"]] + rows).aligned)
    for (step, why) in dryRun.mismatches() {
      output.standardOutput("step \(step) is for other requests: \(why.matcher) is to be \(why.expected), here it is \(why.found)\n")
    }
    return 0
  }

  private func scenario(in set: ScenarioSet) throws -> Scenario {
    guard let scenario = try set.scenario(named: name) else { throw CommandFailure.usage("scenario explain\(set.noScenario(named: name))") }
    return scenario
  }

  private func dryRun(of scenario: Scenario) throws -> DryRun {
    var dryRun = DryRun(scenario, seed: seed)
    if let api { dryRun.api = try API(api, of: "--api") }
    guard let endpoint = RequestFacts.Endpoint(rawValue: endpoint) else {
      throw CommandFailure.usage("--endpoint is '\(endpoint)'; write edit, models, generated or other")
    }
    guard 1...10_000 ~= requests else { throw CommandFailure.usage("--requests is \(requests); write a number from 1 to 10000") }
    guard 0...86_400_000 ~= every else { throw CommandFailure.usage("--every is \(every); write milliseconds from 0 to 86400000") }
    dryRun.endpoint = endpoint
    dryRun.model = model
    dryRun.prompt = prompt
    dryRun.imageBytes = imageBytes
    dryRun.isRefused = invalid
    dryRun.requests = requests
    dryRun.interval = .milliseconds(every)
    return dryRun
  }
}
