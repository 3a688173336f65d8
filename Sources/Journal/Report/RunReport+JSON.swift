internal import Contract
package import Formats
internal import HTTPMessage
internal import RetryAnalysis

extension RunReport {
  package var json: JSONOutput {
    .object([
      ("finished", .bool(isFinished)), ("version", .string(version)), ("requests", .int(tally.requests)), ("refused", .int(tally.refused)),
      ("warned", .int(tally.warned)), ("scripted", .int(tally.scripted)), ("findings", .int(findingCount)), ("fails", .bool(fails)),
      ("rules", .array(rules.map(json))), ("conduct", .array(findings.map(json))),
    ])
  }

  private func json(_ entry: RunCounters.RuleCount) -> JSONOutput {
    .object([
      ("rule", .string(entry.rule.id)), ("severity", .string(entry.rule.severity.rawValue)), ("says", .string(entry.rule.says)),
      ("count", .int(entry.count)),
      (
        "examples",
        .array(
          entry.examples.map { example in
            .object(
              [("id", .string(example.request)), ("session", .string(example.session))] + example.breach.members.filter { $0.0 != "rule" })
          })
      ),
    ])
  }

  private func json(_ finding: ConductFinding) -> JSONOutput {
    .object([
      ("finding", .string(finding.kind.rawValue)), ("session", .string(finding.session)), ("says", .string(finding.says)),
      ("count", .int(finding.count)), ("requests", .array(finding.evidence.map { .string($0.id) })),
    ])
  }
}
