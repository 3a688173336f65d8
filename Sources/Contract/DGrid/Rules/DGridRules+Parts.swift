internal import Formats

/// Rules on how clients send the files of a form, each with the warning that stands in its place where the parts are accepted.
extension DGridRules {
  static let partChecks: [Check<DGridForm, DGridError>] = [partType, repeatedImage]
  static let partWarnings: [Warning<DGridForm>] = [ignoredPartType, renamedImages, textBesideImage]

  private static let typeSource = DGridSource.captured("unsupported mimetype")
  private static let typeSays = "A file part is typed image/jpeg, image/png or image/webp, for dall-e-2 image/png, or has no type."

  private static let partType = Check<DGridForm, DGridError>(
    "dgrid.edit.image.part-type", says: typeSays, .observed, source: typeSource, response: "400 unsupported_file_mimetype",
    when: Ambiguities.dgridPartType.is(.reject)
  ) { form in
    form.filesOfOtherTypes.map { part in
      let error = DGridError.unsupportedMimetype(part.name, part.type, supported: form.fileTypes)
      return Finding(part.name, expected: form.fileTypes.joined(separator: ", "), found: part.type, error)
    }
  }

  private static let ignoredPartType = Warning<DGridForm>(
    "dgrid.edit.image.part-type.ignored",
    says: typeSays + " (OpenAI refuses others; here the bytes count, and the gateway goes by the name.)",
    .observed, source: typeSource + "; " + DGridSource.gateway, when: Ambiguities.dgridPartType.is(.accept)
  ) { form in
    form.filesOfOtherTypes.map { Finding($0.name, expected: form.fileTypes.joined(separator: ", "), found: $0.type) }
  }

  private static let repeatedSource = DGridSource.captured("Duplicate parameter: 'image'")
  private static let repeatedSays = "Several images are named `image[]`, each of them; only a single one is named `image`."

  private static let repeatedImage = Check<DGridForm, DGridError>(
    "dgrid.edit.image.repeated-name", says: repeatedSays, .observed, source: repeatedSource, response: "400 duplicate_parameter",
    when: Ambiguities.dgridRepeatedImage.is(.reject)
  ) { form in
    guard form.repeatedImages > 1 else { return [] }
    return [Finding("image", expected: "image[]", found: "\(form.repeatedImages) files named image", .duplicate("image"))]
  }

  private static let renamedImages = Warning<DGridForm>(
    "dgrid.edit.image.repeated-name.renamed", says: repeatedSays + " (OpenAI refuses others; the gateway renames them.)", .observed,
    source: repeatedSource + "; " + DGridSource.gateway, when: Ambiguities.dgridRepeatedImage.is(.accept)
  ) { form in
    guard form.repeatedImages > 1 else { return [] }
    return [Finding("image", expected: "image[]", found: "\(form.repeatedImages) files named image")]
  }

  private static let textBesideImage = Warning<DGridForm>(
    "dgrid.edit.image.text", says: "No text has the name of an image: beside a file the gateway passes it on as a value.", .observed,
    source: DGridSource.gateway, when: Ambiguities.dgridTextBesideImage.is(.accept)
  ) { form in
    form.imageParts.filter { $0.value.file == nil }.map {
      Finding($0.name, expected: "files only", found: "a text part, which has no effect")
    }
  }
}

extension DGridForm {
  /// The types that a file may have.
  fileprivate var fileTypes: [String] { model.family == .dallE2 ? ["image/png"] : ["image/jpeg", "image/png", "image/webp"] }

  /// The files whose parts are typed otherwise; the type without its parameters.
  fileprivate var filesOfOtherTypes: [(name: String, type: String)] {
    let masks = submitted.values(of: "mask").map { (name: "mask", value: $0) }
    return (imageParts + masks).compactMap { name, value in
      guard let header = value.file?.contentType else { return nil }
      let type = (try? MediaType(parsing: header))?.essence ?? header
      return fileTypes.contains(type) ? nil : (name, type.shortened())
    }
  }

  /// The number of files that are named `image`.
  fileprivate var repeatedImages: Int { submitted.values(of: "image").count { $0.file != nil } }
}
