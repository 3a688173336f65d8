package import Contract
package import RequestMatching

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

  private var refusedAndWarned = 0

  private static let mostExamples = 5

  /// Returns counters at zero.
  init() {}

  /// Requests that `--fail-on-warnings` fails for.
  package var refusedOrWarned: Int { refused + warned - refusedAndWarned }

  mutating func count(_ record: RequestRecord) {
    requests += 1
    if record.isRefused { refused += 1 }
    if !record.warnings.isEmpty { warned += 1 }
    if record.isRefused, !record.warnings.isEmpty { refusedAndWarned += 1 }
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
