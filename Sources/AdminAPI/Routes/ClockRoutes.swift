internal import Formats
internal import HTTPMessage
internal import MockService
internal import Scenarios
internal import Support

extension AdminRoutes {
  static let clock: [AdminRoute] = [
    AdminRoute("GET", "clock", "The clock of quotas, spans and dates.", gives: .json(.named("Clock"))) { _, context in
      .json(clockState(context))
    },
    AdminRoute(
      "PUT", "clock", "Freezes that clock, moves it on, or has it run again.",
      body: (wish, true),
      gives: .json(.named("Clock"))
    ) { call, context throws(AdminRefusal) in
      let asked = try call.object("the body", keys: ["frozen", "advance"]) { mapping, problems in
        (mapping["frozen"].flatMap { $0.flag("frozen", &problems) }, mapping["advance"].flatMap { $0.duration("advance", &problems) })
      }
      guard let asked, asked.0 != nil || asked.1 != nil else {
        throw AdminRefusal(400, "there is nothing to do; write {\"frozen\": true}, {\"advance\": \"61s\"}, or both")
      }
      let clock = context.service.configuration.clock
      if let isFrozen = asked.0 { if isFrozen { clock.freeze() } else { clock.thaw() } }
      if let time = asked.1 { clock.advance(by: time) }
      return .json(clockState(context))
    },
  ]

  private static let wish = Shape.bounded(
    .object([
      .optional("frozen", .flag), .optional("advance", .form(DurationText.form), "At most an hour: `250ms`, `61s`, `1h`."),
    ]), [("minProperties", .int(1))])

  private static func clockState(_ context: AdminContext) -> JSONOutput {
    let clock = context.service.configuration.clock
    return .object([
      ("frozen", .bool(clock.isFrozen)), ("now", .string(ISOTime.text(unixMilliseconds: clock.unixMilliseconds))),
      ("ahead", .int(clock.ahead.millisecondsRoundedDown)),
    ])
  }
}
