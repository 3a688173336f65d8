internal import Contract
internal import ContractDocuments
internal import Formats
internal import Journal
internal import MockService
internal import Support

extension AdminRoutes {
  static let meta: [AdminRoute] = [
    AdminRoute("GET", "", "Everything that can be asked.", gives: .json(.object([.member("routes", .list(route))]))) { _, _ in
      .json(["routes": .array(AdminRoutes.all.map(json))])
    },
    AdminRoute("GET", "health", "Whether the mock is there, and what it is.", gives: .json(health)) { _, context in
      let journal = context.service.journal
      let size = journal.size
      return .json(
        [
          "status": "ok", "version": .string(context.version),
          "uptime": .int(Int((Clock.system.now - context.started).components.seconds)),
          "profile": .string(context.service.configuration.settings.profile.rawValue), "requests": .int(journal.counters.requests),
          "journal": ["requests": .int(size.requests), "bytes": .int(size.bytes), "forgotten": .int(journal.forgotten)],
        ])
    },
    AdminRoute(
      "GET", "rules", "The ledger: every rule, who says so, and what breaking it answers.",
      query: [.init("api", "Of one API.", .words(API.allCases.map(\.rawValue)))], gives: .json(.object([.member("rules", .list(rule))]))
    ) { call, _ throws(AdminRefusal) in
      let api = try call.word("api", of: API.self)
      return .json(RuleTable(Ledger.rules.filter { api == nil || $0.api == api?.rawValue }).json)
    },
    AdminRoute("GET", "metrics", "Counts in Prometheus' text format.", gives: .bytes(mediaType: Metrics.contentType)) { _, context in
      .bytes(Array(Metrics(context).text.utf8), type: Metrics.contentType)
    },
    contract(.venice), contract(.dgrid),
    AdminRoute("GET", "openapi/mock.json", "This document.", gives: .json(.any)) { _, context in
      .json(OpenAPIDocument(version: context.version).json)
    },
  ]

  private static func contract(_ api: API) -> AdminRoute {
    AdminRoute("GET", "openapi/\(api.rawValue).json", "\(api.label) as it is served, as OpenAPI.", gives: .json(.any)) { _, context in
      .json(ContractDocument(api, settings: context.service.configuration.settings, version: context.version).json)
    }
  }

  private static let route = Shape.object([.member("method", .string), .member("path", .string), .member("says", .string)])

  private static func json(_ route: AdminRoute) -> JSONOutput {
    ["method": .string(route.method), "path": .string(route.pathText), "says": .string(route.says)]
  }

  private static let health = Shape.object([
    .member("status", .words(["ok"])), .member("version", .string), .member("uptime", .integer, "Seconds."),
    .member("profile", .words(Profile.allCases.map(\.rawValue))), .member("requests", .integer),
    .member("journal", .object([.member("requests", .integer), .member("bytes", .integer), .member("forgotten", .integer)])),
  ])

  private static let rule = Shape.object([
    .member("id", .string), .member("api", .string), .member("says", .string),
    .member("basis", .words(Rule.Basis.allCases.map(\.rawValue))),
    .member("source", .string), .member("severity", .words(Rule.Severity.allCases.map(\.rawValue))), .member("answers", .string),
    .member("decision", .nullable(.string)), .member("since", .nullable(.string)), .member("until", .nullable(.string)),
  ])
}
