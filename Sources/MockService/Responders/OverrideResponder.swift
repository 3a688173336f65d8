package import HTTPMessage

/// Responds in the mock's place: the real service, or what was recorded of it.
package protocol ResponseOverride: Sendable {
  /// Tells whether a request with this head may be one that is overridden.
  func takes(_ head: RequestHead) -> Bool

  /// Returns the response; nil: the mock is to respond itself. Called on a worker, so it may take its time, with what the mock's contract
  /// says of the request.
  func response(to request: Request, _ result: ContractResult) -> Response?
}

/// What the mock's contract says of a request.
package struct ContractResult: Sendable, Equatable {
  /// The ids of the rules that the request violates, each once, in order.
  package let rules: [String]
  /// The ids of the rules that warn about it, each once, in order.
  package let warnings: [String]

  init(_ result: HandlingResult) { (rules, warnings) = (result.violations.ruleIDs, result.warnings.ruleIDs) }
}

/// Has requests answered by the ``ResponseOverride`` (`--record`, `--replay`), scripted ones excepted.
///
/// It is asked once the contract has judged the request, so that a recording knows the rule that it is about.
struct OverrideResponder: Sendable {
  let responseOverride: (any ResponseOverride)?
  let next: ScenarioResponder

  func respond(to request: consuming Request, _ context: RequestContext) -> Work<HandlingResult> {
    guard context.isOverridden, let responseOverride else { return next.respond(to: request, context) }
    let result = next.respond(to: copy request, context).finished()
    return .ready(responseOverride.response(to: request, ContractResult(result)).map(result.overridden) ?? result)
  }
}
