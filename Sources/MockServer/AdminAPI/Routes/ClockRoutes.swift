internal import Formats
internal import HTTPMessage
internal import MockService
internal import Scenarios
internal import Support

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
