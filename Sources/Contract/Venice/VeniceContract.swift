internal import Formats
package import HTTPMessage

/// What Venice would say to a request: stage by stage, each stage's violations all at once.
package struct VeniceContract: Sendable {
  package let settings: Settings
  package let keys: KeyRing
  private let stages: VeniceStages

  package init(settings: Settings, keys: KeyRing) {
    self.settings = settings
    self.keys = keys
    stages = VeniceStages(settings)
  }

  /// Refuses from the head alone: path, method, size of the headers.
  package func checkRoute(_ head: RequestHead) -> Refusal? { refusal(VeniceHead(head, settings: settings, keys: keys), stages.route) }

  /// Refuses a request that brings no credentials.
  package func checkCredentials(_ head: RequestHead) -> Refusal? {
    refusal(VeniceHead(head, settings: settings, keys: keys), stages.credentials)
  }

  /// Largest body of an edit that is kept.
  package static var bodyLimit: Int { VeniceRules.bodyLimit }

  /// Largest area that is decoded.
  package static var maximumArea: UInt64 { VeniceRules.areaBounds.upperBound }

  /// Everything about an edit request that can be said before its image is looked at.
  ///
  /// - Parameter form: gets the fields as soon as they could be read, also of a request that is refused.
  package func examine(_ request: Request, form: inout SubmittedForm?) -> Verdict<ValidatedVeniceEdit> {
    let body = ArrivedRequest(request: request, settings: settings)
    if let refusal = refusal(body, stages.body) { return .refused(refusal) }
    switch parse(request.body.bytes, body.format) {
    case .refused(let refusal): return .refused(refusal)
    case .accepted(let submitted):
      form = submitted
      if let refusal = refusal(VeniceHead(request.head, settings: settings, keys: keys), stages.keys) { return .refused(refusal) }
      return examine(VeniceForm(submitted: submitted, settings: settings, knownNames: stages.fieldNames))
    }
  }

  private func examine(_ form: VeniceForm) -> Verdict<ValidatedVeniceEdit> {
    if let refusal = refusal(form, stages.shape) ?? refusal(form, stages.fields) ?? refusal(form, stages.modelChoice) {
      return .refused(refusal)
    }
    // The stages above refuse a form without these two.
    guard let model = form.model, let image = form.value("image").flatMap(ImageReference.init) else {
      return .refused(Refusal(VeniceError.invalidModel.response, []))
    }
    let use = VeniceModelUse(form: form, model: model)
    if let refusal = refusal(use, stages.modelLimits) { return .refused(refusal) }
    let warnings = StageFindings(use, stages.notices).breaches
    return .accepted(ValidatedVeniceEdit(use, image: image, warnings: warnings))
  }

  /// Everything about the image: where it came from, what it is, and whether it decodes.
  package func judge(_ arrival: ImageArrival) -> Refusal? { refusal(VeniceImage(arrival: arrival, settings: settings), stages.images) }

  /// The models of that type as the API lists them; the mock has edit models only, so other lists are empty.
  package func models(ofType type: String?) -> Verdict<Response> {
    if let refusal = refusal(type, stages.modelsQuery) { return .refused(refusal) }
    let models = type == "inpaint" || type == "all" ? VeniceModels.all(on: settings.veniceContract) : []
    return .accepted(
      .json(
        200, .object([("object", .string("list")), ("type", .string(type ?? "text")), ("data", .array(models.map(\.json)))])))
  }

  /// Whether a refusal is none of the failures that the error budget counts: those before the body's fields are looked at.
  ///
  /// Source: Venice's own client notes: not counted are the 402 of a request without credentials, a wrong Content-Type, JSON that cannot be
  /// read, and a body that is too long.
  package static func sparesErrorBudget(_ refusal: Refusal) -> Bool { refusal.breaches.contains { sparedRules.contains($0.rule) } }

  private static let sparedRules = Set(
    VeniceRules.route.map(\.rule) + VeniceRules.credentials.map(\.rule) + VeniceRules.body.map(\.rule)
      + [VeniceRules.jsonSyntax, VeniceRules.multipartSyntax])

  private func refusal<Subject>(_ subject: Subject, _ checks: [Check<Subject, Response>]) -> Refusal? {
    let findings = StageFindings(subject, checks)
    return findings.answers.first.map { Refusal($0, findings.breaches) }
  }

  private func refusal<Subject>(_ subject: Subject, _ checks: [Check<Subject, ZodIssue>]) -> Refusal? {
    let findings = StageFindings(subject, checks)
    return findings.answers.isEmpty ? nil : Refusal(findings.answers.response, findings.breaches)
  }
}
