internal import Contract
internal import Journal
internal import MockService
internal import RequestMatching
internal import RetryAnalysis
internal import Scenarios
internal import Support

/// The mock's counters in Prometheus' text format, version 0.0.4.
///
/// Labels are APIs, endpoints, statuses, rules and findings; clients cannot add any.
struct Metrics {
  static let contentType = "text/plain; version=0.0.4; charset=utf-8"

  private let context: AdminContext

  init(_ context: AdminContext) { self.context = context }

  /// The text of `GET /_mock/metrics`.
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
