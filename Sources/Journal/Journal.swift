internal import Contract
internal import Dispatch
package import RetryAnalysis
internal import Synchronization

/// What has been asked of the mock, within a bound; and counts of all of it.
///
/// One short lock a request. Who reads takes a snapshot of the entries and looks at them without it.
package final class Journal: Sendable {
  private struct State {
    var chunks: [[JournalEntry]] = []
    var count = 0
    var forgotten = 0
    var lastOrder = 0
    var weight = 0
    /// Entries with bodies, the oldest first; those before `firstWithBodies` have lost theirs, and are let go.
    var withBodies: [JournalEntry?] = []
    var firstWithBodies = 0
    var tally = RunCounters()
    var sessions = SessionTable()
    /// Findings of sessions that have begun anew since.
    var settled: [ConductFinding] = []
    var settledCount = 0
  }

  package let limits: JournalLimits
  package let conduct = RetryAnalyzer()
  private let state = Mutex(State())
  private let bell = DeliverySignal()

  /// So many entries are copied at most when one is appended while a snapshot is out.
  private static let chunkSize = 256

  package init(limits: JournalLimits = JournalLimits()) { self.limits = limits }

  /// Whether anything but counts is kept.
  package var isKeeping: Bool { limits.requests > 0 }

  /// Takes a request in; nil: it is only counted.
  @discardableResult
  package func append(_ record: RequestRecord) -> JournalEntry? {
    guard isKeeping else {
      state.withLock { $0.tally.count(record) }
      return nil
    }
    let attempt = Attempt(record)
    let entry = JournalEntry(record, largestBody: limits.largestBody, bell: bell, conduct: conduct)
    let dropped = state.withLock { state in
      state.lastOrder += 1
      entry.order = state.lastOrder
      state.tally.count(record)
      state.sessions.count(record)
      return Self.keep(entry, in: &state, limits)
    }
    if let attempt { conduct.note(attempt) }
    // What is dropped is freed here, not under the lock.
    withExtendedLifetime(dropped) {}
    return entry
  }

  /// Everything that is kept, the oldest first.
  package var entries: [JournalEntry] { state.withLock(\.chunks).flatMap(\.self) }

  package func entries(_ query: JournalQuery) -> [JournalEntry] { query.filter(entries) }

  /// Returns when no answer is on the wire, or after a tenth of a second: those that take longer are slow on purpose.
  package func awaitDeliveries() {
    bell.wait(upTo: .milliseconds(100)) { entries.contains(where: \.isOnTheWire) }
  }

  package func entry(id: String) -> JournalEntry? { entries.last { $0.record.id == id } }

  /// Entries that are not kept any more, for want of room.
  package var forgotten: Int { state.withLock(\.forgotten) }

  /// Requests of a session that are not kept any more; nil: of all sessions.
  package func forgotten(session: String?) -> Int {
    guard let session else { return forgotten }
    return state.withLock { state in
      let kept = state.chunks.reduce(0) { $0 + $1.count { $0.record.session.raw == session } }
      return max(0, (state.sessions.tally(session)?.requests ?? 0) - kept)
    }
  }

  /// Entries and bytes that are kept.
  package var size: (requests: Int, bytes: Int) { state.withLock { ($0.count, $0.weight) } }

  /// The counts of the whole run.
  package var tally: RunCounters { state.withLock(\.tally) }

  package var sessions: [SessionCounters] { state.withLock(\.sessions.all) }

  /// What a session has done; nil: nobody knows it any more.
  package func tally(session: String) -> SessionCounters? { state.withLock { $0.sessions.tally(session) } }

  /// The session that somebody means who has only what is shown of it; the text itself when there is none like it.
  package func session(called name: String) -> String {
    state.withLock { $0.sessions.all }.first { $0.name.isCalled(name) }?.name.raw ?? name
  }

  /// What is shown of a session's name; of one that nobody knows any more, what would be shown if it were a key.
  package func shownName(of session: String) -> String {
    state.withLock { $0.sessions.tally(session) }?.name.shown ?? SessionName.shown(key: session)
  }

  /// How many findings there are on the whole run, also on sessions that have begun anew since.
  package var findingCount: Int { conduct.count + state.withLock(\.settledCount) }

  /// Those of them that are kept, under what is shown of their sessions' names.
  package var allFindings: [ConductFinding] { state.withLock(\.settled) + conduct.findings().map(shown) }

  private func shown(_ finding: ConductFinding) -> ConductFinding {
    ConductFinding(
      kind: finding.kind, session: shownName(of: finding.session), says: finding.says, count: finding.count, evidence: finding.evidence)
  }

  /// Most findings that are kept of sessions that have begun anew.
  private static let settledLimit = 1_000

  /// Forgets a session, or all of them. The counts of the run stay.
  package func forget(session: String?) {
    // The table of sessions, which knows what is shown of a name, is about to forget it.
    let settled = conduct.findings(session: session).map(shown)
    let settledCount = conduct.forget(session: session)
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

  /// Puts an entry at the end, and makes room; what had to go.
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
