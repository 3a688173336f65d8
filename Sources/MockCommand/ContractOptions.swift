internal import ArgumentParser
internal import EditContract

/// Which contract is meant: a profile, what overrides it, and a day; for every command that needs one.
struct ContractOptions: ParsableArguments {
  @Option(help: ArgumentHelp("documented (what the pages say) or live (what clients reported).", valueName: "profile"))
  var profile: String = "documented"

  @Option(
    name: .customLong("set"), help: ArgumentHelp("Override one decision of the profile; may be repeated.", valueName: "decision=value"))
  var decisions: [String] = []

  @Option(
    name: .customLong("venice-contract"),
    help: ArgumentHelp(
      "The day whose Venice contract is meant: \(VeniceContracts.all.map(\.description).joined(separator: ", ")) or newest.",
      valueName: "day"))
  var veniceContract: String = VeniceContracts.asked.description

  var settings: Settings {
    get throws {
      guard let profile = Profile(rawValue: profile) else {
        throw CommandFailure.usage("--profile is '\(profile)'; write documented or live")
      }
      let contract: ContractDate
      do { contract = try VeniceContracts.named(veniceContract) } catch { throw CommandFailure.usage("--venice-contract: \(error)") }
      var settings = Settings(profile: profile, veniceContract: contract)
      for decision in decisions {
        do { try settings.set(decision) } catch { throw CommandFailure.usage("--set: \(error)") }
      }
      return settings
    }
  }
}
