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
  let failsOnWarnings: Bool
  let failsOnConduct: Bool

  /// Returns the report of a finished run; without a journal, of a run that is still going on.
  package init(_ journal: Journal?, version: String, failsOnWarnings: Bool, failsOnConduct: Bool) {
    self.version = version
    self.failsOnWarnings = failsOnWarnings
    self.failsOnConduct = failsOnConduct
    isFinished = journal != nil
    counters = journal?.counters ?? RunCounters()
    findings = journal?.allFindings ?? []
    findingCount = journal?.findingCount ?? 0
  }

  /// Tells whether the run fails. One that has not finished does: its report is found when the mock was killed, and must not look good.
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

  // MARK: - JUnit

  /// The report as JUnit XML: a failing case for each broken rule; warnings and findings are failing cases where they fail the run.
  package var junit: String {
    let suites = [suite("image-edit-mock", [run]), suite("rules", rules.map(ruleCase)), suite("conduct", conductCases)]
    let (tests, failures) = suites.reduce((0, 0)) { ($0.0 + $1.tests, $0.1 + $1.failures) }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="image-edit-mock" tests="\(tests)" failures="\(failures)" errors="0">
      \(suites.filter { $0.tests > 0 }.map(\.text).joined(separator: "\n"))
      </testsuites>

      """
  }

  private struct Case {
    let type: String
    let name: String
    let message: String
    let text: String
    let fails: Bool
  }

  private var run: Case {
    let message = isFinished ? "" : "the mock has not stopped in order: it is still running, or was killed"
    return Case(type: "image-edit-mock", name: "the run", message: message, text: isFinished ? summary : message, fails: !isFinished)
  }

  private func ruleCase(_ count: RunCounters.RuleCount) -> Case {
    let lines = count.examples.map { example in "\(example.request), session '\(example.session)': \(example.violation)" }
    let more = count.count > lines.count ? ["… and \(count.count - lines.count) more"] : []
    return Case(
      type: count.rule.api, name: count.rule.id, message: "\(count.count) × \(count.rule.says)",
      text: (lines + more).joined(separator: "\n"), fails: count.rule.severity == .violation || failsOnWarnings)
  }

  private var conductCases: [Case] {
    findings.map { finding in
      let lines = finding.evidence.map { "\($0.id): \($0.note)" }
      return Case(
        type: "conduct", name: "\(finding.kind.rawValue), session '\(finding.session)'", message: finding.says,
        text: ([finding.says] + lines).joined(separator: "\n"), fails: failsOnConduct)
    }
  }

  private func suite(_ name: String, _ cases: [Case]) -> (text: String, tests: Int, failures: Int) {
    let failures = cases.filter(\.fails).count
    let lines = cases.map { testCase in
      let head = #"    <testcase classname="\#(testCase.type.escapedForXML)" name="\#(testCase.name.escapedForXML)" time="0">"#
      let body =
        testCase.fails
        ? #"<failure type="\#(testCase.type.escapedForXML)" message="\#(testCase.message.escapedForXML)">\#(testCase.text.escapedForXML)</failure>"#
        : "<system-out>\(testCase.text.escapedForXML)</system-out>"
      return "\(head)\(body)</testcase>"
    }
    let text = """
        <testsuite name="\(name)" tests="\(cases.count)" failures="\(failures)" errors="0" time="0">
      \(lines.joined(separator: "\n"))
        </testsuite>
      """
    return (text, cases.count, failures)
  }
}
