internal import AdminAPI
internal import ArgumentParser
internal import Contract
internal import ContractDocuments
internal import Formats

/// `image-edit-mock openapi`: a contract as tools read it.
struct OpenAPICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "openapi", abstract: "Print the OpenAPI 3.1 document of venice, dgrid or mock (/_mock): made of the rules, always true.")

  @Argument(help: ArgumentHelp("venice, dgrid or mock.", valueName: "name"))
  var name: String

  @OptionGroup var contract: ContractArguments

  func run(_ output: CommandOutput) throws -> Int32 {
    output.standardOutput(String(decoding: try document.serialized(indent: 2), as: UTF8.self) + "\n")
    return 0
  }

  private var document: JSONOutput {
    get throws {
      if name == "mock" { return OpenAPIDocument(version: MockCommand.version).json }
      guard let api = API(rawValue: name) else {
        throw CommandFailure.usage("there is no document '\(name)'; write venice, dgrid or mock")
      }
      return ContractDocument(api, settings: try contract.options.settings, version: MockCommand.version).json
    }
  }
}
