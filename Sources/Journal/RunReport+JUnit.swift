internal import Contract
internal import Formats
internal import RetryAnalysis

extension RunReport {
  /// The report as JUnit XML: a failing case for each broken rule; warnings and findings are failing cases where they fail the run.
  package var junit: String {
    let suites = [suite("image-edit-mock", run), suite("rules", rules.map(ruleCase)), suite("conduct", conductCases)]
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

  /// A case with the summary, which fails when the run has not finished.
  private var run: [Case] {
    guard isFinished else {
      let message = "the mock has not stopped in order: it is still running, or was killed"
      return [Case(type: "image-edit-mock", name: "the run", message: message, text: message, fails: true)]
    }
    return [Case(type: "image-edit-mock", name: "the run", message: "", text: summary, fails: false)]
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
