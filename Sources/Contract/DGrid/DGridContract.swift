internal import Formats
package import HTTPMessage

/// What DGrid would say to a request: stage by stage, the first violation of a stage as the answer.
package struct DGridContract: Sendable {
  package let settings: Settings
  package let keys: KeyRing
  private let stages: DGridStages

  package init(settings: Settings, keys: KeyRing) {
    self.settings = settings
    self.keys = keys
    stages = DGridStages(settings)
  }

  /// Largest body of an edit that is kept.
  package static var bodyLimit: Int { DGridRules.bodyLimit }

  /// Largest area that is decoded.
  package static var maximumArea: UInt64 { DGridRules.maximumArea }

  /// Refuses from the head alone: path, method, size of the headers.
  package func checkRoute(_ head: RequestHead, requestID: String) -> Refusal? {
    refusal(DGridHead(head: head, settings: settings, keys: keys), stages.route, requestID)
  }

  /// Refuses a request without a valid key.
  package func checkCredentials(_ head: RequestHead, requestID: String) -> Refusal? {
    refusal(DGridHead(head: head, settings: settings, keys: keys), stages.credentials, requestID)
  }

  /// The redirect that the gateway's router gives to a path with a slash at its end.
  package func redirect(_ head: RequestHead) -> Response? {
    guard settings[Ambiguities.dgridTrailingSlash] == .redirect, head.path == "/v1/images/edits/" else { return nil }
    let query = head.query.isEmpty ? "" : "?\(head.query)"
    return Response(status: 307, headers: HeaderList([HeaderField("location", "/v1/images/edits\(query)")]))
  }

  /// Everything about an edit request that can be said before its images are looked at.
  ///
  /// - Parameter submitted: gets the fields as soon as they could be read, also of a request that is refused.
  package func examine(_ request: Request, requestID: String, form submitted: inout SubmittedForm?) -> Verdict<ValidatedDGridEdit> {
    let body = ArrivedRequest(request: request, settings: settings)
    if let refusal = refusal(body, stages.body, requestID) { return .refused(refusal) }
    return switch body.format {
    case .json: examineJSON(request.body.bytes, requestID, &submitted)
    case .multipart(let type): examineMultipart(request.body.bytes, type, requestID, &submitted)
    case .other: refused(DGridRules.multipartSyntax, .invalidMultipart("no boundary"), expected: "a body", found: "none", requestID)
    }
  }

  private func examineMultipart(
    _ body: [UInt8], _ type: MediaType, _ requestID: String, _ submitted: inout SubmittedForm?
  ) -> Verdict<ValidatedDGridEdit> {
    let form: DGridForm
    do {
      form = DGridForm(SubmittedForm(try MultipartForm(parsing: body, contentType: type), files: .namedFile), settings: settings)
    } catch {
      let found = "byte \(error.offset): \(error.message)"
      return refused(
        DGridRules.multipartSyntax, .invalidMultipart(error.message), expected: "well-formed multipart/form-data", found: found, requestID)
    }
    submitted = form.submitted
    let choice = DGridModelChoice(model: form.model, settings: settings)
    if let refusal = refusal(choice, stages.models, requestID) ?? refusal(form, stages.fields, requestID) {
      return .refused(refusal)
    }
    return .accepted(ValidatedDGridEdit(form, warnings: StageFindings(form, stages.notices).breaches))
  }

  private func examineJSON(_ body: [UInt8], _ requestID: String, _ submitted: inout SubmittedForm?) -> Verdict<ValidatedDGridEdit> {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: body)
    } catch {
      let found = "line \(error.line), column \(error.column): \(error.message)"
      return refused(DGridRules.jsonSyntax, .invalidJSON, expected: "well-formed JSON", found: found, requestID)
    }
    guard case .object(let object) = document.root else {
      let error = DGridError.wrongType("body", expected: "an object", found: document.root.phrase)
      return refused(DGridRules.jsonObject, error, expected: "an object", found: document.root.typeName, requestID)
    }
    submitted = SubmittedForm(object, in: document)
    let messages = DGridMessages(body: object, document: document, settings: settings)
    if let refusal = refusal(messages, stages.messages, requestID) { return .refused(refusal) }
    let choice = DGridModelChoice(model: DGridModel(messages.modelID), settings: settings)
    if let refusal = refusal(choice, stages.models, requestID) { return .refused(refusal) }
    let warnings = StageFindings(messages, stages.messageNotices).breaches
    return .accepted(ValidatedDGridEdit(messages, warnings: warnings))
  }

  /// Everything about the images: where they came from, what they are, and whether they decode. Warnings when there is nothing to refuse.
  package func judge(
    _ candidate: ValidatedDGridEdit, images: [ImageArrival], mask: ImageFacts?, requestID: String
  ) -> (refusal: Refusal?, warnings: [Violation]) {
    let subject = DGridImages(candidate: candidate, arrivals: images, mask: mask, settings: settings)
    return (
      refusal(subject, stages.images, requestID), StageFindings(subject, stages.imageNotices).breaches
    )
  }

  private func refusal<Subject>(_ subject: Subject, _ checks: [Check<Subject, DGridError>], _ requestID: String) -> Refusal? {
    let findings = StageFindings(subject, checks)
    return findings.answers.first.map { Refusal($0.response(settings, requestID: requestID), findings.breaches) }
  }

  private func refused<Accepted>(
    _ rule: Rule, _ error: DGridError, expected: String, found: String, _ requestID: String
  ) -> Verdict<Accepted> {
    let breach = Violation(rule: rule, path: "", expected: expected, found: found)
    return .refused(Refusal(error.response(settings, requestID: requestID), [breach]))
  }
}
