package import Contract

/// What a check came to. Nothing in it holds the key.
package struct CheckReport: Sendable {
  package let plan: CheckPlan
  /// In the order of the ledger.
  package let rows: [CheckRow]
  /// Whether the server is this mock.
  package let isMock: Bool
  /// Requests that were sent, the first one and those sent again among them.
  package let requests: Int
  /// Why the rest was not sent; nil: all was.
  package let stop: String?
  /// What is to be said loudly: that an answer may have cost money.
  package let alarms: [String]
  package let findings: [(decision: AmbiguityEntry, finding: AmbiguityFinding)]

  /// 0: every row is ok or skipped; 1: an answer differs, or follows another value; 75: the check was stopped.
  package var exitCode: Int32 {
    if stop != nil { return 75 }
    return rows.contains { $0.outcome.isMiss } ? 1 : 0
  }
}

extension CheckOutcome {
  package var isMiss: Bool {
    switch self {
    case .differs, .follows: true
    case .ok, .skipped, .notSent: false
    }
  }
}
