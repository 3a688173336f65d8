/// What a finding is about.
struct FindingKey: SessionKey {
  let session: String
  /// Nil: the session as a whole.
  let digest: [UInt8]?
  let kind: ClientProblemKind

  var textSize: Int { session.utf8.count }
}

/// The findings that stand, with a count that goes on when the older ones are dropped.
struct FindingLog: Sendable {
  private var kept = RecentTable<FindingKey, AggregatedFinding>(limit: keptLimit)
  /// How many findings of a session are counted but no longer kept, so that they go from the count with their session.
  private var dropped = RecentTable<String, Int>(limit: RetryRecord.sessionLimit)
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
    let isNew = kept.use(key) { known in
      defer { known = known ?? occurrences }
      return known?.add(occurrences) == nil
    }
    if isNew, isFirst { count += 1 }
    if isNew, !isFirst { countDropped(key.session, -1) }
    for (key, _) in kept.dropOldest() { countDropped(key.session, 1) }
    _ = dropped.dropOldest()
  }

  /// Takes a session's findings out of log and count.
  mutating func forget(session: String) {
    count -= kept.remove { $0.session == session } + (dropped.remove(session) ?? 0)
  }

  private mutating func countDropped(_ session: String, _ change: Int) {
    dropped.use(session) { known in
      let sum = (known ?? 0) + change
      known = sum > 0 ? sum : nil
    }
  }
}
