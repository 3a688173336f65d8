extension VeniceRules {
  private static let pageSays = VeniceSource.page("resolution: \"Required string length: 1 - 10\"")

  static let resolutionFields: [Check<VeniceForm, ZodIssue>] = [
    mustBeString("resolution", source: VeniceSource.page("resolution: string")),
    mustNotBeEmpty("resolution", source: pageSays, since: "2026-05-04"),
    mustNotExceed(10, "resolution", source: pageSays, since: "2026-05-04"),
  ]

  static let resolutionOfModel = Check<VeniceModelUse, ZodIssue>(
    Rule(
      "venice.edit.resolution.model",
      says: "`resolution` is a tier that the model lists in constraints.resolutions; most models list none.",
      .documented,
      source: VeniceSource.page("resolution: \"Supported values vary by model\"") + "; refused even for 1K: seen by two clients",
      answers: "400 custom")
  ) { use in
    guard let tier = use.form.string("resolution"), !use.model.tiers.contains(where: { $0.name == tier }) else { return [] }
    if use.model.tiers.isEmpty, tier == "1K", use.form.settings[Ambiguities.veniceUntieredResolution] == .acceptOneK { return [] }
    let tiers = use.model.tiers.map(\.name).joined(separator: ", ")
    let message =
      tiers.isEmpty
      ? "Resolution is not supported by model \(use.model.id)."
      : "Resolution '\(tier)' is not supported by model \(use.model.id). Supported values: \(tiers)"
    let expected = tiers.isEmpty ? "no resolution: the model has no tiers" : "one of \(tiers)"
    return [Finding("resolution", expected: expected, found: "'\(tier)'", .custom(message, at: ["resolution"]))]
  }
}
