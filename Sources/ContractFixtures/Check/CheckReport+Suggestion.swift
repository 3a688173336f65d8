internal import Contract

extension CheckReport {
  /// The command that starts a mock which follows what this server was seen to follow, from the nearest profile.
  package var suggestion: String {
    let known = findings.compactMap { entry, finding in finding.value.map { (entry, $0) } }
    func overrides(_ profile: Profile) -> [String] {
      let settings = Settings(profile: profile)
      return known.filter { settings.value(of: $0.0) != $0.1 }.map { "--set \($0.0.name)=\($0.1)" }
    }
    // The expected profile first: it wins where both are as near.
    let profiles = [plan.profile] + Profile.allCases.filter { $0 != plan.profile }
    let nearest = profiles.min { overrides($0).count < overrides($1).count } ?? plan.profile
    return (["image-edit-mock serve --profile \(nearest.rawValue)"] + overrides(nearest)).joined(separator: " ")
  }
}
