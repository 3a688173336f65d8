internal import Contract
internal import ContractDocuments
internal import Formats
internal import Journal
internal import MockService
internal import RequestMatching
internal import RetryAnalysis
internal import Scenarios
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
      .bytes(Array(Metrics(context: context).text.utf8), type: Metrics.contentType)
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

/// The mock's counters in Prometheus' text format, version 0.0.4.
///
/// Labels are APIs, endpoints, statuses, rules and findings; clients cannot add any.
struct Metrics {
  static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  let context: AdminContext

  var text: String {
    let (journal, counters) = (context.service.journal, context.service.journal.counters)
    let size = journal.size
    return [
      family("requests_total", "counter", "Requests, by what was answered.", kinds(counters)),
      family("refused_total", "counter", "Requests that broke a rule which no scenario wanted broken.", [("", "\(counters.refused)")]),
      family("warned_total", "counter", "Requests that were accepted with a warning.", [("", "\(counters.warned)")]),
      family("scripted_total", "counter", "Requests that a scenario had a hand in.", [("", "\(counters.scripted)")]),
      family("rule_breaches_total", "counter", "Breaches of rules.", rules(counters)),
      family("conduct_findings", "gauge", "Findings on clients' manners.", findings(journal)), histogram(counters.durations),
      family("journal_requests", "gauge", "Requests that are kept.", [("", "\(size.requests)")]),
      family("journal_bytes", "gauge", "Bytes that they take, about.", [("", "\(size.bytes)")]),
      family("journal_forgotten_total", "counter", "Requests that had to go for want of room.", [("", "\(journal.forgotten)")]),
      family("sessions", "gauge", "Sessions that were here.", [("", "\(journal.sessions.count)")]),
      family("uptime_seconds", "gauge", "Since the start.", [("", "\((Clock.system.now - context.started).components.seconds)")]),
      family("info", "gauge", "What this is.", [("version=\"\(context.version)\"", "1")]),
    ].joined()
  }

  private func kinds(_ counters: RunCounters) -> [(String, String)] {
    counters.kinds.map { kind, count in
      let labels = [
        ("api", kind.api?.rawValue ?? "none"), ("endpoint", kind.endpoint.rawValue), ("status", kind.status.map(String.init) ?? "none"),
      ]
      return (labels.map { "\($0)=\"\($1)\"" }.joined(separator: ","), "\(count)")
    }.sorted { $0.0 < $1.0 }
  }

  private func rules(_ counters: RunCounters) -> [(String, String)] {
    counters.rules.values.sorted { $0.rule.id < $1.rule.id }.flatMap { entry in
      [(false, entry.count), (true, entry.scripted)].filter { $0.1 > 0 }.map { isScripted, count in
        ("rule=\"\(entry.rule.id)\",severity=\"\(entry.rule.severity.rawValue)\",scripted=\"\(isScripted)\"", "\(count)")
      }
    }
  }

  private func findings(_ journal: Journal) -> [(String, String)] {
    let counts = Dictionary(grouping: journal.retryAnalyzer.findings(), by: \.kind).mapValues(\.count)
    return ClientProblemKind.allCases.map { ("finding=\"\($0.rawValue)\"", "\(counts[$0] ?? 0)") }
  }

  private func histogram(_ histogram: Histogram) -> String {
    var below = 0
    var samples: [(String, String)] = []
    for (bound, count) in zip(Histogram.bounds.map { "\($0)" } + ["+Inf"], histogram.counts) {
      below += count
      samples.append(("le=\"\(bound)\"", "\(below)"))
    }
    let name = "image_edit_mock_answer_seconds"
    let lines = samples.map { "\(name)_bucket{\($0)} \($1)\n" }.joined()
    return "# HELP \(name) From the headers to the answer, its delay aside.\n# TYPE \(name) histogram\n" + lines
      + "\(name)_sum \(histogram.sum)\n\(name)_count \(below)\n"
  }

  private func family(_ name: String, _ type: String, _ help: String, _ samples: [(String, String)]) -> String {
    let name = "image_edit_mock_\(name)"
    let lines = samples.map { labels, value in "\(name)\(labels.isEmpty ? "" : "{\(labels)}") \(value)\n" }.joined()
    return "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n" + lines
  }
}
