package import Contract
package import HTTPMessage
internal import RequestMatching
internal import Scenarios
internal import Support

/// Header lines that the mock adds to the responses of both APIs.
struct MockHeaders: Sendable {
  /// Tells whether DGrid's gateway names its request in `X-Oneapi-Request-Id`, too.
  private let sendsOneAPIID: Bool
  private let veniceVersion: String
  private let account: AccountHeaders
  /// The failures that Venice lets through in half a minute.
  private let freeFailures: Int
  private let clock: Clock
  let minutes: AccountMinutes

  init(_ settings: Settings, clock: Clock) {
    sendsOneAPIID = settings[Ambiguities.dgridErrorEnvelope] == .newapi
    veniceVersion = VeniceContracts.version(on: settings.veniceContract)
    account = AccountHeaders(settings)
    freeFailures = QuotaErrors.errorBudgetFailures(settings)
    self.clock = clock
    minutes = AccountMinutes(clock: clock)
  }

  /// Adds what every response carries, and names the rules and the scenario's step that it is about.
  func mark(_ response: inout Response, _ result: HandlingResult, _ context: RequestContext) {
    // Both APIs let pages of other origins call them: seen at Venice, and in the gateway's source.
    response.headers.append("access-control-allow-origin", "*")
    response.headers.append("access-control-expose-headers", "*")
    if let api = API(path: context.head.path) {
      if api == .dgrid { response.headers.append("x-request-id", context.id) }
      if api == .dgrid, sendsOneAPIID { response.headers.append("X-Oneapi-Request-Id", context.id) }
      response.headers.append("x-mock-request-id", context.id)
      if api == .venice { markVenice(&response, result, context) }
    }
    // A response that a scenario replaces is about no rule.
    let violations = result.reply?.response == nil ? result.violations : []
    if !violations.isEmpty { response.headers.append("x-mock-rule", violations.ruleIDs.joined(separator: ", ")) }
    if !result.warnings.isEmpty { response.headers.append("x-mock-warning", result.warnings.ruleIDs.joined(separator: ", ")) }
    guard let decision = result.reply?.decision else { return }
    response.headers.append("x-mock-scenario", decision.scenario)
    if let step = decision.step { response.headers.append("x-mock-step", String(step)) }
  }

  private func markVenice(_ response: inout Response, _ result: HandlingResult, _ context: RequestContext) {
    response.headers.append("x-venice-version", veniceVersion)
    response.headers.append("CF-RAY", "\(context.id.suffix(16))-ICN")
    guard let fields = accountFields(response, result, context) else { return }
    // An error's own figures and those that it waits by stay.
    for field in fields where response.headers[field.name] == nil { response.headers.append(field.name, field.value) }
  }

  /// Returns the headers on the account, with the figures of the scenario's quotas where it has some; nil: the request has no credentials, or
  /// its credentials are refused.
  private func accountFields(_ response: Response, _ result: HandlingResult, _ context: RequestContext) -> [HeaderField]? {
    guard let facts = context.facts, facts.endpoint == .edit, facts.head.method == "POST",
      facts.key != nil || facts.head.walletSignIn != nil, response.status != 401, response.headers["payment-required"] == nil
    else { return nil }
    let (now, quotas, told) = (clock.unixMilliseconds, result.reply?.decision.quotaState, result.reply?.reset)
    let model = result.edit?.model ?? response.headers["x-venice-model-id"] ?? VeniceModels.defaultID
    let rate =
      quotas?.rate
      ?? minutes.state(
        of: .init(session: facts.session, key: facts.key ?? "", model: model), limit: AccountHeaders.freeRequests,
        counts: result.refusal == nil)
    var fields = account.requests(limit: rate.limit, remaining: rate.remaining)
    if let budget = quotas?.budget {
      fields += account.budget(remaining: budget.remaining, reset: told ?? budget.reset)
    } else if account.tellsBudget {
      // Nothing counts failures here, so nothing begins anew by itself: one time in the whole response.
      fields += account.budget(remaining: freeFailures, reset: told ?? rate.reset)
    }
    fields += account.resets(at: told ?? rate.reset, now: now)
    return fields + AccountHeaders.balance(microDollars: quotas?.balance ?? AccountHeaders.freeMicroDollars)
  }

  static var preflight: Response {
    Response(
      status: 204,
      headers: HeaderList([
        HeaderField("access-control-allow-methods", "GET,OPTIONS,PATCH,DELETE,POST,PUT"), HeaderField("access-control-allow-headers", "*"),
        HeaderField("access-control-max-age", "600"),
      ]))
  }
}

/// Errors of the mock itself, which neither API has.
package enum MockError {
  /// Returns the error in the API's shape, since SDKs then show its message.
  package static func response(_ status: Int, _ text: String, _ api: API, _ settings: Settings) -> Response {
    switch api {
    case .venice: VeniceError.mockError(status, "image-edit-mock: \(text)").response
    case .dgrid: DGridError.mockError(status, "image-edit-mock: \(text)").response(settings, requestID: "none")
    }
  }
}
