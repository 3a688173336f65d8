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
      let session = context.session(name)
      context.service.engine.reset(session: session)
      context.service.journal.forget(session: session)
      if session == nil { context.service.configuration.clock.realign() }
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
