internal import Support

/// What a finding is about.
struct FindingKey: Hashable, Sendable {
  let session: String
  /// Nil: the session as a whole.
  let digest: [UInt8]?
  let kind: ClientProblemKind
}

/// The findings that stand, with a count that goes on when the older ones are dropped.
struct FindingLog: Sendable {
  private var kept = LRUCache<FindingKey, AggregatedFinding>(countLimit: keptLimit, costLimit: RetryRecord.nameLimit)
  /// How many findings of a session are counted but no longer kept, so that they go from the count with their session.
  private var dropped = LRUCache<String, Int>(countLimit: RetryRecord.sessionLimit, costLimit: RetryRecord.nameLimit)
  /// Of all findings, kept or dropped.
  private(set) var count = 0

  /// Most findings that are kept; beyond it those go that were not seen for longest. One takes about two kilobytes at most.
  static let keptLimit = 1_000

  func contains(_ key: FindingKey) -> Bool { kept.contains(key) }

  var all: some Sequence<(key: FindingKey, value: AggregatedFinding)> { kept.all }

  /// Adds to a finding, or begins it.
  ///
  /// - Parameter isFirst: whether to count it if it is not kept; false for what was counted, dropped, and is seen again.
  mutating func add(_ occurrences: AggregatedFinding, to key: FindingKey, isFirst: Bool) {
    let isNew = kept.update(key, cost: key.session.utf8.count) { known in
      defer { known = known ?? occurrences }
      return known?.add(occurrences) == nil
    }
    if isNew, isFirst { count += 1 }
    if isNew, !isFirst { countDropped(key.session, -1) }
    for (key, _) in kept.evict() { countDropped(key.session, 1) }
    _ = dropped.evict()
  }

  /// Takes a session's findings out of log and count.
  mutating func forget(session: String) {
    count -= kept.removeAll { $0.session == session } + (dropped.remove(session) ?? 0)
  }

  private mutating func countDropped(_ session: String, _ change: Int) {
    dropped.update(session, cost: session.utf8.count) { known in
      let sum = (known ?? 0) + change
      known = sum > 0 ? sum : nil
    }
  }
}
