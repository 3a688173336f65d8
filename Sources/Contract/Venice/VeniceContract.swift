internal import Formats
package import HTTPMessage
package import Support

/// Venice's contract: checks a request stage by stage, and reports all violations of a stage at once.
///
///     let contract = VeniceContract(settings: Settings(), keys: KeyRing())
///     var form: SubmittedForm?
///     switch contract.examine(request, form: &form) {
///     case .accepted(let edit): …  // then checkImage(_:), once the image is decoded
///     case .refused(let refusal): …
///     }
package struct VeniceContract: Sendable {
  /// The settings that decide which rules are active.
  package let settings: Settings
  /// The keys that are valid.
  package let keys: KeyRing
  /// The clock of the challenges that wallets sign, and of the age of what they have signed.
  private let clock: Clock
  private let usedNonces = UsedNonces()
  // The checks by stage, those that are active under the settings: picked once, not for each request.
  private let routeChecks: [Check<ArrivedHead, Response>]
  private let paymentChecks: [Check<ArrivedHead, Response>]
  private let credentialChecks: [Check<ArrivedHead, Response>]
  private let bodyChecks: [Check<ArrivedRequest, Response>]
  private let walletChecks: [Check<WalletSignIn, Response>]
  private let nonceChecks: [Check<WalletSignIn, Response>]
  private let keyChecks: [Check<ArrivedHead, Response>]
  private let shapeChecks: [Check<VeniceForm, Response>]
  private let fieldNames: [String]
  private let fieldChecks: [Check<VeniceForm, ZodIssue>]
  private let modelChoiceChecks: [Check<VeniceForm, Response>]
  private let modelLimitChecks: [Check<VeniceModelUse, ZodIssue>]
  private let keyWarningChecks: [Warning<ArrivedHead>]
  private let warningChecks: [Warning<VeniceModelUse>]
  private let imageChecks: [Check<VeniceImage, Response>]
  private let imageWarningChecks: [Warning<VeniceImage>]
  private let modelsQueryChecks: [Check<String?, ZodIssue>]

  /// Makes the contract; the rules that are active are picked here, once.
  package init(settings: Settings, keys: KeyRing, clock: Clock = .system) {
    self.settings = settings
    self.keys = keys
    self.clock = clock
    routeChecks = VeniceRules.route.active(for: settings)
    paymentChecks = VeniceRules.payments.active(for: settings)
    credentialChecks = VeniceRules.credentials.active(for: settings)
    bodyChecks = VeniceRules.body.active(for: settings)
    walletChecks = VeniceRules.walletSignIn.active(for: settings)
    nonceChecks = VeniceRules.walletNonce.active(for: settings)
    keyChecks = VeniceRules.keys.active(for: settings)
    shapeChecks = VeniceRules.shape.active(for: settings)
    fieldNames = VeniceFields.names(for: settings)
    fieldChecks = VeniceRules.fields.active(for: settings)
    modelChoiceChecks = VeniceRules.modelChoice.active(for: settings)
    modelLimitChecks = VeniceRules.modelLimits.active(for: settings)
    keyWarningChecks = VeniceRules.keyWarnings.active(for: settings)
    warningChecks = VeniceRules.warnings.active(for: settings)
    imageChecks = VeniceRules.images.active(for: settings)
    imageWarningChecks = VeniceRules.imageWarnings.active(for: settings)
    modelsQueryChecks = VeniceRules.modelsQuery.active(for: settings)
  }

  /// Checks path, method and size of the headers; nil: nothing to refuse.
  package func checkRoute(_ head: RequestHead) -> Refusal? {
    refusal(ArrivedHead(head: head, settings: settings, keys: keys), routeChecks)
  }

  /// Checks that there are credentials, valid or not, and no payment; nil: nothing to refuse.
  package func checkCredentials(_ head: RequestHead, requestID: String) -> Refusal? {
    let arrived = ArrivedHead(head: head, settings: settings, keys: keys, requestID: requestID, now: clock.unixMilliseconds)
    return refusal(arrived, paymentChecks) ?? refusal(arrived, credentialChecks)
  }

  /// The largest body of an edit that is kept, in bytes.
  package static var bodyLimit: Int { VeniceRules.bodyLimit }

  /// The largest area that is decoded, in pixels.
  package static var maximumArea: UInt64 { VeniceRules.areaBounds.upperBound }

  /// Checks everything about an edit request but its image.
  ///
  /// `form`: gets the fields as soon as they are read, even of a request that is then refused.
  package func examine(_ request: Request, form: inout SubmittedForm?) -> Verdict<ValidatedVeniceEdit> {
    let body = ArrivedRequest(request: request, settings: settings, format: BodyFormat(request.head))
    if let refusal = refusal(body, bodyChecks) { return .refused(refusal) }
    let bytes: [UInt8]
    switch decode(body) {
    case .refused(let refusal): return .refused(refusal)
    case .accepted(let decoded): bytes = decoded
    }
    switch parse(bytes, body.format) {
    case .refused(let refusal): return .refused(refusal)
    case .accepted(let submitted):
      form = submitted
      let head = ArrivedHead(head: request.head, settings: settings, keys: keys)
      if let refusal = checkWallet(request.head) ?? refusal(head, keyChecks) { return .refused(refusal) }
      let form = VeniceForm(submitted: submitted, settings: settings, knownNames: fieldNames)
      return examine(form, StageFindings(head, keyWarningChecks).violations)
    }
  }

  /// Checks a wallet's sign-in, and uses its nonce up when nothing else is wrong with it.
  private func checkWallet(_ head: RequestHead) -> Refusal? {
    guard var signIn = WalletSignIn(head, now: clock.unixMilliseconds) else { return nil }
    if let refusal = refusal(signIn, walletChecks) { return refusal }
    signIn.isReused = !usedNonces.use(signIn)
    return refusal(signIn, nonceChecks)
  }

  private func examine(_ form: VeniceForm, _ keyWarnings: [Violation]) -> Verdict<ValidatedVeniceEdit> {
    if let refusal = refusal(form, shapeChecks) ?? refusal(form, fieldChecks) ?? refusal(form, modelChoiceChecks) {
      return .refused(refusal)
    }
    // The stages above refuse a form without these two.
    guard let model = form.model, let image = form.value("image").flatMap(ImageReference.init) else {
      return .refused(Refusal(VeniceError.invalidModel.response, []))
    }
    let use = VeniceModelUse(form: form, model: model)
    if let refusal = refusal(use, modelLimitChecks) { return .refused(refusal) }
    let warnings = keyWarnings + StageFindings(use, warningChecks).violations
    return .accepted(ValidatedVeniceEdit(use, image: image, warnings: warnings))
  }

  /// Checks the image: where it came from, what it is, and whether it decodes. The refusal is nil when there is nothing to refuse.
  package func checkImage(_ arrival: ImageArrival) -> (refusal: Refusal?, warnings: [Violation]) {
    let subject = VeniceImage(arrival: arrival, settings: settings)
    return (refusal(subject, imageChecks), StageFindings(subject, imageWarningChecks).violations)
  }

  /// Whether images are edited as a viewer shows them.
  package var honoursOrientation: Bool { settings[Ambiguities.veniceImageOrientation] == .honour }

  /// Returns the list of the models of that type; the mock has edit models only, so other lists are empty.
  package func models(ofType type: String?) -> Verdict<Response> {
    if let refusal = refusal(type, modelsQueryChecks) { return .refused(refusal) }
    let models = type == "inpaint" || type == "all" ? VeniceModels.all(on: settings.veniceContract) : []
    return .accepted(.json(200, ["object": "list", "type": .string(type ?? "text"), "data": .array(models.map(\.json))]))
  }

  /// Tells whether the error budget does not count the refusal, because it came before the body's fields were checked.
  ///
  /// Source: Venice's own client notes: not counted are the 402 of a request without credentials, a wrong Content-Type, JSON that cannot be
  /// read, and a body that is too long.
  package static func sparesErrorBudget(_ refusal: Refusal) -> Bool { refusal.violations.contains { sparedRules.contains($0.rule) } }

  /// Tells whether the error budget does not count the error, when a scenario responds with it.
  package static func sparesErrorBudget(_ error: NamedError) -> Bool {
    ["payment-discovery", "unsupported-content-type", "invalid-json"].contains(error.name)
  }

  private static let sparedRules = Set(
    VeniceRules.route.map(\.rule) + VeniceRules.credentials.map(\.rule) + VeniceRules.body.map(\.rule)
      + [VeniceRules.bodyDecodes, VeniceRules.jsonSyntax]
  ).subtracting([VeniceRules.multipartSize.rule])

  private func refusal<Subject>(_ subject: Subject, _ checks: [Check<Subject, Response>]) -> Refusal? {
    let findings = StageFindings(subject, checks)
    return findings.problems.first.map { Refusal($0, findings.violations) }
  }

  private func refusal<Subject>(_ subject: Subject, _ checks: [Check<Subject, ZodIssue>]) -> Refusal? {
    let findings = StageFindings(subject, checks)
    return findings.problems.isEmpty ? nil : Refusal(findings.problems.response, findings.violations)
  }

  /// Undoes the Content-Encoding, within the limit of a body: what is longer is refused as a body that came as it is would be.
  private func decode(_ arrived: ArrivedRequest) -> Verdict<[UInt8]> {
    let bytes = arrived.request.body.bytes
    guard let coding = arrived.request.head.contentCoding.flatMap(ContentCoding.init) else { return .accepted(bytes) }
    do throws(ContentCodingError) {
      return .accepted(try coding.decode(bytes, limit: Self.bodyLimit))
    } catch {
      let isForm = arrived.isOctoberForm
      let (rule, problem): (Rule, VeniceError) =
        switch error {
        case .malformed: (VeniceRules.bodyDecodes, isForm ? .invalidMultipart : .invalidJSON)
        case .tooLong: isForm ? (VeniceRules.multipartSize.rule, .fileTooLarge) : (VeniceRules.bodySize.rule, .bodyTooLarge)
        }
      let violation = Violation(rule: rule, path: "", expected: "\(coding.rawValue) of at most \(Self.bodyLimit) bytes", found: "\(error)")
      return .refused(Refusal(problem.response, [violation]))
    }
  }

  private func parse(_ body: [UInt8], _ format: BodyFormat) -> Verdict<SubmittedForm> {
    switch format {
    case .json: parseJSON(body)
    case .multipart(let type): parseMultipart(body, type)
    case .other: refuse(VeniceRules.multipartSyntax, VeniceError.invalidContentType, expected: "a body", found: "none")
    }
  }

  private func parseJSON(_ body: [UInt8]) -> Verdict<SubmittedForm> {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: body)
    } catch {
      return refuse(VeniceRules.jsonSyntax, VeniceError.invalidJSON, expected: "well-formed JSON", found: "\(error)")
    }
    guard case .object(let object) = document.root else {
      let issue = ZodIssue.invalidType("object", received: document.root.typeName, at: [])
      let violation = Violation(rule: VeniceRules.jsonObject, path: "", expected: "an object", found: document.root.typeName)
      return .refused(Refusal([issue].response, [violation]))
    }
    return .accepted(SubmittedForm(object, in: document))
  }

  private func parseMultipart(_ body: [UInt8], _ type: MediaType) -> Verdict<SubmittedForm> {
    do {
      return .accepted(SubmittedForm(try MultipartForm(parsing: body, contentType: type), files: .fileType))
    } catch {
      let found = "byte \(error.offset): \(error.message)"
      return refuse(VeniceRules.multipartSyntax, VeniceError.invalidMultipart, expected: "well-formed multipart/form-data", found: found)
    }
  }

  private func refuse(_ rule: Rule, _ error: VeniceError, expected: String, found: String) -> Verdict<SubmittedForm> {
    .refused(Refusal(error.response, [Violation(rule: rule, path: "", expected: expected, found: found)]))
  }
}
