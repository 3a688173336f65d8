internal import Contract
internal import Formats
internal import HTTPMessage
internal import Journal
internal import MockService
internal import RequestMatching
internal import Scenarios
internal import Support

extension AdminRoutes {
  static let journal: [AdminRoute] = [
    AdminRoute(
      "GET", "requests", "What was asked of the mock, the oldest first.", query: filters,
      gives: .json(
        .object([.member("requests", .list(.named("Entry"))), .member("forgotten", .integer, "Entries that had to go for want of room.")])),
      refuses: [unknownSince, noJournal]
    ) { call, context throws(AdminRefusal) in
      let entries = try entries(call, context)
      return .json(["requests": .array(entries.map(\.json)), "forgotten": .int(context.service.journal.forgotten)])
    },
    AdminRoute(
      "GET", "requests.har", "The same as an HTTP archive, version 1.2.",
      query: filters + [.init("bodies", "`none` leaves the bodies out.", .words(["all", "none"]))], gives: .json(.any),
      refuses: [unknownSince, noJournal]
    ) { call, context throws(AdminRefusal) in
      let bodies = try call.word("bodies", of: Bodies.self) ?? .all
      let document = HARDocument(
        try entries(call, context), mock: context.mockURL(askedAt: call.url), version: context.version, hasBodies: bodies == .all)
      return .json(document.json)
    },
    AdminRoute("GET", "requests/{id}", "One request.", gives: .json(.named("Entry")), refuses: [unknown]) {
      call, context throws(AdminRefusal) in
      .json(try entry(call, context).json)
    },
    AdminRoute(
      "GET", "requests/{id}/body", "The body of a request, as it came.", gives: .bytes(mediaType: "*/*"), refuses: [unknown, gone]
    ) { call, context throws(AdminRefusal) in
      let entry = try entry(call, context)
      guard let body = entry.snapshot.body ?? (entry.record.hasNoBody ? [] : nil) else {
        throw notKept(entry, "body", entry.record.bodyCount)
      }
      return .bytes(body, type: type(of: entry.record.head.headers))
    },
    AdminRoute(
      "GET", "requests/{id}/response", "The body of the answer, as it was meant.", gives: .bytes(mediaType: "*/*"),
      refuses: [unknown, gone]
    ) { call, context throws(AdminRefusal) in
      let entry = try entry(call, context)
      guard let response = entry.record.response else { throw AdminRefusal(404, "\(entry.record.id) was never answered") }
      guard let body = entry.snapshot.responseBody ?? (entry.responseCount == 0 ? [] : nil) else {
        throw notKept(entry, "answer", entry.responseCount)
      }
      return .bytes(body, type: type(of: response.headers))
    },
    AdminRoute(
      "GET", "requests/{id}/curl", "A command that repeats the request.", gives: .bytes(mediaType: "text/plain; charset=utf-8"),
      refuses: [unknown, gone]
    ) { call, context throws(AdminRefusal) in
      let entry = try entry(call, context)
      guard let text = entry.curl(mock: context.mockURL(askedAt: call.url), admin: call.url) else {
        throw notKept(entry, "body", entry.record.bodyCount)
      }
      return .bytes(Array(text.utf8), type: "text/plain; charset=utf-8")
    },
  ]

  private enum Bodies: String, CaseIterable { case all, none }

  private static let unknown = (404, "There is no request of that id, or not any more.")
  private static let unknownSince = (404, "There is no request of the id in `since`, or not any more.")
  private static let gone = (410, "It is not kept any more.")

  private static let filters: [AdminRoute.QueryItem] = [
    .init("session", "Of one session."), .init("api", "To one API.", .words(API.allCases.map(\.rawValue))),
    .init("endpoint", "To one endpoint.", .words(RequestFacts.Endpoint.allCases.map(\.rawValue))),
    .init("status", "`400`, `4xx`, or `none` for those without an answer.", .form("^([1-9][0-9]{2}|[1-9]xx|none)$")),
    .init("scenario", "Answered by a scenario."), .init("rule", "That broke or bent a rule.", .named("RuleID")),
    .init("since", "Behind a request (its id or order number), or from a time on (ISO 8601, or Unix time).", since),
    .init("limit", "The newest so many.", .count(mostEntries)),
  ]

  private static let mostEntries = 0...1_000_000_000
  private static let since = Shape.either(.form("^req_"), .either(.form("^[0-9]{1,15}(\\.[0-9]{1,9})?$"), .moment))

  private static func entry(_ call: AdminCall, _ context: AdminContext) throws(AdminRefusal) -> JournalEntry {
    context.service.journal.awaitDeliveries()
    if let entry = context.service.journal.entry(id: call.segments[0]) { return entry }
    let reason =
      context.service.journal.isKeeping
      ? "ids stand in x-mock-request-id, and GET /_mock/requests lists what is kept" : "the journal is switched off (--journal-requests 0)"
    throw AdminRefusal(404, "there is no request '\(call.segments[0].prefix(60))'; \(reason)")
  }

  /// Returns the content type; an empty one counts as none, because the response cannot have an empty one.
  private static func type(of headers: HeaderList) -> String {
    headers["content-type"].flatMap { $0.isEmpty ? nil : $0 } ?? "application/octet-stream"
  }

  private static func notKept(_ entry: JournalEntry, _ what: String, _ count: Int) -> AdminRefusal {
    AdminRefusal(
      410,
      "the \(what) of \(entry.record.id), \(count) bytes, is not kept; the newest bodies are, up to --journal-bytes together and a quarter of it each"
    )
  }

  private static func entries(_ call: AdminCall, _ context: AdminContext) throws(AdminRefusal) -> [JournalEntry] {
    try context.requireJournal()
    var query = JournalQuery()
    query.session = call.item("session")
    query.api = try call.word("api", of: API.self)
    query.endpoint = try call.word("endpoint", of: RequestFacts.Endpoint.self)
    query.status = try call.item("status").map { text throws(AdminRefusal) in try status(text) }
    query.scenario = call.item("scenario")
    query.rule = call.item("rule")
    query.limit = try call.count("limit", in: mostEntries)
    if let rule = query.rule, !Ledger.rules.contains(where: { $0.id == rule }) {
      throw AdminRefusal(
        400,
        "there is no rule '\(rule.prefix(80))'; did you mean \(Ledger.rules.map(\.id).nearest(to: String(rule.prefix(80))))? GET /_mock/rules lists them"
      )
    }
    if let text = call.item("since") {
      guard let since = JournalQuery.Since(text) else {
        throw AdminRefusal(
          400, "`since` is '\(text.prefix(60))'; write a request's id (req_…), its order number, 2026-11-27T20:19:33Z or a Unix time")
      }
      if case .id(let id) = since, context.service.journal.entry(id: id) == nil {
        throw AdminRefusal(404, "`since` is '\(id.prefix(60))', and there is no such request, or not any more")
      }
      query.since = since
    }
    context.service.journal.awaitDeliveries()
    return context.service.journal.entries(query)
  }

  private static func status(_ text: String) throws(AdminRefusal) -> JournalQuery.Status {
    if text == "none" { return .none }
    if text.utf8.count == 3, let status = Int(text), 100...999 ~= status { return .exact(status) }
    if text.utf8.count == 3, text.hasSuffix("xx"), let family = Int(text.prefix(1)), 1...9 ~= family { return .family(family) }
    throw AdminRefusal(400, "`status` is '\(text.prefix(60))'; write a status such as 400, a family such as 4xx, or none")
  }
}
