extension VeniceRules {
  static let imageFields: [Check<VeniceForm, ZodIssue>] = [imageRequired, imageType]

  private static let imageRequired = Check<VeniceForm, ZodIssue>(
    Rule(
      "venice.edit.image.required", says: "`image` is sent.", .documented, source: VeniceSource.page("image: required"),
      answers: "400 invalid_type", asks: [SchemaConstraint("image", .required)])
  ) { form in
    guard form.value("image") == nil else { return [] }
    return [Finding("image", expected: "a file, base64 or a URL", found: "no such field", .required("string", at: ["image"]))]
  }

  private static let imageType = Check<VeniceForm, ZodIssue>(
    Rule(
      "venice.edit.image.type", says: "`image` is a file upload, a base64 string or a URL.", .documented,
      source: VeniceSource.page("image: \"a file upload, a base64-encoded string, or a URL\""), answers: "400 invalid_type",
      asks: [SchemaConstraint("image", .image)])
  ) { form in
    guard let value = form.value("image"), value.text == nil, value.file == nil else { return [] }
    let issue = ZodIssue.invalidType("string", received: value.typeName, at: ["image"])
    return [Finding("image", expected: "a file, base64 or a URL", found: value.typeName, issue)]
  }
}
