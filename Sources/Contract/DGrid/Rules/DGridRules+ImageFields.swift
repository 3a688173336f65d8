extension DGridRules {
  static let imageFields: [Check<DGridForm, DGridError>] = [imagePresent, imageIsFile, oneImageName, imageCount]

  private static let pageSays = DGridSource.page("image: file, required")

  private static let imagePresent = Check<DGridForm, DGridError>(
    Rule(
      "dgrid.edit.image.required", says: "A part named `image` or `image[]` is sent.", .documented, source: pageSays,
      answers: DGridError.missingImage.summary, asks: [SchemaConstraint("image", .required)])
  ) { form in
    guard form.imageNames.isEmpty else { return [] }
    let similar = form.submitted.names.first { $0.isIndexedImage || $0.hasPrefix("image") }
    return [
      Finding(
        "image", expected: "a file part named image or image[]", found: similar.map { "'\($0.shortened())'" } ?? "no such part",
        .missingImage)
    ]
  }

  private static let imageIsFile = Check<DGridForm, DGridError>(
    Rule(
      "dgrid.edit.image.file", says: "The image is a file part: one with a filename that is not empty.", .documented, source: pageSays,
      answers: DGridError.missingImage.summary, asks: [SchemaConstraint("image", .file)])
  ) { form in
    form.imageNames
      .filter { name in form.submitted.values(of: name).contains { $0.file == nil } }
      .map { Finding($0, expected: "a part with filename=\"…\"", found: "a text part", .missingImage) }
  }

  private static let oneImageName = Check<DGridForm, DGridError>(
    Rule(
      "dgrid.edit.image.one-name", says: "Images come under one name: `image` or `image[]`, not both.", .assumed,
      source: DGridSource.nobody,
      answers: "400 duplicate_parameter")
  ) { form in
    guard form.imageNames.contains("image"), form.imageNames.contains("image[]") else { return [] }
    return [Finding("image", expected: "image or image[]", found: "both", .duplicate("image"))]
  }

  /// GPT image models take several; for the others the page's single file holds.
  private static let imageCount = Check<DGridForm, DGridError>(
    Rule(
      "dgrid.edit.image.count", says: "One image is sent; GPT image models take up to 16.", .documented,
      source: DGridSource.page("image: file") + "; " + DGridSource.openAI("image"), answers: "400 array_above_max_length")
  ) { form in
    let maximum = form.model.isGPT ? 16 : 1
    let count = form.images.count
    guard count > maximum else { return [] }
    let error = DGridError(
      400, "array_above_max_length", param: "image",
      "Invalid 'image': array too long. Expected an array with maximum length \(maximum), but got an array with length \(count) instead.")
    return [Finding("image", expected: "at most \(maximum) for \(form.model.id)", found: "\(count)", error)]
  }
}
