/// Why a scenario left a request alone: the step that came nearest to it.
package struct NearMiss: Sendable, CustomStringConvertible {
  /// Counted from 1.
  package let step: Int
  /// nil: the step is for such requests, and was used up, not due, or not drawn.
  package let mismatch: Mismatch?

  /// Parts that tell whole kinds of requests apart; a step that fails at another part came nearer.
  private static let coarse: Set<String> = ["api", "endpoint", "valid", "method", "path"]
  /// Steps that are looked at: a log line is not worth more.
  private static let mostSteps = 200

  /// Finds the step that came nearest to the request.
  ///
  /// - Parameter steps: what each step asks of a request, in the scenario's order.
  /// - Returns: nil when there are no steps.
  package init?(_ steps: [RequestPattern], _ facts: RequestFacts) {
    let misses = steps.prefix(Self.mostSteps).enumerated().map { (step: $0 + 1, mismatch: $1.firstMismatch(facts)) }
    let nearest =
      misses.first { $0.mismatch == nil } ?? misses.first { miss in miss.mismatch.map { !Self.coarse.contains($0.matcher) } ?? false }
      ?? misses.first
    guard let nearest else { return nil }
    (step, mismatch) = nearest
  }

  package var description: String { text { $1 } }

  /// One sentence.
  ///
  /// - Parameter shown: what is shown of a text that was found, by what it was compared for: some are secret.
  package func text(showing shown: (_ matcher: String, _ found: String) -> String) -> String {
    guard let mismatch else { return "step \(step) fits, but was used up, not due or not drawn" }
    let found = shown(mismatch.matcher, mismatch.found)
    return "nearest is step \(step): \(mismatch.matcher) is to be \(mismatch.expected), found \(found)"
  }
}

/// A scenario that a request went through without being answered by any of its steps.
package struct UnmatchedScenario: Sendable {
  package let name: String
  /// What each step asks of a request, in the scenario's order.
  package let steps: [RequestPattern]

  package init(name: String, steps: [RequestPattern]) {
    self.name = name
    self.steps = steps
  }
}
