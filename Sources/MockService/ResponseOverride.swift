package import HTTPMessage

/// Answers requests in the mock's place: the real service, or what was recorded of it.
package protocol ResponseOverride: Sendable {
  /// Whether a request with this head may be its own.
  func takes(_ head: RequestHead) -> Bool

  /// Called on a worker, once it is known what the mock makes of the request; it may take its time.
  ///
  /// - Returns: nil: the mock is to answer itself.
  func response(to request: Request, _ judgement: ContractResult) -> Response?
}

/// What the mock makes of a request.
package struct ContractResult: Sendable, Equatable {
  /// The ids of the rules it breaks, each once, in order.
  package let rules: [String]
  /// The ids of the rules it bends, each once, in order.
  package let warnings: [String]

  package init(rules: [String], warnings: [String]) {
    self.rules = rules
    self.warnings = warnings
  }

  init(_ outcome: Outcome) { self.init(rules: outcome.violations.ruleIDs, warnings: outcome.warnings.ruleIDs) }
}
