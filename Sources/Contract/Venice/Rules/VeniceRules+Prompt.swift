extension VeniceRules {
  private static let pageSays = VeniceSource.page("prompt: \"Required string length: 1 - 32768\"")

  static let promptFields: [Check<VeniceForm, ZodIssue>] = [
    promptRequired, mustBeString("prompt", source: VeniceSource.page("prompt: string")),
    mustNotBeEmpty("prompt", source: pageSays, since: "2026-02-04"), mustNotExceed(32_768, "prompt", source: pageSays, since: "2026-02-04"),
  ]

  private static let promptRequired = Check<VeniceForm, ZodIssue>(
    Rule(
      "venice.edit.prompt.required", says: "`prompt` is sent.", .documented, source: VeniceSource.page("prompt: required"),
      response: "400 invalid_type", asks: [SchemaConstraint("prompt", .required)])
  ) { form in
    guard form.value("prompt") == nil else { return [] }
    return [Finding("prompt", expected: "a string", found: "no such field", .required("string", at: ["prompt"]))]
  }

  static let promptOfModel = Check<VeniceModelUse, ZodIssue>(
    Rule(
      "venice.edit.prompt.model-limit",
      says: "`prompt` has at most the model's promptCharacterLimit, in UTF-16 code units (1,500 for the default model).", .documented,
      source: VeniceSource.page("prompt: \"Character limit is model specific\""), response: "400 too_big")
  ) { use in
    let limit = use.model.promptCharacterLimit
    guard let length = use.form.text("prompt")?.utf16Count, length > limit else { return [] }
    let expected = "at most \(limit) characters for \(use.model.id)"
    return [Finding("prompt", expected: expected, found: "\(length)", .tooLong(maximum: limit, at: ["prompt"]))]
  }
}
