extension DGridRules {
  private static let textFields = ["model", "size", "response_format", "user"]

  static let shapeFields: [Check<DGridForm, DGridError>] = [scalarsAreText, noInput, noRepeats]

  /// A file under the name of a text field would otherwise pass as a field that was not sent.
  private static let scalarsAreText = Check<DGridForm, DGridError>(
    Rule(
      "dgrid.edit.multipart.text-fields", says: "`model`, `n`, `size`, `response_format` and `user` are text parts, without a filename.",
      .documented, source: DGridSource.page("model, size, response_format, user: string; n: integer"), answers: "400 invalid_type",
      asks: textFields.map { SchemaConstraint($0, .string) })
  ) { form in
    (textFields + ["n"])
      .filter { form.submitted[$0]?.file != nil }
      .map { Finding($0, expected: "a text part", found: "a file", .wrongType($0, expected: "a string", found: "a file")) }
  }

  private static let noInput = Check<DGridForm, DGridError>(
    Rule(
      "dgrid.edit.multipart.no-input", says: "A multipart form has no `input`: that is the JSON shape, sent instead of it.", .documented,
      source: DGridSource.page("\"instead of uploading image/mask files as multipart form data\""), answers: "400 unknown_parameter")
  ) { form in
    guard form.submitted["input"] != nil else { return [] }
    return [Finding("input", expected: "multipart fields only", found: "`input`", .unknownParameter("input"))]
  }

  private static let noRepeats = Check<DGridForm, DGridError>(
    Rule(
      "dgrid.edit.multipart.repeated-part", says: "No part is sent twice but images and lists (names that end in []).", .assumed,
      source: DGridSource.nobody,
      answers: "400 duplicate_parameter")
  ) { form in
    form.submitted.repeatedNames
      .filter { !form.imageNames.contains($0) && !$0.hasSuffix("[]") }
      .map { Finding($0, expected: "one part named \($0.shortened())", found: "several", .duplicate($0.shortened())) }
  }

  /// What is accepted and worth knowing of a multipart form.
  static let notices: [Warning<DGridForm>] = [modelMissing, undocumentedField]

  private static let modelMissing = Warning<DGridForm>(
    Rule(
      "dgrid.edit.model.missing", says: "`model` is sent: the page makes it optional, the gateway refuses a request without it.", .observed,
      source: DGridSource.gateway, severity: .warning, answers: "200", when: Ambiguities.dgridMissingModel.is(.accept))
  ) { form in
    guard form.model.family == .unnamed else { return [] }
    return [Finding("model", expected: "a model", found: "no such part")]
  }

  private static let undocumentedField = Warning<DGridForm>(
    Rule(
      "dgrid.edit.undocumented-field", says: "Only fields of the page are sent; others are passed on, and may be refused by the model.",
      .observed, source: DGridSource.gateway, severity: .warning, answers: "200")
  ) { form in
    form.submitted.names
      .filter { !DGridFields.multipartNames.contains($0) && !form.imageNames.contains($0) }
      .map { Finding($0.shortened(), expected: "a field of the page", found: "'\($0.shortened())'") }
  }
}
