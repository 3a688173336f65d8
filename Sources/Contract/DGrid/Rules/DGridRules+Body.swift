internal import HTTPMessage

extension DGridRules {
  /// Largest request body that is kept: many times what the page allows, so that it is the rules that refuse.
  static let bodyLimit = 64 * 1024 * 1024

  static let body: [Check<ArrivedRequest, DGridError>] = [bodySize, contentCoding, contentType]

  private static let bodySize = Check<ArrivedRequest, DGridError>(
    Rule(
      "dgrid.edit.body.max-size", says: "The request body has at most 64 MB (67,108,864 bytes).", .assumed, source: DGridSource.nobody,
      answers: DGridError.bodyTooLarge.summary)
  ) { subject in
    guard case .tooLarge(let limit, let received) = subject.request.body else { return [] }
    return [Finding("", expected: "at most \(limit) bytes", found: "\(received)", .bodyTooLarge)]
  }

  private static let contentCoding = Check<ArrivedRequest, DGridError>(
    Rule(
      "dgrid.edit.content-encoding",
      says: "The body is sent as it is, without Content-Encoding. (The gateway's source takes gzip and br; the mock does not.)",
      .assumed, source: DGridSource.nobody, answers: DGridError.unsupportedEncoding.summary)
  ) { subject in
    guard let coding = subject.request.head.contentCoding else { return [] }
    return [Finding("content-encoding", expected: "no Content-Encoding", found: coding.shortened(), .unsupportedEncoding)]
  }

  private static let contentType = Check<ArrivedRequest, DGridError>(
    Rule(
      "dgrid.edit.content-type", says: "Content-Type is multipart/form-data or application/json.", .documented,
      source: DGridSource.page("Content-Type: multipart/form-data; Qwen: JSON"), answers: "400 unsupported_content_type")
  ) { subject in
    guard case .other(let found) = subject.format else { return [] }
    let status = subject.settings[Ambiguities.dgridWrongContentType] == .unsupported ? 415 : 400
    let sent = subject.request.head.headers["content-type"]?.shortened() ?? ""
    return [
      Finding(
        "content-type", expected: "multipart/form-data or application/json", found: found, .unsupportedContentType(sent, status: status))
    ]
  }

  /// Applied by the parser, which knows the place.
  static let multipartSyntax = Rule(
    "dgrid.edit.multipart.syntax", says: "A multipart body has a boundary, is whole and well-formed, every part a named form-data part.",
    .observed, source: DGridSource.gateway, answers: "400 Could not parse multipart form")

  /// Applied by the parser, which knows the place.
  static let jsonSyntax = Rule(
    "dgrid.edit.json.syntax", says: "A JSON body is well-formed JSON.", .observed, source: DGridSource.gateway, answers: "400 invalid JSON")

  /// Applied by the parser, which has the type at hand.
  static let jsonObject = Rule(
    "dgrid.edit.json.object", says: "A JSON body is an object.", .documented, source: DGridSource.page("Qwen request body"),
    answers: "400 invalid_type")
}
