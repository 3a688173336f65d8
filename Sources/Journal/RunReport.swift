internal import Contract
package import Formats
internal import RetryAnalysis

/// A summary of a run of the mock: text for the log, JSON and JUnit XML for CI.
package struct RunReport: Sendable {
  let version: String
  let counters: RunCounters
  let findings: [ClientFinding]
  let findingCount: Int
  /// Whether the mock has stopped normally.
  let isFinished: Bool
  /// Whether warnings fail the run.
  let failsOnWarnings: Bool
  /// Whether findings fail the run.
  let failsOnConduct: Bool

  /// Returns the report of a finished run.
  ///
  /// - Parameter journal: nil gives the report of a run that is still going on.
  package init(_ journal: Journal?, version: String, failsOnWarnings: Bool, failsOnConduct: Bool) {
    self.version = version
    self.failsOnWarnings = failsOnWarnings
    self.failsOnConduct = failsOnConduct
    isFinished = journal != nil
    counters = journal?.counters ?? RunCounters()
    findings = journal?.allFindings ?? []
    findingCount = journal?.findingCount ?? 0
  }

  /// Tells whether the run fails.
  ///
  /// A run that has not finished fails: its report is found when the mock was killed, and must not look good.
  package var fails: Bool { !isFinished || (failsOnWarnings && counters.refusedOrWarned > 0) || (failsOnConduct && findingCount > 0) }

  /// The rules that were broken or bent, without those that only scenarios broke.
  var rules: [RunCounters.RuleCount] { counters.rules.values.sorted { $0.rule.id < $1.rule.id }.filter { $0.count > 0 } }

  /// A line of counts, and one for each rule and each of the first findings.
  package var summary: String {
    let counts =
      "\(counters.requests) requests, \(counters.refused) refused, \(counters.warned) warned, \(counters.scripted) scripted, \(findingCount) findings on conduct"
    let broken = rules.map { "  \($0.count) × \($0.rule.id)\($0.rule.severity == .warning ? " (warning)" : "")" }
    let lines = findings.prefix(Self.longestList).map { "  \($0.kind.rawValue), session '\($0.session.printable)': \($0.says.printable)" }
    let rest = findingCount > lines.count ? ["  … and \(findingCount - lines.count) findings more"] : []
    return ([counts] + broken + lines + rest).joined(separator: "\n")
  }

  private static let longestList = 20

  /// The report as JSON.
  package var json: JSONOutput {
    [
      "finished": .bool(isFinished), "version": .string(version), "requests": .int(counters.requests),
      "refused": .int(counters.refused), "warned": .int(counters.warned), "scripted": .int(counters.scripted),
      "findings": .int(findingCount), "fails": .bool(fails), "rules": .array(rules.map(json)),
      "conduct": .array(findings.map(json)),
    ]
  }

  private func json(_ count: RunCounters.RuleCount) -> JSONOutput {
    let examples = count.examples.map { example in
      [("id", .string(example.request)), ("session", .string(example.session))] + example.violation.members.filter { $0.0 != "rule" }
    }
    return [
      "rule": .string(count.rule.id), "severity": .string(count.rule.severity.rawValue), "says": .string(count.rule.says),
      "count": .int(count.count), "examples": .array(examples.map(JSONOutput.object)),
    ]
  }

  private func json(_ finding: ClientFinding) -> JSONOutput {
    [
      "finding": .string(finding.kind.rawValue), "session": .string(finding.session), "says": .string(finding.says),
      "count": .int(finding.count), "requests": .array(finding.evidence.map { .string($0.id) }),
    ]
  }
}
