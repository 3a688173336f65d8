/// The step of a scenario that came nearest to a request which no step answers.
package struct NearMiss: Sendable, CustomStringConvertible {
  /// The step, counted from 1.
  package let step: Int
  /// What kept the step from answering; nil: its pattern fits, but the step was used up, not due, or not drawn.
  package let mismatch: Mismatch?

  /// Parts that distinguish kinds of requests; a step that fails at another part came nearer.
  private static let coarse: Set<String> = ["api", "endpoint", "valid", "method", "path"]
  /// Most steps that are tried: a log line is not worth more.
  private static let mostSteps = 200

  /// Finds the step that came nearest to the request.
  ///
  /// - Parameter steps: the steps' patterns, in the scenario's order.
  /// - Returns: nil when there are no steps.
  package init?(_ steps: [RequestPattern], _ facts: RequestFacts) {
    let misses = steps.prefix(Self.mostSteps).enumerated().map { (step: $0 + 1, mismatch: $1.firstMismatch(facts)) }
    let nearest =
      misses.first { $0.mismatch == nil } ?? misses.first { miss in miss.mismatch.map { !Self.coarse.contains($0.matcher) } ?? false }
      ?? misses.first
    guard let nearest else { return nil }
    (step, mismatch) = nearest
  }

  /// The near miss in one sentence.
  package var description: String { text { $1 } }

  /// Describes the near miss in one sentence.
  ///
  /// - Parameter shown: returns what may be shown of a text that was found, given the part that it was compared with: some are secret.
  package func text(showing shown: (_ matcher: String, _ found: String) -> String) -> String {
    guard let mismatch else { return "step \(step) fits, but was used up, not due or not drawn" }
    let found = shown(mismatch.matcher, mismatch.found)
    return "nearest is step \(step): \(mismatch.matcher) is to be \(mismatch.expected), found \(found)"
  }
}

/// A scenario none of whose steps answered a request.
package struct UnmatchedScenario: Sendable {
  package let name: String
  /// The steps' patterns, in the scenario's order.
  package let steps: [RequestPattern]

  /// Makes an unmatched scenario from its steps' patterns.
  package init(name: String, steps: [RequestPattern]) {
    self.name = name
    self.steps = steps
  }
}
