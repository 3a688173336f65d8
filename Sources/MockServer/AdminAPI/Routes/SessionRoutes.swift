internal import Formats
internal import HTTPMessage
internal import Journal
internal import MockService
internal import Scenarios
internal import Support

extension AdminRoutes {
  static let sessions: [AdminRoute] = [
    AdminRoute("GET", "sessions", "Who was here.", gives: .json(.object([.member("sessions", .list(session))]))) { _, context in
      .json(["sessions": .array(context.service.journal.sessions.map { json($0, context) })])
    },
    AdminRoute(
      "POST", "reset", "A session begins anew, or everything is as at the start.", query: [.init("session", "Instead of the body's.")],
      body: (.object([.optional("session", .scalar, "Without it, everything.")]), false),
      gives: .json(.object([.member("reset", .string, "The session, or `all`.")]))
    ) { call, context throws(AdminRefusal) in
      let inBody =
        try call.object("the body", keys: ["session"]) { mapping, problems in
          // Null is refused: it comes from an unset variable, and does not mean all sessions.
          mapping["session"].flatMap { $0.text("session", "the name of a session, or leave it out to reset everything", &problems) }
        } ?? nil
      let name = inBody ?? call.item("session")
      context.service.reset(session: context.session(name))
      return .json(["reset": .string(name ?? "all")])
    },
  ]

  private static let session = Shape.object([
    .member("session", .string), .member("requests", .integer), .member("refused", .integer), .member("warned", .integer),
    .member("scripted", .integer), .member("scenario", .nullable(.string), "What the session was given, else what last answered it."),
    .member("first", .moment), .member("last", .moment),
  ])

  private static func json(_ counters: SessionCounters, _ context: AdminContext) -> JSONOutput {
    let scenario = context.service.engine.assignment(of: counters.name.raw).own ?? counters.lastScenario
    return [
      "session": .string(counters.name.shown), "requests": .int(counters.requests), "refused": .int(counters.refused),
      "warned": .int(counters.warned), "scripted": .int(counters.scripted), "scenario": .optional(scenario),
      "first": .string(ISOTime.text(unixMilliseconds: counters.first)), "last": .string(ISOTime.text(unixMilliseconds: counters.last)),
    ]
  }
}

extension AdminRoutes {
  static let clock: [AdminRoute] = [
    AdminRoute("GET", "clock", "The clock of quotas, spans and dates.", gives: .json(.named("Clock"))) { _, context in
      .json(json(context.service.configuration.clock))
    },
    AdminRoute(
      "PUT", "clock", "Freezes that clock, moves it on, or has it run again.", body: (clockChange, true), gives: .json(.named("Clock"))
    ) { call, context throws(AdminRefusal) in
      let change = try call.object("the body", keys: ["frozen", "advance"]) { mapping, problems in
        (
          frozen: mapping["frozen"].flatMap { $0.flag("frozen", &problems) },
          advance: mapping["advance"].flatMap { $0.duration("advance", &problems) }
        )
      }
      guard let change, change.frozen != nil || change.advance != nil else {
        throw AdminRefusal(400, "there is nothing to do; write {\"frozen\": true}, {\"advance\": \"61s\"}, or both")
      }
      let clock = context.service.configuration.clock
      if let isFrozen = change.frozen { if isFrozen { clock.freeze() } else { clock.thaw() } }
      if let time = change.advance { clock.advance(by: time) }
      return .json(json(clock))
    },
  ]

  private static let clockChange = Shape.bounded(
    .object([.optional("frozen", .flag), .optional("advance", .form(DurationText.form), "At most an hour: `250ms`, `61s`, `1h`.")]),
    [("minProperties", 1)])

  private static func json(_ clock: Clock) -> JSONOutput {
    [
      "frozen": .bool(clock.isFrozen), "now": .string(ISOTime.text(unixMilliseconds: clock.unixMilliseconds)),
      "ahead": .int(clock.ahead.millisecondsRoundedDown),
    ]
  }
}
