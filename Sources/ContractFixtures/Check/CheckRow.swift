internal import Contract

/// What came of one fixture.
package enum CheckOutcome: Sendable, Equatable {
  case ok
  /// A line for each difference.
  case differs([String])
  /// Another value of these decisions than expected, as `--set` writes them; and the differences.
  case follows([String], [String])
  case skipped(String)
  case notSent
}

/// One line of the table.
package struct CheckRow: Sendable {
  package let fixture: RuleFixture
  /// The answer in short; empty: none came.
  package let got: String
  package let outcome: CheckOutcome
}

extension CheckRow {
  /// The row, where its fixture holds only under a value of a decision that the server was seen not to follow: then it had to differ.
  func explained(by findings: [(decision: AmbiguityEntry, finding: AmbiguityFinding)]) -> CheckRow {
    guard case .differs(let lines) = outcome else { return self }
    let others = findings.compactMap { entry, finding -> String? in
      guard let value = finding.value, fixture.decided.contains(where: { $0.hasPrefix("\(entry.name)=") }) else { return nil }
      return fixture.value(of: entry) == value ? nil : "\(entry.name)=\(value)"
    }
    return others.isEmpty ? self : CheckRow(fixture: fixture, got: got, outcome: .follows(others, lines))
  }
}
