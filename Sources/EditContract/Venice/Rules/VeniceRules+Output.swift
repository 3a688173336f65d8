extension VeniceRules {
  static let outputFormatFields: [Check<VeniceForm, ZodIssue>] = [
    mustBeOne(
      of: ["jpeg", "png", "webp"], "output_format", alsoAccepting: ["jpg"],
      source: VeniceSource.page("output_format: \"Accepts jpeg, jpg, png, or webp\""), since: "2026-05-13")
  ]

  static let safeModeFields: [Check<VeniceForm, ZodIssue>] = [safeMode]

  private static let safeMode = Check<VeniceForm, ZodIssue>(
    Rule(
      "venice.edit.safe_mode.type", says: "`safe_mode` is true or false; in multipart the text true or false.", .documented,
      source: VeniceSource.page("safe_mode: boolean"), answers: "400 invalid_type", since: "2026-04-15")
  ) { form in
    guard let value = form.value("safe_mode") else { return [] }
    if case .boolean = value { return [] }
    let isWord = form.submitted.encoding == .multipart && value.text.map { ["true", "false"].contains($0.string) } ?? false
    guard !isWord else { return [] }
    let issue = ZodIssue.invalidType("boolean", received: value.typeName, at: ["safe_mode"])
    return [Finding("safe_mode", expected: "true or false", found: value.text.map { "'\($0.prefix(20))'" } ?? value.typeName, issue)]
  }

  static let qualityFields: [Check<VeniceForm, ZodIssue>] = [
    mustBeOne(
      of: ["low", "medium", "high"], "quality", source: VeniceSource.page("\"optional quality parameter (low, medium, high)\""),
      when: Decisions.veniceQualityField.is(.accept), since: "2026-05-22")
  ]

  static let unknownFields: [Check<VeniceForm, ZodIssue>] = [unknownKeys]

  private static let knownKeys = ["aspect_ratio", "resolution", "image", "model", "modelId", "output_format", "prompt", "safe_mode"]

  private static let unknownKeys = Check<VeniceForm, ZodIssue>(
    Rule(
      "venice.edit.unknown-key", says: "No field is sent that the schema does not name.", .documented,
      source: VeniceSource.schema("additionalProperties: false") + "; seen by four clients", answers: "400 unrecognized_keys")
  ) { form in
    let known = knownKeys + (form.settings[Decisions.veniceQualityField] == .accept ? ["quality"] : [])
    let unknown = form.submitted.names.filter { !known.contains($0) }
    guard !unknown.isEmpty else { return [] }
    let found = unknown.map { "'\($0.shortened())'" }.joined(separator: ", ")
    return [Finding("", expected: "only \(known.joined(separator: ", "))", found: found.shortened(to: 400), .unrecognizedKeys(unknown))]
  }
}
