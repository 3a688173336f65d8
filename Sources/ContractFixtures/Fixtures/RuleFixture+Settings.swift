package import Contract

extension RuleFixture {
  /// The settings under which it holds where a server runs that profile, and the contract of that day.
  package func settings(under profile: Profile, on day: ContractDate = VeniceContracts.asked) -> Settings {
    var settings = Settings(profile: profile, veniceContract: day)
    // They were understood when the file was read.
    for assignment in decided { try? settings.set(assignment) }
    return settings
  }

  /// Settings under which it holds: one for each of its profiles, and one for each further contract; profiles and days have nothing to do with
  /// each other.
  package var allSettings: [Settings] {
    contracts.enumerated().flatMap { index, day in (index == 0 ? profiles : Array(profiles.prefix(1))).map { settings(under: $0, on: day) }
    }
  }

  /// Whether it holds under the profile as it is, nothing decided otherwise, on that day.
  package func holds(under profile: Profile, on day: ContractDate = VeniceContracts.asked) -> Bool {
    let plain = Settings(profile: profile)
    return profiles.contains(profile) && contracts.contains(day)
      && Ambiguities.all.allSatisfy { settings(under: profile).value(of: $0) == plain.value(of: $0) }
  }
}
