extension VeniceRules {
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
      source: VeniceSource.schema("additionalProperties: false") + "; seen by four clients", answers: "400 unrecognized_keys",
      asks: [SchemaConstraint("", .nothingElse)])
  ) { form in
    let unknown = form.submitted.names.filter { !form.knownNames.contains($0) }
    guard !unknown.isEmpty else { return [] }
    let found = unknown.map { "'\($0.shortened())'" }.joined(separator: ", ")
    return [
      Finding("", expected: "only \(form.knownNames.joined(separator: ", "))", found: found.shortened(to: 400), .unrecognizedKeys(unknown))
    ]
  }
}
