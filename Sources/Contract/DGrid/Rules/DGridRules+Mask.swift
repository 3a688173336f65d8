extension DGridRules {
  static let maskFields: [Check<DGridForm, DGridError>] = [maskIsFile]

  private static let maskIsFile = Check<DGridForm, DGridError>(
    Rule(
      "dgrid.edit.mask.file", says: "`mask`, when sent, is a file part; an empty text counts as not sent.", .documented,
      source: DGridSource.page("mask: file"),
      answers: "400 invalid_type", asks: [SchemaConstraint("mask", .file)])
  ) { form in
    // An empty text is what some clients send for "no mask".
    guard form.submitted.values(of: "mask").contains(where: { $0.text?.isEmpty == false }) else { return [] }
    let error = DGridError.wrongType("mask", expected: "a file", found: "a string")
    return [Finding("mask", expected: "a part with filename=\"…\"", found: "a text part", error)]
  }
}
