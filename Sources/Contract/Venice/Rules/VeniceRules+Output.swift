extension VeniceRules {
  static let aspectRatioFields: [Check<VeniceForm, ZodIssue>] = [
    mustBeOne(
      of: VeniceModels.requestRatios, "aspect_ratio", source: VeniceSource.page("aspect_ratio: available options"), since: "2026-02-20")
  ]

  static let aspectRatioOfModel = Check<VeniceModelUse, ZodIssue>(
    Rule(
      "venice.edit.aspect_ratio.model",
      says: "`aspect_ratio` is one that the model lists in constraints.aspectRatios; `auto` too must be listed.", .documented,
      source: VeniceSource.page("aspect_ratio: \"Supported values vary by model\""), response: "400 custom")
  ) { use in
    guard let ratio = use.form.string("aspect_ratio"), !use.model.aspectRatios.contains(ratio) else { return [] }
    let supported = use.model.aspectRatios.filter(VeniceModels.requestRatios.contains).joined(separator: ", ")
    let message = "Aspect ratio '\(ratio)' is not supported by model \(use.model.id). Supported values: \(supported)"
    return [Finding("aspect_ratio", expected: "one of \(supported)", found: "'\(ratio)'", .custom(message, at: ["aspect_ratio"]))]
  }

  private static let pageSays = VeniceSource.page("resolution: \"Required string length: 1 - 10\"")

  static let resolutionFields: [Check<VeniceForm, ZodIssue>] = [
    mustBeString("resolution", source: VeniceSource.page("resolution: string")),
    mustNotBeEmpty("resolution", source: pageSays, since: "2026-05-04"),
    mustNotExceed(10, "resolution", source: pageSays, since: "2026-05-04"),
  ]

  static let resolutionOfModel = Check<VeniceModelUse, ZodIssue>(
    Rule(
      "venice.edit.resolution.model",
      says: "`resolution` is a tier that the model lists in constraints.resolutions; most models list none.", .documented,
      source: VeniceSource.page("resolution: \"Supported values vary by model\"") + "; refused even for 1K: seen by two clients",
      response: "400 custom")
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

  static let outputFormatFields: [Check<VeniceForm, ZodIssue>] = [
    mustBeOne(
      of: ["jpeg", "png", "webp"], "output_format", alsoAccepting: ["jpg"],
      source: VeniceSource.page("output_format: \"Accepts jpeg, jpg, png, or webp\""), since: "2026-05-13")
  ]

  static let safeModeFields: [Check<VeniceForm, ZodIssue>] = [
    mustBeBoolean("safe_mode", source: VeniceSource.page("safe_mode: boolean"), since: "2026-04-15")
  ]

  /// The page that the project emulates has neither.
  static let promptRewritingFields: [Check<VeniceForm, ZodIssue>] = [
    mustBeBoolean("disable_prompt_optimization_thinking", source: VeniceSource.augustSchema, since: "2026-07-14"),
    mustBeBoolean("enhance_prompt", source: VeniceSource.augustSchema, since: "2026-07-15"),
  ]

  static let qualityFields: [Check<VeniceForm, ZodIssue>] = [
    mustBeOne(
      of: ["low", "medium", "high"], "quality", source: VeniceSource.page("\"optional quality parameter (low, medium, high)\""),
      when: Ambiguities.veniceQualityField.is(.accept), since: "2026-05-22")
  ]

  static let unknownFields: [Check<VeniceForm, ZodIssue>] = [unknownKeys]

  private static let unknownKeys = Check<VeniceForm, ZodIssue>(
    Rule(
      "venice.edit.unknown-key", says: "No field is sent that the schema does not name.", .documented,
      source: VeniceSource.schema("additionalProperties: false") + "; seen by four clients", response: "400 unrecognized_keys",
      asks: [SchemaConstraint("", .nothingElse)])
  ) { form in
    let unknown = form.submitted.names.filter { !form.knownNames.contains($0) }
    guard !unknown.isEmpty else { return [] }
    let found = unknown.map { "'\($0.shortened())'" }.joined(separator: ", ")
    return [
      Finding("", expected: "only \(form.knownNames.joined(separator: ", "))", found: found.shortened(to: 400), .unrecognizedKeys(unknown))
    ]
  }

  static let ignoredQuality = Warning<VeniceModelUse>(
    Rule(
      "venice.edit.quality.ignored", says: "`quality` is sent only to a model with quality tiers.", .documented,
      source: VeniceSource.page("\"currently supported on gpt-image-2-edit; other models ignore it\""), severity: .warning, response: "200",
      when: Ambiguities.veniceQualityField.is(.accept))
  ) { use in
    guard use.form.value("quality") != nil, use.model.qualities.isEmpty else { return [] }
    return [Finding("quality", expected: "a model with qualities, such as gpt-image-2-edit", found: "\(use.model.id), which ignores it")]
  }
}
