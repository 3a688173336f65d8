package import EditContract
package import HTTPMessage
internal import Scenarios

/// What one request came to: for the log, and for the exit code of `--fail-on-warnings`.
package struct RequestRecord: Sendable {
  package let id: String
  package let head: RequestHead
  package let status: Int
  /// Rules that were broken; the answer is a refusal.
  package let violations: [Breach]
  /// Rules that were bent; the request was accepted.
  package let warnings: [Breach]
  /// The scenario that had a hand in the answer, and its step.
  package let scenario: String?
  package let step: Int?
  /// Whether a scenario wanted the violations: they are then nobody's mistake.
  package let isScripted: Bool

  /// Why the scenario it went through left it alone.
  package let nearMiss: String?

  init(id: String, head: RequestHead, status: Int, _ outcome: Outcome, _ answer: ScriptedAnswer? = nil, misses: String? = nil) {
    self.id = id
    self.head = head
    self.status = status
    violations = outcome.violations
    warnings = outcome.warnings
    scenario = answer?.scenario
    step = answer?.step
    isScripted = step != nil
    nearMiss = misses
  }

  /// One line for the request, and one for each rule it broke or bent.
  package var text: String {
    let miss = nearMiss.map { " (\($0.printable))" } ?? ""
    let script = scenario.map { " (scenario \($0)\(step.map { ", step \($0)" } ?? ""))" } ?? miss
    let mark = (violations.isEmpty ? "" : " refused") + script
    return
      (["\(head.method.shortForLog) \(head.path.shortForLog) \(status)\(mark)"] + violations.map { "  \("\($0)".printable)" }
      + warnings.map { "  warning: \("\($0)".printable)" }).joined(separator: "\n")
  }
}

extension String {
  fileprivate var shortForLog: String { String(prefix(120)).printable }

  /// Control characters replaced: a client's text must neither forge log lines nor drive a terminal.
  fileprivate var printable: String {
    let isPlain = utf8.allSatisfy { $0 >= 32 && $0 < 127 }
    return isPlain ? self : String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? "·" : $0 }))
  }
}
