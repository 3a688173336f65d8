internal import HTTPMessage

extension VeniceRules {
  /// What a form must be before its fields are looked at.
  static let shape: [Check<VeniceForm, Response>] = [oneFile, noRepeatedParts]

  private static let oneFile = Check<VeniceForm, Response>(
    Rule(
      "venice.edit.image.one-file", says: "A multipart form has one file named `image`.", .observed, source: VeniceSource.skill,
      answers: VeniceError.oneFileOnly.summary)
  ) { form in
    let files = form.submitted.values(of: "image").count { $0.file != nil }
    guard files > 1 else { return [] }
    return [Finding("image", expected: "one file", found: "\(files) files", VeniceError.oneFileOnly.response)]
  }

  private static let noRepeatedParts = Check<VeniceForm, Response>(
    Rule(
      "venice.edit.multipart.repeated-part", says: "No text part of a multipart form is sent twice.", .assumed, source: VeniceSource.nobody,
      answers: VeniceError.invalidMultipart.summary)
  ) { form in
    guard form.submitted.encoding == .multipart else { return [] }
    return form.submitted.repeatedNames
      .filter { name in form.submitted.values(of: name).contains { $0.file == nil } }
      .map { Finding($0, expected: "one part named \($0)", found: "several", VeniceError.invalidMultipart.response) }
  }
}
