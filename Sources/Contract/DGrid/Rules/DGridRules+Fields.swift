extension DGridRules {
  static let scalarFields: [Check<DGridForm, DGridError>] = [
    countIsInteger, countMinimum, countMaximum, sizeSupported, responseFormat, gptResponseFormat, inputFidelity,
  ]

  private static let pageCount = DGridSource.page("n: integer")
  /// OpenAI's bounds of `n`.
  private static let countBounds = 1...10
  private static let responseFormats = ["url", "b64_json"]

  private static let countIsInteger = Check<DGridForm, DGridError>(
    "dgrid.edit.n.integer", says: "`n` is a decimal integer.", .documented, source: pageCount, response: "400 invalid_type",
    asks: ["n": [.integer]]
  ) { form in
    guard let text = form.string("n"), text.decimalInteger == nil else { return [] }
    let error = DGridError.wrongType("n", expected: "an integer", found: text.looksDecimal ? "a decimal number" : "a string")
    return [Finding("n", expected: "a decimal integer such as 2", found: "'\(text.shortened())'", error)]
  }

  private static let countMinimum = Check<DGridForm, DGridError>(
    "dgrid.edit.n.minimum", says: "`n` is at least 1.", .observed, source: DGridSource.openAI("n"), response: "400 integer_below_min_value",
    asks: ["n": [.minimum(countBounds.lowerBound)]]
  ) { form in
    guard let text = form.string("n"), let count = text.decimalInteger, count < countBounds.lowerBound else { return [] }
    return [Finding("n", expected: "at least 1", found: text.shortened(), .belowMinimum("n", minimum: 1, found: text.shortened()))]
  }

  private static let countMaximum = Check<DGridForm, DGridError>(
    "dgrid.edit.n.maximum", says: "`n` is at most 10.", .observed, source: DGridSource.openAI("n"), response: "400 integer_above_max_value",
    when: Ambiguities.dgridModelFamilies.is(.page), asks: ["n": [.maximum(countBounds.upperBound)]]
  ) { form in
    guard let text = form.string("n"), let count = text.decimalInteger, count > countBounds.upperBound else { return [] }
    return [Finding("n", expected: "at most 10", found: text.shortened(), .aboveMaximum("n", maximum: 10, found: text.shortened()))]
  }

  private static let sizeSupported = Check<DGridForm, DGridError>(
    "dgrid.edit.size.supported",
    says:
      "`size` is one the model takes: dall-e-2 256x256, 512x512, 1024x1024; GPT image models 1024x1024, 1536x1024, 1024x1536, auto; gpt-image-2 also steps of 16 from 655,360 pixels on; others any WIDTHxHEIGHT or auto; none more than 3840 a side or 8,294,400 pixels.",
    .observed, source: DGridSource.openAI("size") + "; texts captured", response: "400 invalid_value",
    asks: ["size": [.pattern(DGridSize.pattern)]]
  ) { form in
    guard let text = form.string("size"), let problem = DGridSize.problem(text, form.model) else { return [] }
    return [Finding("size", expected: problem.expected, found: "'\(text.shortened())'", problem.error)]
  }

  private static let responseFormat = Check<DGridForm, DGridError>(
    "dgrid.edit.response_format.enum", says: "`response_format` is url or b64_json.", .documented,
    source: DGridSource.page("response_format") + "; values: DGrid's create-image page", response: "400 invalid_value",
    asks: ["response_format": [.oneOf(responseFormats, also: [])]]
  ) { form in
    guard let text = form.string("response_format"), !responseFormats.contains(text) else { return [] }
    let error = DGridError.invalidValue("response_format", text.shortened(), supported: responseFormats.sorted())
    return [Finding("response_format", expected: "url or b64_json", found: "'\(text.shortened())'", error)]
  }

  private static let gptResponseFormat = Check<DGridForm, DGridError>(
    "dgrid.edit.response_format.gpt", says: "`response_format` is not sent to GPT image models.", .observed,
    source: DGridSource.captured("Unknown parameter: 'response_format'."), response: "400 unknown_parameter",
    when: Ambiguities.dgridGPTResponseFormat.is(.reject)
  ) { form in
    guard form.model.isGPT, form.string("response_format") != nil else { return [] }
    return [Finding("response_format", expected: "no such field for \(form.model.id)", found: "one", .unknownParameter("response_format"))]
  }

  private static let inputFidelity = Check<DGridForm, DGridError>(
    "dgrid.edit.input_fidelity.model", says: "`input_fidelity` is not sent to gpt-image-2.", .observed,
    source: DGridSource.captured("does not support the 'input_fidelity' parameter"), response: "400 invalid_input_fidelity_model"
  ) { form in
    guard form.model.family == .gptImage2, form.string("input_fidelity") != nil else { return [] }
    let error = DGridError.imageError(
      "invalid_input_fidelity_model", param: "input_fidelity",
      "The model '\(form.model.id.shortened())' does not support the 'input_fidelity' parameter.")
    return [Finding("input_fidelity", expected: "no such field for \(form.model.id.shortened())", found: "one", error)]
  }

  static let promptFields: [Check<DGridForm, DGridError>] = [promptPresent, promptLength]

  /// Missing and empty are the same: openai-python does not send an empty prompt.
  private static let promptPresent = Check<DGridForm, DGridError>(
    "dgrid.edit.prompt.required", says: "`prompt` is a text part that is not empty.", .documented,
    source: DGridSource.page("prompt: string, required"), response: "400 missing_required_parameter",
    asks: ["prompt": [.required, .string, .minimumLength(1)]]
  ) { form in
    guard form.prompt == nil else { return [] }
    let found = form.submitted["prompt"].map { $0.file == nil ? "an empty text" : "a file" } ?? "no such part"
    return [Finding("prompt", expected: "a text part", found: found, .missing("prompt"))]
  }

  private static let promptLength = Check<DGridForm, DGridError>(
    "dgrid.edit.prompt.max-length", says: "`prompt` has at most 1,000 characters for dall-e-2 and 32,000 for GPT image models.", .observed,
    source: DGridSource.openAI("prompt"), response: "400 string_above_max_length"
  ) { form in
    guard let maximum = form.model.family.promptLimit, let length = form.prompt?.unicodeScalars.count, length > maximum else { return [] }
    let expected = "at most \(maximum) characters for \(form.model.id)"
    return [Finding("prompt", expected: expected, found: "\(length)", .tooLong("prompt", maximum: maximum, found: length))]
  }
}

extension String {
  fileprivate var looksDecimal: Bool {
    contains(".") && utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == 0x2E || $0 == 0x2D } && utf8.contains { 0x30...0x39 ~= $0 }
  }
}
