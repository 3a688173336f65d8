internal import Contract
internal import Formats
internal import HTTPMessage
internal import Journal
internal import MockService
internal import RetryAnalysis

extension AdminRoutes {
  static let conduct: [AdminRoute] = [
    AdminRoute(
      "GET", "conduct", "How a client behaves when things go wrong.", query: [.init("session", "Of one session; without it, of all.")],
      gives: .json(.object([.member("ok", .boolean), .member("findings", .list(.named("Finding")))])), refuses: [noJournal]
    ) { call, context throws(AdminRefusal) in
      try context.needJournal()
      let journal = context.service.journal
      journal.awaitDeliveries()
      let findings = journal.conduct.findings(session: context.session(call.item("session")))
      return .json(
        .object([("ok", .bool(findings.isEmpty)), ("findings", .array(findings.map { json($0, journal) }))]))
    }
  ]

  private static func json(_ finding: ConductFinding, _ journal: Journal) -> JSONOutput {
    .object([
      ("finding", .string(finding.kind.rawValue)), ("session", .string(journal.shownName(of: finding.session))),
      ("says", .string(finding.says)),
      ("count", .int(finding.count)),
      (
        "evidence",
        .array(
          finding.evidence.map { evidence in
            .object([
              ("id", .string(evidence.id)), ("time", .string(ISOTime.text(unixMilliseconds: evidence.unixMilliseconds))),
              ("note", .string(evidence.note)),
            ])
          })
      ),
    ])
  }
}
