internal import Contract
internal import Formats
internal import HTTPMessage
internal import Journal
internal import MockService
internal import RequestMatching
internal import RetryAnalysis
internal import Scenarios

extension AdminRoutes {
  static let verification: [AdminRoute] = [
    AdminRoute(
      "POST", "verify", "Holds expectations against the requests that came.",
      query: [
        .init(
          "status", "The status of the answer when an expectation is not met, so that `curl --fail` fails: 400 to 599; else 200.",
          .count(failures))
      ],
      body: (request, true), gives: .json(result), choosesStatus: true, refuses: [noJournal]
    ) { call, context throws(AdminRefusal) in
      let status = try call.count("status", in: failures) ?? 200
      var request: VerificationRequest
      do throws(DocumentProblems) { request = try VerificationRequest(reading: call.body) } catch {
        throw AdminRefusal(error, in: "the body")
      }
      request.resolveSessions(context.service.journal.session(called:))
      let entries = try requests(of: request.session, context)
      let forgotten = context.service.journal.forgotten(session: request.session)
      let result = Verification(request, entries, forgotten: forgotten)
      return .json(
        [
          "ok": .bool(result.isMet), "requests": .int(result.requests), "forgotten": .int(forgotten),
          "failed": .array(result.failures.map(json)),
        ], status: result.isMet ? 200 : status)
    },
    AdminRoute(
      "GET", "verify", "Whether a session broke or bent rules, or left steps of its scenarios unreached.",
      query: [.init("session", "Of one session; without it, of all.")], gives: .json(review), refuses: [noJournal]
    ) { call, context throws(AdminRefusal) in
      let session = context.session(call.item("session"))
      let entries = try requests(of: session, context)
      let journal = context.service.journal
      let forgotten = journal.forgotten(session: session)
      let violations = entries.flatMap { entry in entry.record.violations.map { json($0, entry) } }
      let warnings = entries.flatMap { entry in entry.record.warnings.map { json($0, entry) } }
      let unreached = context.service.engine.unreachedSteps(session: session)
      let isBlamed = entries.contains { $0.record.isRefused || (!$0.record.warnings.isEmpty && !$0.record.isScripted) }
      // The counters still include requests that are not kept any more.
      let counts = session.map { journal.counters(session: $0).map { $0.refused + $0.warned } ?? 0 } ?? journal.counters.refusedOrWarned
      let isGood = !isBlamed && (forgotten == 0 || counts == 0) && unreached.isEmpty
      return .json(
        [
          "ok": .bool(isGood), "requests": .int(entries.count), "forgotten": .int(forgotten), "violations": .array(violations),
          "warnings": .array(warnings),
          "unreached": .array(unreached.flatMap { steps in steps.steps.map { json(steps, $0, context) } }),
        ])
    },
  ]

  private static let request = Shape.object([
    .optional("session", .nullable(.scalar), "Of one session; without it, of all."),
    .optional("in-order", .flag, "Each behind what fulfilled the one before."), .member("expect", .some(expectation)),
  ])

  private static let expectation = Shape.bounded(
    .object([
      .member("when", .named("When"), "As in scenarios."), .optional("times", count), .optional("at-least", count),
      .optional("at-most", count, "Not less than `at-least`."),
    ]), [("not", ["anyOf": .array(["at-least", "at-most"].map { required(["times", $0]) })])])

  private static let failures = 400...599
  private static let count = Shape.quotableCount(0...VerificationRequest.mostCount)

  private static func required(_ keys: [String]) -> JSONOutput { ["required": .array(keys.map(JSONOutput.string))] }

  private static let result = Shape.object([
    .member("ok", .boolean), .member("requests", .integer, "How many were looked at."), forgotten,
    .member(
      "failed",
      .list(
        .object([
          .member("expectation", .integer, "Which one, counted from 1."), .member("when", .any), .member("expected", .string),
          .member("found", .integer), .member("matched", .list(.string), "Ids of the requests that fit."), .member("message", .string),
          .member("nearest", .nullable(nearest)),
        ]))),
  ])

  private static let forgotten = Shape.Member.member("forgotten", .integer, "How many are not kept any more, and were not looked at.")

  private static let nearest = Shape.object([
    .member("id", .string),
    .member(
      "diff",
      .list(.object([.member("field", .string), .member("expected", .string), .member("found", .string), .member("same", .boolean)]))),
  ])

  private static let review = Shape.object([
    .member("ok", .boolean, "None of the three lists has anything that counts: what is scripted does not."), .member("requests", .integer),
    forgotten, .member("violations", .list(.named("JudgedBreach"))), .member("warnings", .list(.named("JudgedBreach"))),
    .member("unreached", .list(.object([.member("session", .string), .member("scenario", .string), .member("step", .integer)]))),
  ])

  private static func requests(of session: String?, _ context: AdminContext) throws(AdminRefusal) -> [JournalEntry] {
    try context.requireJournal()
    context.service.journal.awaitDeliveries()
    return context.service.journal.entries.filter { session == nil || $0.record.session.raw == session }
  }

  private static func json(_ failure: Verification.Failure) -> JSONOutput {
    let nearest = failure.nearest.map { nearest -> JSONOutput in
      ["id": .string(nearest.entry.record.id), "diff": .array(nearest.comparisons.map { json($0, nearest.entry) })]
    }
    return [
      "expectation": .int(failure.number), "when": failure.expectation.when, "expected": .string(failure.expectation.counts),
      "found": .int(failure.matched.count), "matched": .array(failure.matched.map { .string($0.record.id) }),
      "message": .string(failure.message), "nearest": nearest ?? .null,
    ]
  }

  private static func json(_ comparison: PatternComparison, _ entry: JournalEntry) -> JSONOutput {
    let found = Redaction.found(comparison.found, by: comparison.matcher, session: entry.record.session.shown)
    return [
      "field": .string(comparison.matcher), "expected": .string(comparison.expected), "found": .string(found),
      "same": .bool(comparison.isSame),
    ]
  }

  private static func json(_ violation: Violation, _ entry: JournalEntry) -> JSONOutput {
    let record = entry.record
    return .object(
      [("id", .string(record.id)), ("session", .string(record.session.shown))] + violation.members + [
        ("scripted", .bool(record.isScripted))
      ])
  }

  private static func json(_ steps: UnreachedSteps, _ step: Int, _ context: AdminContext) -> JSONOutput {
    [
      "session": .string(context.service.journal.shownName(of: steps.session)), "scenario": .string(steps.scenario),
      "step": .int(step),
    ]
  }
}

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
