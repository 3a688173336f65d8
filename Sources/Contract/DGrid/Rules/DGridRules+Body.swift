internal import HTTPMessage

extension DGridRules {
  /// The largest request body that is kept, in bytes: many times what the page allows, so that the rules refuse first.
  static let bodyLimit = 64 * 1024 * 1024

  static let body: [Check<ArrivedRequest, DGridError>] = [bodySize, contentCoding, contentType]

  private static let bodySize = Check<ArrivedRequest, DGridError>(
    "dgrid.edit.body.max-size", says: "The request body has at most 64 MB (67,108,864 bytes).", .assumed, source: DGridSource.undocumented,
    response: DGridError.bodyTooLarge.summary
  ) { subject in
    guard case .tooLarge(let limit, let received) = subject.request.body else { return [] }
    return [Finding("", expected: "at most \(limit) bytes", found: "\(received)", .bodyTooLarge)]
  }

  private static let contentCoding = Check<ArrivedRequest, DGridError>(
    "dgrid.edit.content-encoding",
    says: "The body is sent as it is, without Content-Encoding. (The gateway's source takes gzip and br; the mock does not.)", .assumed,
    source: DGridSource.undocumented, response: DGridError.unsupportedEncoding.summary
  ) { subject in
    guard let coding = subject.request.head.contentCoding else { return [] }
    return [Finding("content-encoding", expected: "no Content-Encoding", found: coding.shortened(), .unsupportedEncoding)]
  }

  private static let contentType = Check<ArrivedRequest, DGridError>(
    "dgrid.edit.content-type", says: "Content-Type is multipart/form-data or application/json.", .documented,
    source: DGridSource.page("Content-Type: multipart/form-data; Qwen: JSON"), response: "400 unsupported_content_type"
  ) { subject in
    guard case .other(let found) = subject.format else { return [] }
    let status = subject.settings[Ambiguities.dgridWrongContentType] == .unsupported ? 415 : 400
    let sent = subject.request.head.headers["content-type"]?.shortened() ?? ""
    let error = DGridError.unsupportedContentType(sent, status: status)
    return [Finding("content-type", expected: "multipart/form-data or application/json", found: found, error)]
  }

  /// Applied by the parser, which knows the position.
  static let multipartSyntax = Rule(
    "dgrid.edit.multipart.syntax", says: "A multipart body has a boundary, is whole and well-formed, every part a named form-data part.",
    .observed, source: DGridSource.gateway, response: "400 Could not parse multipart form")

  /// Applied by the parser, which knows the position.
  static let jsonSyntax = Rule(
    "dgrid.edit.json.syntax", says: "A JSON body is well-formed JSON.", .observed, source: DGridSource.gateway, response: "400 invalid JSON"
  )

  /// Applied by the parser, which has the type at hand.
  static let jsonObject = Rule(
    "dgrid.edit.json.object", says: "A JSON body is an object.", .documented, source: DGridSource.page("Qwen request body"),
    response: "400 invalid_type")

  private static let textFields = ["model", "size", "response_format", "user"]

  static let shapeFields: [Check<DGridForm, DGridError>] = [scalarsAreText, noInput, noRepeats]

  /// A file under the name of a text field would otherwise pass as a field that was not sent.
  private static let scalarsAreText = Check<DGridForm, DGridError>(
    "dgrid.edit.multipart.text-fields", says: "`model`, `n`, `size`, `response_format` and `user` are text parts, without a filename.",
    .documented, source: DGridSource.page("model, size, response_format, user: string; n: integer"), response: "400 invalid_type",
    asks: ["model": [.string], "size": [.string], "response_format": [.string], "user": [.string]]
  ) { form in
    (textFields + ["n"])
      .filter { form.submitted[$0]?.file != nil }
      .map { Finding($0, expected: "a text part", found: "a file", .wrongType($0, expected: "a string", found: "a file")) }
  }

  private static let noInput = Check<DGridForm, DGridError>(
    "dgrid.edit.multipart.no-input", says: "A multipart form has no `input`: that is the JSON shape, sent instead of it.", .documented,
    source: DGridSource.page("\"instead of uploading image/mask files as multipart form data\""), response: "400 unknown_parameter"
  ) { form in
    guard form.submitted["input"] != nil else { return [] }
    return [Finding("input", expected: "multipart fields only", found: "`input`", .unknownParameter("input"))]
  }

  private static let noRepeats = Check<DGridForm, DGridError>(
    "dgrid.edit.multipart.repeated-part", says: "No part is sent twice but images and lists (names that end in []).", .assumed,
    source: DGridSource.undocumented, response: "400 duplicate_parameter"
  ) { form in
    form.submitted.repeatedNames
      .filter { !form.imageNames.contains($0) && !$0.hasSuffix("[]") }
      .map { Finding($0, expected: "one part named \($0.shortened())", found: "several", .duplicate($0.shortened())) }
  }

  static let undocumentedField = Warning<DGridForm>(
    "dgrid.edit.undocumented-field", says: "Only fields of the page are sent; others are passed on, and may be refused by the model.",
    .observed, source: DGridSource.gateway
  ) { form in
    form.submitted.names
      .filter { !DGridFields.multipartNames.contains($0) && !form.imageNames.contains($0) }
      .map { Finding($0.shortened(), expected: "a field of the page", found: "'\($0.shortened())'") }
  }
}
