internal import Formats
internal import HTTPMessage

extension VeniceRules {
  /// The largest request body in bytes: an image of 25 MB has 33.4 MB in base64. Source: Venice's client notes.
  static let bodyLimit = 35 * 1024 * 1024

  static let body: [Check<ArrivedRequest, Response>] = [bodySize, multipartSize, contentCoding, contentType]

  static let bodySize = Check<ArrivedRequest, Response>(
    "venice.edit.body.max-size",
    says: "The request body has at most 35 MB (36,700,160 bytes); since 2026-10-02 this is not about multipart.", .observed,
    source: VeniceSource.clientNotes, response: VeniceError.bodyTooLarge.summary
  ) { subject in
    guard case .tooLarge(let limit, let received) = subject.request.body, !subject.isOctoberForm else { return [] }
    return [Finding("", expected: "at most \(limit) bytes", found: "\(received)", .bodyTooLarge)]
  }

  static let multipartSize = Check<ArrivedRequest, Response>(
    "venice.edit.multipart.max-size",
    says: "A multipart body has at most 35 MB (36,700,160 bytes): the mock keeps no more, and takes it for a file of 25 MB and more.",
    .assumed, source: "\"The 35 MB are about JSON; a large multipart body is about its file\": " + VeniceSource.octoberNotes,
    response: VeniceError.fileTooLarge.summary, since: VeniceContracts.october
  ) { subject in
    guard case .tooLarge(let limit, let received) = subject.request.body, subject.isOctoberForm else { return [] }
    return [Finding("", expected: "at most \(limit) bytes", found: "\(received)", .fileTooLarge)]
  }

  private static let contentCoding = Check<ArrivedRequest, Response>(
    "venice.edit.content-encoding",
    says: "The body is sent as it is, without Content-Encoding; since 2026-10-02 it may be gzip or deflate (zlib).", .observed,
    source: VeniceSource.clientNotes + "; which codings it decodes: assumed", response: VeniceError.unsupportedEncoding.summary
  ) { subject in
    guard let coding = subject.request.head.contentCoding else { return [] }
    let decoded = subject.settings.veniceContract < VeniceContracts.october ? [] : ContentCoding.allCases.map(\.rawValue)
    guard !decoded.contains(coding) else { return [] }
    let expected = (decoded + ["no Content-Encoding"]).joined(separator: ", ")
    return [Finding("content-encoding", expected: expected, found: coding.shortened(), .unsupportedEncoding)]
  }

  /// Applied by the contract, which decodes.
  static let bodyDecodes = Rule(
    "venice.edit.content-encoding.decodes", says: "A body with a Content-Encoding decodes to its end, to at most 35 MB.", .assumed,
    source: VeniceSource.undocumented, response: VeniceError.invalidJSON.summary, since: VeniceContracts.october)

  private static let contentType = Check<ArrivedRequest, Response>(
    "venice.edit.content-type", says: "Content-Type is application/json or multipart/form-data.", .documented,
    source: VeniceSource.responses + ", 415", response: VeniceError.invalidContentType.summary
  ) { subject in
    guard case .other(let found) = subject.format else { return [] }
    let error = VeniceError.wrongContentType(for: subject.settings)
    return [Finding("content-type", expected: "application/json or multipart/form-data", found: found, error)]
  }

  /// Applied by the parser, which knows the position.
  static let jsonSyntax = Rule(
    "venice.edit.json.syntax", says: "A JSON body is well-formed JSON.", .observed,
    source: "client libraries' error texts; " + VeniceSource.clientNotes, response: VeniceError.invalidJSON.summary)

  /// Applied by the parser, which knows the position.
  static let multipartSyntax = Rule(
    "venice.edit.multipart.syntax", says: "A multipart body is whole and well-formed, every part a named form-data part.", .assumed,
    source: VeniceSource.undocumented, response: VeniceError.invalidMultipart.summary)

  /// Applied by the parser, which has the type at hand.
  static let jsonObject = Rule(
    "venice.edit.json.object", says: "A JSON body is an object.", .documented, source: VeniceSource.schema("type: object"),
    response: "400 invalid_type")

  /// Rules on a form as a whole, which come before those on its fields.
  static let shape: [Check<VeniceForm, Response>] = [oneFile, noRepeatedParts]

  private static let oneFile = Check<VeniceForm, Response>(
    "venice.edit.image.one-file", says: "A multipart form has one file named `image`.", .observed, source: VeniceSource.clientNotes,
    response: VeniceError.oneFileOnly.summary
  ) { form in
    let files = form.submitted.values(of: "image").count { $0.file != nil }
    guard files > 1 else { return [] }
    return [Finding("image", expected: "one file", found: "\(files) files", .oneFileOnly)]
  }

  private static let noRepeatedParts = Check<VeniceForm, Response>(
    "venice.edit.multipart.repeated-part", says: "No text part of a multipart form is sent twice.", .assumed,
    source: VeniceSource.undocumented, response: VeniceError.invalidMultipart.summary
  ) { form in
    guard form.submitted.encoding == .multipart else { return [] }
    return form.submitted.repeatedNames
      .filter { name in form.submitted.values(of: name).contains { $0.file == nil } }
      .map { Finding($0, expected: "one part named \($0)", found: "several", .invalidMultipart) }
  }

  static let repeatedKey = Warning<VeniceModelUse>(
    "venice.edit.json.repeated-key", says: "No key of the JSON object appears twice; the last one counts.", .assumed,
    source: "JSON.parse keeps the last"
  ) { use in
    guard use.form.submitted.encoding == .json else { return [] }
    return use.form.submitted.repeatedNames.map { Finding($0, expected: "one `\($0)`", found: "several; the last one counts") }
  }
}
