extension VeniceRules {
  static let aspectRatioFields: [Check<VeniceForm, ZodIssue>] = [aspectRatioListed]

  private static let aspectRatioListed = Check<VeniceForm, ZodIssue>(
    "venice.edit.aspect_ratio.enum",
    says: "`aspect_ratio` is one of \(VeniceModels.requestRatios().joined(separator: ", ")); since 2026-10-02 4:3 is, too.", .documented,
    source: VeniceSource.page("aspect_ratio: available options") + "; 4:3: " + VeniceSource.octoberNotes,
    response: "400 invalid_enum_value", since: "2026-02-20", asks: ["aspect_ratio": [.listedRatio]]
  ) { form in
    unlisted(form, "aspect_ratio", VeniceModels.requestRatios(on: form.settings.veniceContract))
  }

  static let aspectRatioOfModel = Check<VeniceModelUse, ZodIssue>(
    "venice.edit.aspect_ratio.model", says: "`aspect_ratio`, `auto` aside, is one that the model lists in constraints.aspectRatios.",
    .documented, source: VeniceSource.page("aspect_ratio: \"Supported values vary by model\""), response: "400 custom"
  ) { use in
    guard let ratio = use.form.string("aspect_ratio"), ratio != "auto" else { return [] }
    return unlistedRatio(ratio, use)
  }

  static let autoOfModel = Check<VeniceModelUse, ZodIssue>(
    "venice.edit.aspect_ratio.auto", says: "`aspect_ratio` is `auto` only for a model that lists it in constraints.aspectRatios.",
    .observed, source: VeniceSource.clientNotes + "; a client's tests", response: "400 custom",
    when: Ambiguities.veniceUnlistedAuto.is(.reject)
  ) { use in
    use.form.string("aspect_ratio") == "auto" ? unlistedRatio("auto", use) : []
  }

  private static func unlistedRatio(_ ratio: String, _ use: VeniceModelUse) -> [Finding<ZodIssue>] {
    guard !use.model.aspectRatios.contains(ratio) else { return [] }
    let requestable = VeniceModels.requestRatios(on: use.form.settings.veniceContract)
    let supported = use.model.aspectRatios.filter(requestable.contains).joined(separator: ", ")
    let message = "Aspect ratio '\(ratio)' is not supported by model \(use.model.id). Supported values: \(supported)"
    let expected = "one of \(supported)\(use.model.limitNote)"
    return [Finding("aspect_ratio", expected: expected, found: "'\(ratio)'", .custom(message, at: ["aspect_ratio"]))]
  }

  private static let resolutionLength = VeniceSource.page("resolution: \"Required string length: 1 - 10\"")

  static let resolutionFields: [Check<VeniceForm, ZodIssue>] = [
    mustBeString("resolution", source: VeniceSource.page("resolution: string")),
    mustNotBeEmpty("resolution", source: resolutionLength, since: "2026-05-04"),
    mustNotExceed(10, "resolution", source: resolutionLength, since: "2026-05-04"),
  ]

  static let resolutionOfModel = Check<VeniceModelUse, ZodIssue>(
    "venice.edit.resolution.model",
    says: "`resolution` is a tier that the model lists in constraints.resolutions; of a model that lists none, only 1K can be asked for.",
    .documented, source: VeniceSource.page("resolution: \"Supported values vary by model\", \"Defaults to 1K\""), response: "400 custom"
  ) { use in
    guard let tier = use.form.string("resolution"), !(use.model.tiers.isEmpty && tier == "1K") else { return [] }
    return unlistedTier(tier, use)
  }

  static let untieredResolution = Check<VeniceModelUse, ZodIssue>(
    "venice.edit.resolution.untiered", says: "No `resolution`, not even 1K, is sent to a model without tiers: most models have none.",
    .observed, source: "seen by two clients; " + VeniceSource.clientNotes, response: "400 custom",
    when: Ambiguities.veniceUntieredResolution.is(.reject)
  ) { use in
    use.model.tiers.isEmpty && use.form.string("resolution") == "1K" ? unlistedTier("1K", use) : []
  }

  private static func unlistedTier(_ tier: String, _ use: VeniceModelUse) -> [Finding<ZodIssue>] {
    guard !use.model.tiers.contains(where: { $0.name == tier }) else { return [] }
    let tiers = use.model.tiers.map(\.name).joined(separator: ", ")
    let message =
      tiers.isEmpty
      ? "Resolution is not supported by model \(use.model.id)."
      : "Resolution '\(tier)' is not supported by model \(use.model.id). Supported values: \(tiers)"
    let expected = tiers.isEmpty ? "no resolution: the model has no tiers" : "one of \(tiers)"
    return [Finding("resolution", expected: expected + use.model.limitNote, found: "'\(tier)'", .custom(message, at: ["resolution"]))]
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

  /// Neither the page nor an OpenAPI document has it.
  static let anonymousUserFields: [Check<VeniceForm, ZodIssue>] = [
    mustBeString("anon_user_id", .observed, source: VeniceSource.octoberNotes, since: VeniceContracts.october),
    mustNotExceed(128, "anon_user_id", .observed, source: VeniceSource.octoberNotes, since: VeniceContracts.october),
    anonymousUserCharacters,
  ]

  private static let anonymousUserCharacters = Check<VeniceForm, ZodIssue>(
    "venice.edit.anon_user_id.characters", says: "`anon_user_id` is printable ASCII without `||`; the text of the refusal is assumed.",
    .observed, source: VeniceSource.octoberNotes, response: "400 custom", since: VeniceContracts.october,
    asks: ["anon_user_id": [.pattern(#"^(?!.*\|\|)[ -~]*$"#)]]
  ) { form in
    guard let text = form.string("anon_user_id"), text.contains("||") || !text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) else { return [] }
    let message = "anon_user_id must be printable ASCII and must not contain '||'"
    let found = "'\(text.shortened())'"
    return [Finding("anon_user_id", expected: "printable ASCII without ||", found: found, .custom(message, at: ["anon_user_id"]))]
  }

  static let qualityFields: [Check<VeniceForm, ZodIssue>] = [
    mustBeOne(
      of: ["low", "medium", "high"], "quality", source: VeniceSource.page("\"optional quality parameter (low, medium, high)\""),
      when: Ambiguities.veniceQualityField.is(.accept), since: "2026-05-22")
  ]

  static let unknownFields: [Check<VeniceForm, ZodIssue>] = [unknownKeys]

  private static let unknownKeys = Check<VeniceForm, ZodIssue>(
    "venice.edit.unknown-key", says: "No field is sent that the schema does not name.", .documented,
    source: VeniceSource.schema("additionalProperties: false") + "; seen by four clients", response: "400 unrecognized_keys",
    asks: ["": [.nothingElse]]
  ) { form in
    let unknown = form.submitted.names.filter { !form.knownNames.contains($0) }
    guard !unknown.isEmpty else { return [] }
    let found = unknown.map { "'\($0.shortened())'" }.joined(separator: ", ")
    let expected = "only \(form.knownNames.joined(separator: ", "))"
    return [Finding("", expected: expected, found: found.shortened(to: 400), .unrecognizedKeys(unknown))]
  }

  static let ignoredQuality = Warning<VeniceModelUse>(
    "venice.edit.quality.ignored", says: "`quality` is sent only to a model with quality tiers.", .documented,
    source: VeniceSource.page("\"currently supported on gpt-image-2-edit; other models ignore it\""),
    when: Ambiguities.veniceQualityField.is(.accept)
  ) { use in
    guard use.form.value("quality") != nil, use.model.qualities.isEmpty else { return [] }
    return [Finding("quality", expected: "a model with qualities, such as gpt-image-2-edit", found: "\(use.model.id), which ignores it")]
  }

  private static let promptLength = VeniceSource.page("prompt: \"Required string length: 1 - 32768\"")

  static let promptFields: [Check<VeniceForm, ZodIssue>] = [
    promptRequired, mustBeString("prompt", source: VeniceSource.page("prompt: string")),
    mustNotBeEmpty("prompt", source: promptLength, since: "2026-02-04"),
    mustNotExceed(32_768, "prompt", source: promptLength, since: "2026-02-04"),
  ]

  private static let promptRequired = Check<VeniceForm, ZodIssue>(
    "venice.edit.prompt.required", says: "`prompt` is sent.", .documented, source: VeniceSource.page("prompt: required"),
    response: "400 invalid_type", asks: ["prompt": [.required]]
  ) { form in
    guard form.value("prompt") == nil else { return [] }
    return [Finding("prompt", expected: "a string", found: "no such field", .required("string", at: ["prompt"]))]
  }

  static let promptOfModel = Check<VeniceModelUse, ZodIssue>(
    "venice.edit.prompt.model-limit",
    says: "`prompt` has at most the model's promptCharacterLimit, in UTF-16 code units (1,500 for the default model).", .documented,
    source: VeniceSource.page("prompt: \"Character limit is model specific\""), response: "400 too_big"
  ) { use in
    let limit = use.model.promptCharacterLimit
    guard let length = use.form.text("prompt")?.utf16Count, length > limit else { return [] }
    let expected = "at most \(limit) characters for \(use.model.id)\(use.model.limitNote)"
    return [Finding("prompt", expected: expected, found: "\(length)", .tooLong(maximum: limit, at: ["prompt"]))]
  }
}
