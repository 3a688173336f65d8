internal import HTTPMessage

extension VeniceRules {
  /// Largest request body: a 25 MB image is 33.4 MB in base64. Source: Venice's client notes.
  package static let bodyLimit = 35 * 1024 * 1024

  static let body: [Check<ArrivedRequest, Response>] = [bodySize, contentCoding, contentType]

  private static let bodySize = Check<ArrivedRequest, Response>(
    Rule(
      "venice.edit.body.max-size", says: "The request body has at most 35 MB (36,700,160 bytes).", .observed, source: VeniceSource.skill,
      answers: VeniceError.bodyTooLarge.summary)
  ) { subject in
    guard case .tooLarge(let limit, let received) = subject.request.body else { return [] }
    return [Finding("", expected: "at most \(limit) bytes", found: "\(received)", VeniceError.bodyTooLarge.response)]
  }

  private static let contentCoding = Check<ArrivedRequest, Response>(
    Rule(
      "venice.edit.content-encoding", says: "The body is sent as it is, without Content-Encoding.", .observed, source: VeniceSource.skill,
      answers: VeniceError.unsupportedEncoding.summary)
  ) { subject in
    guard let coding = subject.request.head.contentCoding else { return [] }
    return [
      Finding("content-encoding", expected: "no Content-Encoding", found: coding.shortened(), VeniceError.unsupportedEncoding.response)
    ]
  }

  private static let contentType = Check<ArrivedRequest, Response>(
    Rule(
      "venice.edit.content-type", says: "Content-Type is application/json or multipart/form-data.", .documented,
      source: VeniceSource.responses + ", 415", answers: VeniceError.invalidContentType.summary)
  ) { subject in
    guard case .other(let found) = subject.format else { return [] }
    let error = VeniceError.wrongContentType(under: subject.settings)
    return [Finding("content-type", expected: "application/json or multipart/form-data", found: found, error.response)]
  }

  /// Applied by the parser, which knows the place.
  static let jsonSyntax = Rule(
    "venice.edit.json.syntax", says: "A JSON body is well-formed JSON.", .observed,
    source: "client libraries' error texts; " + VeniceSource.skill,
    answers: VeniceError.invalidJSON.summary)

  /// Applied by the parser, which knows the place.
  static let multipartSyntax = Rule(
    "venice.edit.multipart.syntax", says: "A multipart body is whole and well-formed, every part a named form-data part.", .assumed,
    source: VeniceSource.nobody, answers: VeniceError.invalidMultipart.summary)

  /// Applied by the parser, which has the type at hand.
  static let jsonObject = Rule(
    "venice.edit.json.object", says: "A JSON body is an object.", .documented, source: VeniceSource.schema("type: object"),
    answers: "400 invalid_type")
}
