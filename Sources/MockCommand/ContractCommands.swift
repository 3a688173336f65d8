internal import ArgumentParser
internal import Contract
internal import ContractDocuments
internal import ContractFixtures
internal import Formats
internal import MockServer
internal import Support

/// The options that choose a contract; `serve`, `openapi` and `drift` have them.
struct ContractOptions: EnvironmentGroup {
  @Option(help: .init("documented (what the pages say) or live (what clients reported).", valueName: "profile")) var profile = "documented"

  @Option(help: .init("Override one decision of the profile; may be repeated.", valueName: "decision=value")) var set: [String] = []

  @Option(
    help: .init(
      "The day whose Venice contract is meant: \(VeniceContracts.all.map(\.description).joined(separator: ", ")) or newest.",
      valueName: "day")) var veniceContract = VeniceContracts.standard.description

  /// The chosen contract; its day and its overrides are checked when its settings are read.
  var choice: ContractChoice {
    get throws { ContractChoice(profile: try Profile(profile, of: "--profile"), veniceContract: veniceContract, overrides: set) }
  }
}

/// `image-edit-mock rules`: prints the ledger, or the ambiguities that a profile decides.
struct RulesCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Print every rule: what it says, who says so, and what breaking it answers.")

  @Option(help: .init("table, json or markdown.", valueName: "style")) var format: String = "table"

  @Option(help: .init("Only the rules of one API: venice or dgrid.", valueName: "api")) var api: String?

  @Flag(help: "Print the decisions that --profile and --set are about instead.") var decisions = false

  @Option(help: .init("Print a page of docs/contract: venice, dgrid, decisions, errors or models.", valueName: "name")) var page: String?

  func run(_ environment: [String: String], _ output: CommandOutput) throws -> Int32 {
    if let page {
      guard let found = ContractPage.all.first(where: { $0.name == "\(page).md" }) else {
        let names = ContractPage.all.map { String($0.name.dropLast(".md".count)) }
        throw CommandFailure.usage("--page is '\(page)'; write \(names.joined(separator: ", "))")
      }
      output.standardOutput(found.text)
      return 0
    }
    let style = try RuleTable.Style(format, of: "--format")
    if let api { _ = try API(api, of: "--api") }
    if decisions {
      let entries = Ambiguities.all.filter { api == nil || $0.name.hasPrefix("\(api ?? "").") }
      output.standardOutput(entries.text(style))
    } else {
      let rules = Ledger.rules.filter { api == nil || $0.api == api }
      output.standardOutput(RuleTable(rules, fixtures: RuleFixture.names).text(style))
    }
    return 0
  }
}

/// `image-edit-mock openapi`: prints a contract as an OpenAPI document.
struct OpenAPICommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "openapi", abstract: "Print the OpenAPI 3.1 document of venice, dgrid or mock (/_mock): made of the rules, always true.")

  @Argument(help: .init("venice, dgrid or mock.", valueName: "name")) var name: String

  @OptionGroup var contract: ContractOptions

  func run(_ environment: [String: String], _ output: CommandOutput) throws -> Int32 {
    output.standardOutput(String(decoding: try document.serialized(indent: 2), as: UTF8.self) + "\n")
    return 0
  }

  private var document: JSONOutput {
    get throws {
      if name == "mock" { return OpenAPIDocument(version: MockCommand.version).json }
      guard let api = API(rawValue: name) else { throw CommandFailure.usage("there is no document '\(name)'; write venice, dgrid or mock") }
      return ContractDocument(api, settings: try contract.choice.settings, version: MockCommand.version).json
    }
  }
}

/// `image-edit-mock drift`: compares an official document with the rules.
struct DriftCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    abstract:
      "Compare an API's official OpenAPI document with the mock's contract; exit with 1 when there are differences that nothing explains.")

  @Argument(help: .init("The document, YAML or JSON.", valueName: "file")) var file: String

  @Option(help: .init("Whose document it is: venice or dgrid.", valueName: "api")) var api: String = "venice"

  @Option(help: .init("table, json or markdown.", valueName: "style")) var format: String = "table"

  @OptionGroup var contract: ContractOptions

  func run(_ environment: [String: String], _ output: CommandOutput) throws -> Int32 {
    let style = try RuleTable.Style(format, of: "--format")
    let report = try report(API(api, of: "--api"))
    output.standardOutput(report.text(style))
    return report.drift.isEmpty ? 0 : 1
  }

  private func report(_ api: API) throws -> DriftReport {
    let bytes: [UInt8]
    do { bytes = try readFile(file, limit: Self.largestDocument) } catch { throw CommandFailure.usage("\(error)") }
    do {
      return try DriftReport(bytes, api: api, settings: contract.choice.settings)
    } catch let error as DocumentError {
      throw CommandFailure(code: 65, message: "\(file):\(error)")
    }
  }

  private static let largestDocument = 64 << 20
}
