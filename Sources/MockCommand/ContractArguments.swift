internal import ArgumentParser
internal import Contract

/// ``ContractOptions`` as they are written.
struct ContractArguments: ParsableArguments {
  private static let usual = ContractOptions()

  @Option(help: ArgumentHelp("documented (what the pages say) or live (what clients reported).", valueName: "profile"))
  var profile: String = usual.profile

  @Option(
    name: .customLong("set"), help: ArgumentHelp("Override one decision of the profile; may be repeated.", valueName: "decision=value"))
  var decisions: [String] = []

  @Option(
    name: .customLong("venice-contract"),
    help: ArgumentHelp(
      "The day whose Venice contract is meant: \(VeniceContracts.all.map(\.description).joined(separator: ", ")) or newest.",
      valueName: "day"))
  var veniceContract: String = usual.veniceContract

  var options: ContractOptions { ContractOptions(profile: profile, decisions: decisions, veniceContract: veniceContract) }
}
