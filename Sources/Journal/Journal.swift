internal import Contract
internal import Dispatch
package import RetryAnalysis
internal import Synchronization

/// How much a journal keeps.
package struct JournalLimits: Sendable, Equatable {
  /// The bytes of everything that is kept, bodies included; an estimate.
  package var bytes = 64 << 20
  /// The number of entries; 0 switches the journal off.
  package var requests = 10_000

  /// Returns the default limits.
  package init() {}

  /// The largest body that is kept, in bytes. A larger one would displace too many others.
  package var largestBody: Int { bytes / 4 }
}

/// The latest requests to the mock, up to a limit, and counters of all requests.
///
/// Each request takes one short lock. Readers copy the list of entries under the lock and look at the entries without it.
///
///     let journal = Journal()
///     journal.append(record)
///     journal.entries(JournalQuery())
package final class Journal: Sendable {
  private struct State {
    var chunks: [[JournalEntry]] = []
    var count = 0
    var forgotten = 0
    var lastOrder = 0
    var weight = 0
    /// Entries with bodies, the oldest first; those before `firstWithBodies` have lost their bodies, and are nil.
    var withBodies: [JournalEntry?] = []
    var firstWithBodies = 0
    var counters = RunCounters()
    var sessions = SessionTable()
    /// Findings of sessions that were reset.
    var settled: [ClientFinding] = []
    var settledCount = 0
  }

  /// How much is kept.
  package let limits: JournalLimits
  /// Judges how clients retry; fed with every entry.
  package let retryAnalyzer = RetryAnalyzer()
  private let state = Mutex(State())
  private let deliverySignal = DeliverySignal()

  /// The most entries that are copied when one is appended while a reader holds a copy of the list.
  private static let chunkSize = 256
  /// The most findings that are kept of sessions that were reset.
  private static let settledLimit = 1_000

  /// Returns an empty journal.
  package init(limits: JournalLimits = JournalLimits()) { self.limits = limits }

  /// Tells whether entries are kept; if not, requests are only counted.
  package var isKeeping: Bool { limits.requests > 0 }

  /// Appends a request and returns its entry; nil when the request is only counted.
  @discardableResult package func append(_ record: RequestRecord) -> JournalEntry? {
    guard isKeeping else {
      state.withLock { $0.counters.count(record) }
      return nil
    }
    let attempt = Attempt(record)
    let entry = JournalEntry(record, largestBody: limits.largestBody, deliverySignal: deliverySignal, retryAnalyzer: retryAnalyzer)
    let dropped = state.withLock { state in
      state.lastOrder += 1
      entry.order = state.lastOrder
      state.counters.count(record)
      state.sessions.count(record)
      return Self.keep(entry, in: &state, limits)
    }
    if let attempt { retryAnalyzer.note(attempt) }
    // Dropped entries are freed here, not under the lock.
    withExtendedLifetime(dropped) {}
    return entry
  }

  /// All entries that are kept, the oldest first.
  package var entries: [JournalEntry] { state.withLock(\.chunks).flatMap(\.self) }

  /// Returns the entries that a query selects, the oldest first.
  package func entries(_ query: JournalQuery) -> [JournalEntry] { query.filter(entries) }

  /// Waits until no response is being delivered, at most a tenth of a second: longer deliveries are slow on purpose.
  package func awaitDeliveries() { deliverySignal.wait(upTo: .milliseconds(100)) { entries.contains(where: \.isOnTheWire) } }

  /// Returns the entry with this request id; nil when there is none, or none any more.
  package func entry(id: String) -> JournalEntry? { entries.last { $0.record.id == id } }

  /// The number of entries that were dropped to stay within the limits.
  package var forgotten: Int { state.withLock(\.forgotten) }

  /// Returns the number of a session's requests that are not kept any more; nil stands for all sessions.
  package func forgotten(session: String?) -> Int {
    guard let session else { return forgotten }
    return state.withLock { state in
      let kept = state.chunks.reduce(0) { $0 + $1.count { $0.record.session.raw == session } }
      return max(0, (state.sessions.counters(session)?.requests ?? 0) - kept)
    }
  }

  /// The entries and bytes that are kept.
  package var size: (requests: Int, bytes: Int) { state.withLock { ($0.count, $0.weight) } }
  /// The counters of the whole run.
  package var counters: RunCounters { state.withLock(\.counters) }
  /// The counters of each session, in the order of their first requests.
  package var sessions: [SessionCounters] { state.withLock(\.sessions.all) }

  /// Returns the counters of a session; nil when it is unknown or forgotten.
  package func counters(session: String) -> SessionCounters? { state.withLock { $0.sessions.counters(session) } }

  /// Resolves a session's name or redacted name to its name; returns `name` when there is no such session.
  package func session(called name: String) -> String {
    state.withLock { $0.sessions.all }.first { $0.name.isCalled(name) }?.name.raw ?? name
  }

  /// Returns the name to show for a session. A session that is forgotten is treated as if its name were a key.
  package func shownName(of session: String) -> String {
    state.withLock { $0.sessions.counters(session) }?.name.shown ?? SessionName.shown(key: session)
  }

  /// The number of findings of the whole run, sessions that were reset included.
  package var findingCount: Int { retryAnalyzer.count + state.withLock(\.settledCount) }
  /// The findings of the whole run that are kept, with the names to show for their sessions.
  var allFindings: [ClientFinding] { state.withLock(\.settled) + retryAnalyzer.findings().map(shown) }

  private func shown(_ finding: ClientFinding) -> ClientFinding {
    var shown = finding
    shown.session = shownName(of: finding.session)
    return shown
  }

  /// Forgets a session, or all sessions when it is nil. The counters of the run stay.
  package func forget(session: String?) {
    // Done first: the table of sessions knows the names to show, and is about to forget them.
    let settled = retryAnalyzer.findings(session: session).map(shown)
    let settledCount = retryAnalyzer.forget(session: session)
    let dropped = state.withLock { state in
      let old = state.chunks
      state.settledCount += settledCount
      state.settled = Array((state.settled + settled).prefix(Self.settledLimit))
      state.sessions.forget(session)
      let kept = session.map { name in old.flatMap(\.self).filter { $0.record.session.raw != name } } ?? []
      state.chunks = []
      (state.count, state.weight, state.withBodies, state.firstWithBodies) = (0, 0, [], 0)
      for entry in kept { _ = Self.keep(entry, in: &state, limits) }
      return old
    }
    withExtendedLifetime(dropped) {}
  }

  /// Appends an entry, makes room for it, and returns the entries that were dropped.
  private static func keep(_ entry: JournalEntry, in state: inout State, _ limits: JournalLimits) -> [JournalEntry] {
    if state.chunks.last.map({ $0.count >= chunkSize }) ?? true {
      state.chunks.append([])
      state.chunks[state.chunks.count - 1].reserveCapacity(chunkSize)
    }
    state.chunks[state.chunks.count - 1].append(entry)
    state.count += 1
    let bodies = entry.bodyWeight
    state.weight += entry.factsWeight + bodies
    if bodies > 0 { state.withBodies.append(entry) }
    var dropped: [JournalEntry] = []
    while state.weight > limits.bytes, state.firstWithBodies < state.withBodies.count { stripOldest(&state) }
    while state.count > limits.requests || (state.weight > limits.bytes && state.count > 1) { dropped.append(dropOldest(&state)) }
    return dropped
  }

  private static func stripOldest(_ state: inout State) {
    state.weight -= state.withBodies[state.firstWithBodies].take()?.strip() ?? 0
    state.firstWithBodies += 1
    if state.firstWithBodies > 1_024, state.firstWithBodies * 2 > state.withBodies.count {
      state.withBodies.removeFirst(state.firstWithBodies)
      state.firstWithBodies = 0
    }
  }

  private static func dropOldest(_ state: inout State) -> JournalEntry {
    let entry = state.chunks[0].removeFirst()
    if state.chunks[0].isEmpty { state.chunks.removeFirst() }
    if state.firstWithBodies < state.withBodies.count, state.withBodies[state.firstWithBodies] === entry { stripOldest(&state) }
    state.weight -= entry.factsWeight
    state.count -= 1
    state.forgotten += 1
    return entry
  }
}
