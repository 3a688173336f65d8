internal import ArgumentParser
internal import Contract
internal import ContractDocuments
internal import Formats
internal import MockServer
internal import RequestMatching
internal import Scenarios
internal import Support

/// `image-edit-mock scenario`: lists, checks and explains scenarios.
struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario", abstract: "List, check and explain scenarios.",
    subcommands: [ScenarioListCommand.self, ScenarioValidateCommand.self, ScenarioExplainCommand.self, ScenarioSchemaCommand.self])
}

/// Where scenarios come from, for every command that needs them.
struct ScenarioOptions: EnvironmentGroup {
  @Option(help: .init("A folder of scenario files that adds to the shipped ones; its names win.", valueName: "folder"))
  var scenarios: String?

  /// Reads the shipped scenarios and those of the folder.
  func load() throws -> ScenarioSet { try ScenarioSet.shipped(with: scenarios) }
}

/// `image-edit-mock scenario list`: prints the scenarios, or the names that a scenario file may use.
struct ScenarioListCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print every scenario with what it reproduces; or, with --errors or --faults, what one can ask for.")

  @OptionGroup var source: ScenarioOptions

  @Option(help: .init("table, json or markdown.", valueName: "style")) var format: String = "table"

  @Flag(help: "Print the errors that `respond: { error: NAME }` knows, with what each API answers.") var errors = false

  @Flag(help: "Print the faults that `fault:` knows.") var faults = false

  func run(_ environment: [String: String], _ output: CommandOutput) throws -> Int32 {
    let style = try RuleTable.Style(format, of: "--format")
    guard !(errors && faults) else { throw CommandFailure.usage("--errors and --faults are two lists; ask for one of them") }
    if errors {
      output.standardOutput(NamedErrors.all.text(style))
    } else if faults {
      output.standardOutput(text(FaultTable.all.map { ($0.name, $0.summary) }, "faults", style))
    } else {
      output.standardOutput(text(try scenarios(), "scenarios", style))
    }
    return 0
  }

  private func scenarios() throws -> [(String, String)] {
    let set = try source.load()
    return try set.names.compactMap { try set.scenario(named: $0) }.map { ($0.name, $0.description) }
  }

  private func text(_ entries: [(name: String, says: String)], _ title: String, _ style: RuleTable.Style) -> String {
    let rows = entries.map { [$0.name, $0.says] }
    switch style {
    case .table: return TextTable(rows).aligned
    case .markdown: return TextTable(rows.map { ["`\($0[0])`", $0[1]] }, titles: ["name", "what it does"]).markdown
    case .json:
      let entries = JSONOutput.array(entries.map { ["name": .string($0.name), "description": .string($0.says)] })
      return JSONOutput.object([(title, entries)]).text
    }
  }
}

/// `image-edit-mock scenario validate FILE…`: tells whether files can be loaded, and everything that is wrong with them.
struct ScenarioValidateCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check scenario files, or folders of them; exit code 65 and every problem with its place if one is wrong.")

  @Argument(help: .init("Scenario files, or folders.", valueName: "file")) var files: [String]

  func run(_ environment: [String: String], _ output: CommandOutput) throws -> Int32 {
    var problems: [DocumentProblem] = []
    for path in files {
      do throws(DocumentProblems) {
        let scenarios = try ScenarioFolder.read(fileOrFolder: path)
        if scenarios.isEmpty { output.standardError("image-edit-mock: there are no files *.yaml or *.yml in \(path)\n") }
        for scenario in scenarios { output.standardOutput("ok: \(scenario.name) (\(scenario.size))\n") }
      } catch { problems += error.all }
    }
    guard problems.isEmpty else { throw DocumentProblems(problems) }
    return 0
  }
}

extension Scenario { fileprivate var size: String { steps.count == 1 ? "1 step" : "\(steps.count) steps" } }

/// `image-edit-mock scenario schema`: prints the schema that editors complete and check scenario files with.
struct ScenarioSchemaCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of scenario files, for editors: scenario schema > scenario.schema.json")

  func run(_ environment: [String: String], _ output: CommandOutput) -> Int32 {
    output.standardOutput(ScenarioSchema.text)
    return 0
  }
}

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
