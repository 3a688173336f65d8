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

/// The sessions that were here; beyond the bound the one that was last seen longest ago goes.
struct SessionTable: Sendable {
  private var tallies: [String: SessionCounters] = [:]
  private var nameBytes = 0

  static let limit = 10_000
  /// Most bytes of the sessions' names: one can be as long as a header block.
  static let nameLimit = 4 << 20

  /// In the order in which they first came.
  var all: [SessionCounters] { tallies.values.sorted { ($0.first, $0.name.raw) < ($1.first, $1.name.raw) } }

  func tally(_ session: String) -> SessionCounters? { tallies[session] }

  mutating func count(_ record: RequestRecord) {
    let name = record.session
    var tally = tallies[name.raw] ?? SessionCounters(name: name, first: record.unixMilliseconds, last: record.unixMilliseconds)
    tally.requests += 1
    if record.isRefused { tally.refused += 1 }
    if !record.warnings.isEmpty { tally.warned += 1 }
    if record.script != nil { tally.scripted += 1 }
    tally.lastScenario = record.scenario ?? tally.lastScenario
    tally.last = max(tally.last, record.unixMilliseconds)
    if tallies.updateValue(tally, forKey: name.raw) == nil { nameBytes += name.raw.utf8.count }
    if tallies.count > Self.limit || nameBytes > Self.nameLimit { forgetOldest() }
  }

  mutating func forget(_ session: String?) {
    guard let session else {
      self = SessionTable()
      return
    }
    if tallies.removeValue(forKey: session) != nil { nameBytes -= session.utf8.count }
  }

  /// Forgets a tenth, so that a full table is not sorted at each request.
  private mutating func forgetOldest() {
    for tally in tallies.values.sorted(by: { $0.last < $1.last }) {
      guard tallies.count > Self.limit / 10 * 9 || nameBytes > Self.nameLimit / 10 * 9 else { return }
      forget(tally.name.raw)
    }
  }
}
