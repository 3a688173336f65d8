package import Contract
package import RequestMatching

/// Counts over a whole run; what they are kept by has a bound.
package struct RunCounters: Sendable {
  /// A kind of answers.
  package struct Kind: Sendable, Hashable {
    /// nil: neither API's.
    package let api: API?
    package let endpoint: RequestFacts.Endpoint
    /// nil: no answer.
    package let status: Int?
  }

  /// What became of one rule.
  package struct RuleCount: Sendable {
    package let rule: Rule
    /// Breaches that no scenario wanted.
    package var count = 0
    package var scripted = 0
    /// The first few that no scenario wanted.
    package var examples: [(request: String, session: String, breach: Violation)] = []
  }

  package private(set) var requests = 0
  /// Requests that broke a rule which no scenario wanted broken.
  package private(set) var refused = 0
  /// Requests that were accepted with a warning.
  package private(set) var warned = 0
  /// Requests that a step or a quota answered.
  package private(set) var scripted = 0
  /// Statuses are what scenarios write, so there may be hundreds; no more.
  package private(set) var kinds: [Kind: Int] = [:]
  /// By the rule's id.
  package private(set) var rules: [String: RuleCount] = [:]
  /// Of the time from the headers to the answer, its delay aside.
  package private(set) var durations = Histogram()

  package static let mostExamples = 5

  package init() {}

  /// Requests that `--fail-on-warnings` fails for.
  package var remarkable: Int { refused + warned - both }

  /// Requests that were refused and warned about.
  private var both = 0

  mutating func count(_ record: RequestRecord) {
    requests += 1
    if record.isRefused { refused += 1 }
    if !record.warnings.isEmpty { warned += 1 }
    if record.isRefused, !record.warnings.isEmpty { both += 1 }
    if record.script != nil { scripted += 1 }
    kinds[Kind(api: record.api, endpoint: record.endpoint, status: record.status), default: 0] += 1
    for breach in record.violations { count(breach, record, isScripted: record.isScripted) }
    for breach in record.warnings { count(breach, record, isScripted: false) }
    if let rendered = record.times.rendered { durations.count(rendered - record.times.arrived) }
  }

  private mutating func count(_ breach: Violation, _ record: RequestRecord, isScripted: Bool) {
    var entry = rules[breach.rule.id] ?? RuleCount(rule: breach.rule)
    if isScripted { entry.scripted += 1 } else { entry.count += 1 }
    if !isScripted, entry.examples.count < Self.mostExamples { entry.examples.append((record.id, record.session.shown, breach)) }
    rules[breach.rule.id] = entry
  }
}

/// How many durations lie below each of some bounds, as Prometheus counts them.
package struct Histogram: Sendable {
  /// Upper bounds, in seconds.
  package static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

  /// How many lie at or below each bound, and above those before it; the last are above all.
  package private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
  /// In seconds.
  package private(set) var sum = 0.0

  mutating func count(_ duration: Duration) {
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    sum += seconds
    counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
  }
}
