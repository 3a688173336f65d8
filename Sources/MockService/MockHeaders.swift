package import Contract
package import HTTPMessage
internal import Scenarios

/// Header lines that the mock adds to the responses of both APIs.
struct MockHeaders: Sendable {
  /// Tells whether DGrid's gateway names its request in `X-Oneapi-Request-Id`, too.
  let sendsOneAPIID: Bool

  init(_ settings: Settings) { sendsOneAPIID = settings[Ambiguities.dgridErrorEnvelope] == .newapi }

  /// Adds what every response carries, and names the rules and the scenario's step that it is about.
  func mark(_ response: inout Response, _ result: HandlingResult, _ context: RequestContext) {
    // Both APIs let pages of other origins call them: seen at Venice, and in the gateway's source.
    response.headers.append("access-control-allow-origin", "*")
    response.headers.append("access-control-expose-headers", "*")
    if let api = API(path: context.head.path) {
      if api == .dgrid { response.headers.append("x-request-id", context.id) }
      if api == .dgrid, sendsOneAPIID { response.headers.append("X-Oneapi-Request-Id", context.id) }
      response.headers.append("x-mock-request-id", context.id)
    }
    // A response that a scenario replaces is about no rule.
    let violations = result.reply?.response == nil ? result.violations : []
    if !violations.isEmpty { response.headers.append("x-mock-rule", violations.ruleIDs.joined(separator: ", ")) }
    if !result.warnings.isEmpty { response.headers.append("x-mock-warning", result.warnings.ruleIDs.joined(separator: ", ")) }
    guard let decision = result.reply?.decision else { return }
    response.headers.append("x-mock-scenario", decision.scenario)
    if let step = decision.step { response.headers.append("x-mock-step", String(step)) }
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
