package import EditContract

extension RuleFixture {
  /// The settings under which it holds where a server runs that profile.
  package func settings(under profile: Profile) -> Settings {
    var settings = Settings(profile: profile)
    // They were understood when the file was read.
    for assignment in decided { try? settings.set(assignment) }
    return settings
  }

  /// All settings under which it holds: one for each of its profiles.
  package var allSettings: [Settings] { profiles.map(settings) }

  /// Whether it holds under the profile as it is, nothing decided otherwise.
  package func holds(under profile: Profile) -> Bool {
    let plain = Settings(profile: profile)
    return profiles.contains(profile) && Decisions.all.allSatisfy { settings(under: profile).value(of: $0) == plain.value(of: $0) }
  }
}
