extension VeniceRules {
  static let aspectRatioFields: [Check<VeniceForm, ZodIssue>] = [
    mustBeOne(
      of: VeniceModels.requestRatios, "aspect_ratio", source: VeniceSource.page("aspect_ratio: available options"), since: "2026-02-20")
  ]

  static let aspectRatioOfModel = Check<VeniceModelUse, ZodIssue>(
    Rule(
      "venice.edit.aspect_ratio.model",
      says: "`aspect_ratio` is one that the model lists in constraints.aspectRatios; `auto` too must be listed.",
      .documented, source: VeniceSource.page("aspect_ratio: \"Supported values vary by model\""), answers: "400 custom")
  ) { use in
    guard let ratio = use.form.string("aspect_ratio"), !use.model.aspectRatios.contains(ratio) else { return [] }
    let supported = use.model.aspectRatios.filter(VeniceModels.requestRatios.contains).joined(separator: ", ")
    let message = "Aspect ratio '\(ratio)' is not supported by model \(use.model.id). Supported values: \(supported)"
    return [Finding("aspect_ratio", expected: "one of \(supported)", found: "'\(ratio)'", .custom(message, at: ["aspect_ratio"]))]
  }
}
