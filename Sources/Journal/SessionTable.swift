internal import Support

/// What a session has done so far.
package struct SessionCounters: Sendable {
  package let name: SessionName
  package var requests = 0
  package var refused = 0
  package var warned = 0
  package var scripted = 0
  /// The scenario that last had a hand in an answer.
  package var lastScenario: String?
  /// Unix time in milliseconds.
  package let first: Int
  package var last: Int
}

/// Counts requests by session; beyond the bound the sessions that were seen longest ago go.
struct SessionTable: Sendable {
  private var counters = LRUCache<String, SessionCounters>(countLimit: limit, costLimit: nameLimit)

  static let limit = 10_000
  /// Most bytes of the sessions' names: one can be as long as a header block.
  static let nameLimit = 4 << 20

  /// In the order in which they first came.
  var all: [SessionCounters] { counters.all.map(\.value).sorted { ($0.first, $0.name.raw) < ($1.first, $1.name.raw) } }

  func tally(_ session: String) -> SessionCounters? { counters.peek(session) }

  mutating func count(_ record: RequestRecord) {
    let name = record.session
    counters.update(name.raw, cost: name.raw.utf8.count) { known in
      var tally = known.take() ?? SessionCounters(name: name, first: record.unixMilliseconds, last: record.unixMilliseconds)
      tally.requests += 1
      if record.isRefused { tally.refused += 1 }
      if !record.warnings.isEmpty { tally.warned += 1 }
      if record.script != nil { tally.scripted += 1 }
      tally.lastScenario = record.scenario ?? tally.lastScenario
      tally.last = max(tally.last, record.unixMilliseconds)
      known = tally
    }
    _ = counters.evict()
  }

  mutating func forget(_ session: String?) {
    guard let session else {
      self = SessionTable()
      return
    }
    counters.remove(session)
  }
}
