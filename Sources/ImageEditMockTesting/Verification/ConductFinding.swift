internal import RetryAnalysis

/// Bad manners of one kind, at one thing or in one session.
public struct ConductFinding: Sendable, Equatable {
  /// The kinds that there are, under the names that docs/witness.md explains.
  public enum Kind: String, Sendable, CaseIterable {
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

  /// A request that showed it.
  public struct Evidence: Sendable, Equatable {
    /// The request's.
    public let id: String
    public let note: String
  }

  public let kind: Kind
  /// The session's key, as `RecordedRequest` shows it.
  public let session: String
  /// What was seen, with its numbers, and what to do instead.
  public let says: String
  /// How often it was seen.
  public let count: Int
  /// The first requests that showed it, at most ten.
  public let evidence: [Evidence]
}

extension ConductFinding {
  init(_ finding: RetryAnalysis.ConductFinding, session: String) {
    self.init(
      kind: Kind(finding.kind), session: session, says: finding.says, count: finding.count,
      evidence: finding.evidence.map { Evidence(id: $0.id, note: $0.note) })
  }
}

extension ConductFinding.Kind {
  fileprivate init(_ kind: ClientProblemKind) {
    switch kind {
    case .earlyRetry: self = .earlyRetry
    case .hopelessRetry: self = .hopelessRetry
    case .noBackOff: self = .noBackOff
    case .retryStorm: self = .retryStorm
    case .gaveUp: self = .gaveUp
    case .deprecatedField: self = .deprecatedField
    case .misplacedKey: self = .misplacedKey
    case .ignoredDamage: self = .ignoredDamage
    case .newConnections: self = .newConnections
    }
  }
}
