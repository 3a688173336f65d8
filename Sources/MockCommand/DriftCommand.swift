internal import ArgumentParser
internal import Contract
internal import ContractDocuments
internal import Support

/// `image-edit-mock drift`: whether the contract has aged.
struct DriftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    abstract:
      "Compare an API's official OpenAPI document with the mock's contract; exit with 1 when there are differences that nothing explains.")

  @Argument(help: ArgumentHelp("The document, YAML or JSON.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("Whose document it is: venice or dgrid.", valueName: "api"))
  var api: String = "venice"

  @Option(help: ArgumentHelp("table, json or markdown.", valueName: "style"))
  var format: String = "table"

  @OptionGroup var contract: ContractArguments

  func run(_ output: CommandOutput) throws -> Int32 {
    guard let style = RuleTable.Style(rawValue: format) else {
      throw CommandFailure.usage("--format is '\(format)'; write \(RuleTable.Style.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    guard let api = API(rawValue: api) else { throw CommandFailure.usage("--api is '\(api)'; write venice or dgrid") }
    let report = try report(api)
    output.standardOutput(report.text(style))
    return report.drift.isEmpty ? 0 : 1
  }

  private func report(_ api: API) throws -> DriftReport {
    let bytes: [UInt8]
    do { bytes = try readFile(file, limit: Self.largestDocument) } catch { throw CommandFailure.usage("\(error)") }
    do {
      return try DriftReport(bytes, api: api, settings: contract.options.settings)
    } catch let error as DocumentError {
      throw CommandFailure(code: 65, message: "\(file):\(error)")
    }
  }

  private static let largestDocument = 64 << 20
}
