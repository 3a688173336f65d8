internal import Support
internal import Synchronization

/// Finds problems with how clients behave, from their requests in the order in which responses are decided.
///
/// It remembers what it needs to judge the next request, not the requests: a run of millions is judged completely. `RetryRecord`,
/// `FindingLog` and `RetryGroup` have the limits.
///
///     let analyzer = RetryAnalyzer()
///     analyzer.note(attempt)
///     analyzer.findings(session: "test-1")
package final class RetryAnalyzer: Sendable {
  private let record = Mutex(RetryRecord())

  /// Returns an analyzer without findings.
  package init() {}

  /// Adds the next attempt.
  package func note(_ attempt: Attempt) { record.withLock { $0.note(attempt) } }

  /// Corrects the time at which an attempt without a whole response ended: its client may have waited for long before it gave up.
  package func ended(_ id: String, session: String, digest: [UInt8], at moment: Duration) {
    record.withLock { $0.ended(id, RetryRecord.GroupKey(session: session, digest: digest), at: moment) }
  }

  /// Returns the findings of a session (nil: of all) in the order of their first requests.
  ///
  /// Open findings (given up, damage ignored) are included; a follow-up request still takes them back.
  package func findings(session: String? = nil) -> [ClientFinding] {
    // Texts are made outside the lock.
    record.withLock { $0.findings(session: session) }.map { $0.value.finding(session: $0.key.session) }
  }

  /// The number of findings in all sessions, including open ones and those that are not kept any more.
  package var count: Int { record.withLock { $0.count } }

  /// Forgets a session (nil: all); returns the number of findings, open ones included, that are not counted any more.
  @discardableResult package func forget(session: String?) -> Int {
    record.withLock { record in
      let count = record.count
      record.forget(session: session)
      return count - record.count
    }
  }
}

/// The state of the analysis. It has no locks, no clock and no texts.
struct RetryRecord: Sendable {
  private(set) var groups = LRUCache<GroupKey, RetryGroup>(countLimit: groupLimit, costLimit: nameLimit)
  private(set) var sessions = LRUCache<String, SessionHabits>(countLimit: sessionLimit, costLimit: nameLimit)
  private(set) var log = FindingLog()
  private var attempts: UInt64 = 0

  struct GroupKey: Hashable, Sendable {
    let session: String
    let digest: [UInt8]
  }

  /// The most groups of failing attempts that are followed. One takes about half a kilobyte.
  static let groupLimit = 10_000
  /// The most sessions that are followed. One takes a hundred bytes, and up to five kilobytes while it never reuses a connection.
  static let sessionLimit = 10_000
  /// The most bytes of the sessions' names in each table: one can be as long as a header block.
  static let nameLimit = 4 << 20

  /// Adds the next attempt. Open findings of groups and sessions that are dropped become final.
  mutating func note(_ attempt: Attempt) {
    var attempt = attempt
    attempts += 1
    attempt.order = attempts
    noteInGroup(attempt)
    if SessionHabits.concerns(attempt) { noteInSession(attempt) }
    for (key, group) in groups.evict() { settle(group.open, key.session, key.digest) }
    for (session, habits) in sessions.evict() { settle(habits.connections.open.map { [$0] } ?? [], session, nil) }
  }

  mutating func ended(_ id: String, _ key: GroupKey, at moment: Duration) {
    guard groups.contains(key) else { return }
    groups.update(key, cost: key.session.utf8.count) { $0?.ended(id, at: moment) }
  }

  private mutating func noteInGroup(_ attempt: Attempt) {
    let key = GroupKey(session: attempt.session, digest: attempt.digest)
    let problems = groups.update(key, cost: attempt.session.utf8.count) { group -> [NewProblem] in
      // A success without a failure before it costs a look-up and leaves no entry: millions of good requests displace nothing.
      guard group != nil || attempt.isFailing else { return [] }
      var known = group.take() ?? RetryGroup()
      defer { group = known.isBlank ? nil : known }
      return known.note(attempt)
    }
    for problem in problems { add(problem, attempt, attempt.digest) }
  }

  private mutating func noteInSession(_ attempt: Attempt) {
    let problems = sessions.update(attempt.session, cost: attempt.session.utf8.count) { habits -> [NewProblem] in
      var known = habits.take() ?? SessionHabits()
      defer { habits = known }
      return known.note(attempt)
    }
    for problem in problems { add(problem, attempt, nil) }
  }

  private mutating func add(_ new: NewProblem, _ attempt: Attempt, _ digest: [UInt8]?) {
    let key = FindingKey(session: attempt.session, digest: digest, kind: new.problem.kind)
    log.add(AggregatedFinding(new.problem, attempt), to: key, isFirst: new.isFirst)
  }

  private mutating func settle(_ open: [AggregatedFinding], _ session: String, _ digest: [UInt8]?) {
    for finding in open { log.add(finding, to: FindingKey(session: session, digest: digest, kind: finding.kind), isFirst: true) }
  }

  /// Forgets a session, or all sessions when it is nil.
  mutating func forget(session: String?) {
    guard let session else {
      self = RetryRecord()
      return
    }
    groups.removeAll { $0.session == session }
    sessions.removeAll { $0 == session }
    log.forget(session: session)
  }

  /// Returns the findings of one session, or of all, in the order of their first requests; open ones are included.
  func findings(session: String?) -> [(key: FindingKey, value: AggregatedFinding)] {
    var found: [FindingKey: AggregatedFinding] = [:]
    for (key, finding) in log.all where session == nil || key.session == session { found[key] = finding }
    for (key, finding) in open(session) { if found[key]?.add(finding) == nil { found[key] = finding } }
    return found.sorted { ($0.value.order, $0.key.kind.rank) < ($1.value.order, $1.key.kind.rank) }
  }

  /// The number of findings, including dropped and open ones.
  var count: Int { log.count + Set(open(nil).lazy.map(\.key)).count { !log.contains($0) } }

  /// Returns findings that become final unless a follow-up request arrives.
  private func open(_ session: String?) -> [(key: FindingKey, value: AggregatedFinding)] {
    var open: [(key: FindingKey, value: AggregatedFinding)] = []
    for (key, group) in groups.all where session == nil || key.session == session {
      open += group.open.map { (FindingKey(session: key.session, digest: key.digest, kind: $0.kind), $0) }
    }
    for (name, habits) in sessions.all where session == nil || name == session {
      if let finding = habits.connections.open { open.append((FindingKey(session: name, digest: nil, kind: finding.kind), finding)) }
    }
    return open
  }
}

extension ClientProblemKind {
  /// The position in the table of docs/witness.md, which orders findings of the same request.
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
