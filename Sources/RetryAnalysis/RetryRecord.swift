internal import Support

/// All that is remembered of how clients behave. No locks, no clock, no text.
struct RetryRecord: Sendable {
  private(set) var chains = LRUCache<ChainKey, RetryGroup>(countLimit: chainLimit, costLimit: nameLimit)
  private(set) var sessions = LRUCache<String, SessionHabits>(countLimit: sessionLimit, costLimit: nameLimit)
  private(set) var log = FindingLog()
  private var attempts: UInt64 = 0

  struct ChainKey: Hashable, Sendable {
    let session: String
    let digest: [UInt8]
  }

  /// Most things whose attempts are followed; only what failed is. One takes about half a kilobyte.
  static let chainLimit = 10_000

  /// Most sessions that are followed. One takes a hundred bytes, and up to five kilobytes while it never uses a connection again.
  static let sessionLimit = 10_000

  /// Most bytes of the sessions' names in each table: one can be as long as a header block.
  static let nameLimit = 4 << 20

  /// Takes the next request. What goes when a bound is reached is settled: open is then found, for good.
  mutating func note(_ attempt: Attempt) {
    var attempt = attempt
    attempts += 1
    attempt.order = attempts
    noteChain(attempt)
    if SessionHabits.concerns(attempt) { noteSession(attempt) }
    for (key, chain) in chains.evict() { settle(chain.open, key.session, key.digest) }
    for (session, manners) in sessions.evict() { settle(manners.connections.open.map { [$0] } ?? [], session, nil) }
  }

  mutating func ended(_ id: String, _ key: ChainKey, at moment: Duration) {
    guard chains.contains(key) else { return }
    chains.update(key, cost: key.session.utf8.count) { $0?.ended(id, at: moment) }
  }

  private mutating func noteChain(_ attempt: Attempt) {
    let key = ChainKey(session: attempt.session, digest: attempt.digest)
    let lapses = chains.update(key, cost: attempt.session.utf8.count) { chain -> [NewLapse] in
      // What succeeds at once costs a look-up and leaves no entry: millions of good requests push nothing out.
      guard chain != nil || attempt.isFailing else { return [] }
      var known = chain.take() ?? RetryGroup()
      defer { chain = known.isBlank ? nil : known }
      return known.note(attempt)
    }
    for lapse in lapses { add(lapse, attempt, attempt.digest) }
  }

  private mutating func noteSession(_ attempt: Attempt) {
    let lapses = sessions.update(attempt.session, cost: attempt.session.utf8.count) { manners -> [NewLapse] in
      var known = manners.take() ?? SessionHabits()
      defer { manners = known }
      return known.note(attempt)
    }
    for lapse in lapses { add(lapse, attempt, nil) }
  }

  private mutating func add(_ new: NewLapse, _ attempt: Attempt, _ digest: [UInt8]?) {
    let key = FindingKey(session: attempt.session, digest: digest, kind: new.lapse.kind)
    log.add(AggregatedFinding(new.lapse, attempt), to: key, isFirst: new.isFirst)
  }

  private mutating func settle(_ open: [AggregatedFinding], _ session: String, _ digest: [UInt8]?) {
    for occurrences in open {
      log.add(occurrences, to: FindingKey(session: session, digest: digest, kind: occurrences.kind), isFirst: true)
    }
  }

  /// Has a session, or all of them, begin anew.
  mutating func forget(session: String?) {
    guard let session else {
      self = RetryRecord()
      return
    }
    chains.removeAll { $0.session == session }
    sessions.removeAll { $0 == session }
    log.forget(session: session)
  }
}
