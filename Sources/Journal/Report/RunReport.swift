internal import Contract
internal import Formats
internal import HTTPMessage
internal import RetryAnalysis

/// What a run of the mock came to: for people who read the log, and for CI.
package struct RunReport: Sendable {
  package let version: String
  let tally: RunCounters
  let findings: [ConductFinding]
  let findingCount: Int
  /// Whether the mock has stopped in order.
  let isFinished: Bool
  /// Whether warnings fail the run, and findings on conduct do.
  let failsOnWarnings: Bool
  let failsOnConduct: Bool

  /// - Parameter journal: nil: nothing has been asked yet.
  package init(_ journal: Journal?, version: String, failsOnWarnings: Bool, failsOnConduct: Bool) {
    self.version = version
    self.failsOnWarnings = failsOnWarnings
    self.failsOnConduct = failsOnConduct
    isFinished = journal != nil
    tally = journal?.tally ?? RunCounters()
    findings = journal?.allFindings ?? []
    findingCount = journal?.findingCount ?? 0
  }

  /// Whether something happened that the run is to fail for.
  ///
  /// One that has not ended yet counts so: who finds it after the mock was killed is not to take it for a good one.
  package var fails: Bool { !isFinished || (failsOnWarnings && tally.remarkable > 0) || (failsOnConduct && findingCount > 0) }

  var rules: [RunCounters.RuleCount] { tally.rules.values.sorted { $0.rule.id < $1.rule.id }.filter { $0.count > 0 } }

  /// A line of counts, and one for each rule and finding.
  package var summary: String {
    let counts =
      "\(tally.requests) requests, \(tally.refused) refused, \(tally.warned) warned, \(tally.scripted) scripted, \(findingCount) findings on conduct"
    let broken = rules.map { "  \($0.count) × \($0.rule.id)\($0.rule.severity == .warning ? " (warning)" : "")" }
    let lines = findings.prefix(Self.longestList).map { "  \($0.kind.rawValue), session '\($0.session.printable)': \($0.says.printable)" }
    let rest = findingCount > lines.count ? ["  … and \(findingCount - lines.count) findings more"] : []
    return ([counts] + broken + lines + rest).joined(separator: "\n")
  }

  private static let longestList = 20
}
