/// The bad manners there are; their names are those of docs/witness.md.
package enum ClientProblemKind: String, Sendable, CaseIterable {
  case earlyRetry = "early-retry"
  case hopelessRetry = "hopeless-retry"
  case noBackOff = "no-back-off"
  case retryStorm = "retry-storm"
  case gaveUp = "gave-up"
  case deprecatedField = "deprecated-field"
  case misplacedKey = "misplaced-key"
  case ignoredDamage = "ignored-damage"
  case newConnections = "new-connections"
}
