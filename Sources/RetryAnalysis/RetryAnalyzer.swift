internal import Synchronization

/// Finds bad manners in the requests it is told of, each when its answer is decided.
///
/// It remembers what it needs to judge the next request, not the requests, so that a run of millions is judged whole. Bounds are those of
/// `RetryRecord`, `FindingLog` and `RetryGroup`.
package final class RetryAnalyzer: Sendable {
  private let record = Mutex(RetryRecord())

  package init() {}

  /// Takes the next request, in the order in which answers are decided.
  package func note(_ attempt: Attempt) { record.withLock { $0.note(attempt) } }

  /// Tells when an attempt that got no whole answer really ended: its client may have waited for long before it gave up.
  package func ended(_ id: String, session: String, digest: [UInt8], at moment: Duration) {
    record.withLock { $0.ended(id, RetryRecord.ChainKey(session: session, digest: digest), at: moment) }
  }

  /// What was found, in the order of first occurrence.
  ///
  /// What is open (given up, damage ignored) counts as found when asked, without being settled by the asking.
  ///
  /// - Parameter session: nil: all.
  package func findings(session: String? = nil) -> [ConductFinding] {
    // Texts are made outside the lock.
    record.withLock { $0.findings(session: session) }.map { $0.value.finding(session: $0.key.session) }
  }

  /// How many findings there are in all sessions, with those that are open and those no longer kept.
  package var count: Int { record.withLock { $0.count } }

  /// Has a session's conduct begin anew; nil: everybody's.
  ///
  /// - Returns: how many findings, open ones included, are not counted any more.
  @discardableResult
  package func forget(session: String?) -> Int {
    record.withLock { record in
      let count = record.count
      record.forget(session: session)
      return count - record.count
    }
  }
}
