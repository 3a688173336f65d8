internal import Formats
package import HTTPMessage

/// DGrid's contract: checks a request stage by stage, and responds with the first violation of a stage.
///
/// Used like `VeniceContract`; a request ID goes into the errors of the gateway.
package struct DGridContract: Sendable {
  /// The settings that decide which rules are active.
  package let settings: Settings
  /// The keys that are valid.
  package let keys: KeyRing
  // The checks by stage, those that are active under the settings: picked once, not for each request.
  private let routeChecks: [Check<ArrivedHead, DGridError>]
  private let credentialChecks: [Check<ArrivedHead, DGridError>]
  private let bodyChecks: [Check<ArrivedRequest, DGridError>]
  private let modelChecks: [Check<DGridModelChoice, DGridError>]
  private let fieldChecks: [Check<DGridForm, DGridError>]
  private let messageChecks: [Check<DGridMessages, DGridError>]
  private let imageChecks: [Check<DGridImages, DGridError>]
  private let keyWarningChecks: [Warning<ArrivedHead>]
  private let modelWarningChecks: [Warning<DGridModelChoice>]
  private let warningChecks: [Warning<DGridForm>]
  private let messageWarningChecks: [Warning<DGridMessages>]
  private let sourceWarningChecks: [Warning<DGridInstruction>]
  private let imageWarningChecks: [Warning<DGridImages>]

  /// Makes the contract; the rules that are active are picked here, once.
  package init(settings: Settings, keys: KeyRing) {
    self.settings = settings
    self.keys = keys
    routeChecks = DGridRules.route.active(for: settings)
    credentialChecks = DGridRules.credentials.active(for: settings)
    bodyChecks = DGridRules.body.active(for: settings)
    modelChecks = DGridRules.models.active(for: settings)
    fieldChecks = DGridRules.fields.active(for: settings)
    messageChecks = DGridRules.messages.active(for: settings)
    imageChecks = DGridRules.images.active(for: settings)
    keyWarningChecks = DGridRules.keyWarnings.active(for: settings)
    modelWarningChecks = DGridRules.modelWarnings.active(for: settings)
    warningChecks = DGridRules.warnings.active(for: settings)
    messageWarningChecks = DGridRules.messageWarnings.active(for: settings)
    sourceWarningChecks = DGridRules.sourceWarnings.active(for: settings)
    imageWarningChecks = DGridRules.imageWarnings.active(for: settings)
  }

  /// The largest body of an edit that is kept, in bytes.
  package static var bodyLimit: Int { DGridRules.bodyLimit }

  /// The largest area that is decoded, in pixels.
  package static var maximumArea: UInt64 { DGridRules.maximumArea }

  /// Whether images are edited as a viewer shows them.
  package var honoursOrientation: Bool { settings[Ambiguities.dgridImageOrientation] == .honour }

  /// Checks path, method and size of the headers; nil: nothing to refuse.
  package func checkRoute(_ head: RequestHead, requestID: String) -> Refusal? {
    refusal(ArrivedHead(head: head, settings: settings, keys: keys), routeChecks, requestID)
  }

  /// Checks that there is a valid key; nil: nothing to refuse.
  package func checkCredentials(_ head: RequestHead, requestID: String) -> Refusal? {
    refusal(ArrivedHead(head: head, settings: settings, keys: keys), credentialChecks, requestID)
  }

  /// Returns the redirect of the gateway's router for a path that ends in a slash; nil: there is none.
  package func redirect(_ head: RequestHead) -> Response? {
    guard settings[Ambiguities.dgridTrailingSlash] == .redirect, head.path == "/v1/images/edits/" else { return nil }
    let query = head.query.isEmpty ? "" : "?\(head.query)"
    return Response(status: 307, headers: HeaderList([HeaderField("location", "/v1/images/edits\(query)")]))
  }

  /// Checks everything about an edit request but its images.
  ///
  /// `form`: gets the fields as soon as they are read, even of a request that is then refused.
  package func examine(_ request: Request, requestID: String, form submitted: inout SubmittedForm?) -> Verdict<ValidatedDGridEdit> {
    let body = ArrivedRequest(request: request, settings: settings, format: BodyFormat(request.head))
    if let refusal = refusal(body, bodyChecks, requestID) { return .refused(refusal) }
    return switch body.format {
    case .json: examineJSON(request, requestID, &submitted)
    case .multipart(let type): examineMultipart(request, type, requestID, &submitted)
    case .other: refused(DGridRules.multipartSyntax, .invalidMultipart("no boundary"), expected: "a body", found: "none", requestID)
    }
  }

  private func examineMultipart(
    _ request: Request, _ type: MediaType, _ requestID: String, _ submitted: inout SubmittedForm?
  ) -> Verdict<ValidatedDGridEdit> {
    let parts: MultipartForm
    do {
      parts = try MultipartForm(parsing: request.body.bytes, contentType: type)
    } catch {
      let found = "byte \(error.offset): \(error.message)"
      return refused(
        DGridRules.multipartSyntax, .invalidMultipart(error.message), expected: "well-formed multipart/form-data", found: found, requestID)
    }
    let form = DGridForm(SubmittedForm(parts, files: .namedFile), settings: settings)
    submitted = form.submitted
    let choice = DGridModelChoice(model: form.model, settings: settings)
    if let refusal = refusal(choice, modelChecks, requestID) ?? refusal(form, fieldChecks, requestID) { return .refused(refusal) }
    let warnings = warnings(request.head, choice) + StageFindings(form, warningChecks).violations
    return .accepted(ValidatedDGridEdit(form, warnings: warnings))
  }

  private func examineJSON(_ request: Request, _ requestID: String, _ submitted: inout SubmittedForm?) -> Verdict<ValidatedDGridEdit> {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: request.body.bytes)
    } catch {
      return refused(DGridRules.jsonSyntax, .invalidJSON, expected: "well-formed JSON", found: "\(error)", requestID)
    }
    guard case .object(let object) = document.root else {
      let error = DGridError.wrongType("body", expected: "an object", found: document.root.phrase)
      return refused(DGridRules.jsonObject, error, expected: "an object", found: document.root.typeName, requestID)
    }
    submitted = SubmittedForm(object, in: document)
    let messages = DGridMessages(body: object, document: document, settings: settings)
    if let refusal = refusal(messages, messageChecks, requestID) { return .refused(refusal) }
    let choice = DGridModelChoice(model: DGridModel(messages.modelID), settings: settings)
    if let refusal = refusal(choice, modelChecks, requestID) { return .refused(refusal) }
    let instruction = DGridInstruction(messages.pieces)
    let warnings =
      warnings(request.head, choice) + StageFindings(messages, messageWarningChecks).violations
      + StageFindings(instruction, sourceWarningChecks).violations
    return .accepted(ValidatedDGridEdit(messages, instruction, warnings: warnings))
  }

  /// Returns the warnings about the key and the model, which a request has in both shapes.
  private func warnings(_ head: RequestHead, _ choice: DGridModelChoice) -> [Violation] {
    StageFindings(ArrivedHead(head: head, settings: settings, keys: keys), keyWarningChecks).violations
      + StageFindings(choice, modelWarningChecks).violations
  }

  /// Checks the images: where they came from, what they are, and whether they decode. The refusal is nil when there is nothing to refuse.
  package func checkImages(
    of edit: ValidatedDGridEdit, arrivals: [ImageArrival], mask: ImageFacts?, requestID: String
  ) -> (refusal: Refusal?, warnings: [Violation]) {
    let subject = DGridImages(edit: edit, arrivals: arrivals, mask: mask, settings: settings)
    return (refusal(subject, imageChecks, requestID), StageFindings(subject, imageWarningChecks).violations)
  }

  private func refusal<Subject>(_ subject: Subject, _ checks: [Check<Subject, DGridError>], _ requestID: String) -> Refusal? {
    let findings = StageFindings(subject, checks)
    return findings.problems.first.map { Refusal($0.response(settings, requestID: requestID), findings.violations) }
  }

  private func refused<Accepted>(
    _ rule: Rule, _ error: DGridError, expected: String, found: String, _ requestID: String
  ) -> Verdict<Accepted> {
    let violation = Violation(rule: rule, path: "", expected: expected, found: found)
    return .refused(Refusal(error.response(settings, requestID: requestID), [violation]))
  }
}
