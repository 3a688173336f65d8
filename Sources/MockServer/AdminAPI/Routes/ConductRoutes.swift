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
      try context.requireJournal()
      let journal = context.service.journal
      journal.awaitDeliveries()
      let findings = journal.retryAnalyzer.findings(session: context.session(call.item("session")))
      return .json(["ok": .bool(findings.isEmpty), "findings": .array(findings.map { json($0, journal) })])
    }
  ]

  private static func json(_ finding: ClientFinding, _ journal: Journal) -> JSONOutput {
    let evidence = finding.evidence.map { evidence -> JSONOutput in
      let time = ISOTime.text(unixMilliseconds: evidence.unixMilliseconds)
      return ["id": .string(evidence.id), "time": .string(time), "note": .string(evidence.note)]
    }
    return [
      "finding": .string(finding.kind.rawValue), "session": .string(journal.shownName(of: finding.session)), "says": .string(finding.says),
      "count": .int(finding.count), "evidence": .array(evidence),
    ]
  }
}
