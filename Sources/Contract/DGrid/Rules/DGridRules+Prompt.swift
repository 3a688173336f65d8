extension DGridRules {
  static let promptFields: [Check<DGridForm, DGridError>] = [promptPresent, promptLength]

  /// Missing and empty are the same: openai-python does not send an empty prompt.
  private static let promptPresent = Check<DGridForm, DGridError>(
    Rule(
      "dgrid.edit.prompt.required", says: "`prompt` is a text part that is not empty.", .documented,
      source: DGridSource.page("prompt: string, required"), response: "400 missing_required_parameter",
      asks: [SchemaConstraint("prompt", .required), SchemaConstraint("prompt", .string), SchemaConstraint("prompt", .minimumLength(1))])
  ) { form in
    guard form.prompt == nil else { return [] }
    let found = form.submitted["prompt"].map { $0.file == nil ? "an empty text" : "a file" } ?? "no such part"
    return [Finding("prompt", expected: "a text part", found: found, .missing("prompt"))]
  }

  private static let promptLength = Check<DGridForm, DGridError>(
    Rule(
      "dgrid.edit.prompt.max-length", says: "`prompt` has at most 1,000 characters for dall-e-2 and 32,000 for GPT image models.",
      .observed, source: DGridSource.openAI("prompt"), response: "400 string_above_max_length")
  ) { form in
    guard let maximum = form.model.family.promptLimit, let length = form.prompt?.unicodeScalars.count, length > maximum else { return [] }
    let expected = "at most \(maximum) characters for \(form.model.id)"
    return [Finding("prompt", expected: expected, found: "\(length)", .tooLong("prompt", maximum: maximum, found: length))]
  }
}
