package import Contract
internal import HTTPMessage
package import RequestMatching
internal import Support

/// Counters of a whole run. Their keys are bounded: no text of a client is a key.
package struct RunCounters: Sendable {
  /// A kind of response.
  package struct Kind: Sendable, Hashable {
    /// The API; nil for paths of neither API.
    package let api: API?
    /// The kind of endpoint.
    package let endpoint: RequestFacts.Endpoint
    /// The status; nil when there was no response.
    package let status: Int?
  }

  /// The violations of one rule.
  package struct RuleCount: Sendable {
    /// The rule that was broken or bent.
    package let rule: Rule
    /// The violations that no scenario wanted.
    package var count = 0
    /// The violations that a scenario's step answered.
    package var scripted = 0
    /// The first few that no scenario wanted, with the request's id and the session's name to show.
    var examples: [(request: String, session: String, violation: Violation)] = []
  }

  /// All requests.
  package private(set) var requests = 0
  /// Requests that broke a rule, and were not answered by a scenario's step.
  package private(set) var refused = 0
  /// Requests that bent a rule.
  package private(set) var warned = 0
  /// Requests that a scenario's step or quota answered.
  package private(set) var scripted = 0
  /// Requests by kind of response; a few hundred kinds at most, as statuses come from scenarios.
  package private(set) var kinds: [Kind: Int] = [:]
  /// The violations by the rule's id.
  package private(set) var rules: [String: RuleCount] = [:]
  /// The times from the headers to the response, without its delay.
  package private(set) var durations = Histogram()
  /// Requests that `--fail-on-warnings` fails for.
  package private(set) var refusedOrWarned = 0

  private static let mostExamples = 5

  mutating func count(_ record: RequestRecord) {
    requests += 1
    if record.isRefused { refused += 1 }
    if !record.warnings.isEmpty { warned += 1 }
    if record.isRefused || !record.warnings.isEmpty { refusedOrWarned += 1 }
    if record.trace != nil { scripted += 1 }
    kinds[Kind(api: record.api, endpoint: record.endpoint, status: record.status), default: 0] += 1
    for violation in record.violations { count(violation, record, isScripted: record.isScripted) }
    for violation in record.warnings { count(violation, record, isScripted: false) }
    if let rendered = record.times.rendered { durations.count(rendered - record.times.arrived) }
  }

  private mutating func count(_ violation: Violation, _ record: RequestRecord, isScripted: Bool) {
    var entry = rules[violation.rule.id] ?? RuleCount(rule: violation.rule)
    if isScripted { entry.scripted += 1 } else { entry.count += 1 }
    if !isScripted, entry.examples.count < Self.mostExamples { entry.examples.append((record.id, record.session.shown, violation)) }
    rules[violation.rule.id] = entry
  }
}

/// A histogram of durations, as Prometheus counts them.
package struct Histogram: Sendable {
  /// The upper bounds in seconds.
  package static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

  /// The number of durations up to each bound and above the one before; the last number is of those above all bounds.
  package private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
  /// The sum of all durations in seconds.
  package private(set) var sum = 0.0

  mutating func count(_ duration: Duration) {
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    sum += seconds
    counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
  }
}

/// Counters of one session.
package struct SessionCounters: Sendable {
  /// The name of the session.
  package let name: SessionName
  /// All requests.
  package var requests = 0
  /// Requests that broke a rule, and were not answered by a scenario's step.
  package var refused = 0
  /// Requests that bent a rule.
  package var warned = 0
  /// Requests that a scenario's step or quota answered.
  package var scripted = 0
  /// The last scenario that had a part in a response.
  package var lastScenario: String?
  /// The Unix time of the first request, in milliseconds.
  package let first: Int
  /// The Unix time of the last request, in milliseconds.
  package var last: Int
}

/// Counters by session, up to a limit; the sessions that were not seen for longest are dropped.
struct SessionTable: Sendable {
  private var table = LRUCache<String, SessionCounters>(countLimit: limit, costLimit: nameLimit)

  /// The most sessions that are kept.
  static let limit = 10_000
  /// The most bytes of all names together: one can be as long as a header block.
  static let nameLimit = 4 << 20

  /// The sessions in the order of their first requests.
  var all: [SessionCounters] { table.all.map(\.value).sorted { ($0.first, $0.name.raw) < ($1.first, $1.name.raw) } }

  func counters(_ session: String) -> SessionCounters? { table.peek(session) }

  /// Counts a request, and drops old sessions when there are too many.
  mutating func count(_ record: RequestRecord) {
    let name = record.session
    table.update(name.raw, cost: name.raw.utf8.count) { known in
      var counters = known.take() ?? SessionCounters(name: name, first: record.unixMilliseconds, last: record.unixMilliseconds)
      counters.requests += 1
      if record.isRefused { counters.refused += 1 }
      if !record.warnings.isEmpty { counters.warned += 1 }
      if record.trace != nil { counters.scripted += 1 }
      counters.lastScenario = record.scenario ?? counters.lastScenario
      counters.last = max(counters.last, record.unixMilliseconds)
      known = counters
    }
    _ = table.evict()
  }

  /// Drops a session, or all sessions when it is nil.
  mutating func forget(_ session: String?) {
    guard let session else {
      self = SessionTable()
      return
    }
    table.remove(session)
  }
}
