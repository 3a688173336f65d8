internal import Contract

/// Which contract is meant: a profile, what overrides it, and a day; for every command that needs one.
struct ContractOptions: Sendable {
  var profile = "documented"
  var decisions: [String] = []
  var veniceContract = VeniceContracts.asked.description

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
