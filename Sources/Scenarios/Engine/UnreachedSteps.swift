/// The steps of a scenario that a session never got as far as, chance aside.
package struct UnreachedSteps: Sendable, Equatable {
  package let session: String
  package let scenario: String
  /// Counted from 1.
  package let steps: [Int]
}
