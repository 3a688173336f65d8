extension VeniceRules {
  private static let pageSays = VeniceSource.page("prompt: \"Required string length: 1 - 32768\"")

  static let promptFields: [Check<VeniceForm, ZodIssue>] = [
    promptRequired, mustBeString("prompt", source: VeniceSource.page("prompt: string")),
    mustNotBeEmpty("prompt", source: pageSays, since: "2026-02-04"),
    mustNotExceed(32_768, "prompt", source: pageSays, since: "2026-02-04"),
  ]

  private static let promptRequired = Check<VeniceForm, ZodIssue>(
    Rule(
      "venice.edit.prompt.required", says: "`prompt` is sent.", .documented, source: VeniceSource.page("prompt: required"),
      answers: "400 invalid_type", asks: [SchemaConstraint("prompt", .required)])
  ) { form in
    guard form.value("prompt") == nil else { return [] }
    return [Finding("prompt", expected: "a string", found: "no such field", .required("string", at: ["prompt"]))]
  }
}
