internal import Support

/// Problems of one kind, in one session or at one thing that it requested.
package struct ClientFinding: Sendable, Equatable {
  /// The kind of problem.
  package let kind: ClientProblemKind
  /// The name of the session.
  package var session: String
  /// What was found first, and what to do instead, in one sentence.
  package let says: String
  /// How often the problem was found.
  package let count: Int
  /// The first requests that showed it, ten at most.
  package let evidence: [Evidence]

  /// A request that showed the problem.
  package struct Evidence: Sendable, Equatable {
    /// The id of the request.
    package let id: String
    /// When its headers were complete.
    package let unixMilliseconds: Int
    /// The details of this request.
    package let note: String
  }
}

/// How often a problem was found, and the first times. Its texts are made by `finding(session:)`.
struct AggregatedFinding: Sendable, Equatable {
  /// The number of the first attempt that showed it.
  private(set) var order: UInt64
  private(set) var count: Int
  /// The first requests that showed it; never empty.
  private(set) var evidence: [Evidence]

  struct Evidence: Sendable, Equatable {
    let problem: ClientProblem
    let id: String
    let unixMilliseconds: Int

    init(_ problem: ClientProblem, _ attempt: Attempt) {
      self.problem = problem
      id = attempt.id
      unixMilliseconds = attempt.unixMilliseconds
    }
  }

  /// The most pieces of evidence that are kept: enough to see a pattern, and not too many to read.
  static let evidenceLimit = 10

  var kind: ClientProblemKind { evidence[0].problem.kind }

  /// Adds a finding of the same problem at another time.
  mutating func add(_ other: AggregatedFinding) {
    count += other.count
    if other.order < order {
      order = other.order
      evidence = Array((other.evidence + evidence).prefix(Self.evidenceLimit))
    } else if evidence.count < Self.evidenceLimit {
      evidence += other.evidence.prefix(Self.evidenceLimit - evidence.count)
    }
  }

  func finding(session: String) -> ClientFinding {
    ClientFinding(
      kind: kind, session: session, says: evidence[0].problem.says(count: count), count: count,
      evidence: evidence.map { ClientFinding.Evidence(id: $0.id, unixMilliseconds: $0.unixMilliseconds, note: $0.problem.note) })
  }
}

extension AggregatedFinding {
  init(_ problem: ClientProblem, _ attempt: Attempt) { self.init(order: attempt.order, count: 1, evidence: [Evidence(problem, attempt)]) }
}

/// The problem and its scope, by which findings are aggregated.
struct FindingKey: Hashable, Sendable {
  let session: String
  /// The digest of the group; nil for problems of the session as a whole.
  let digest: [UInt8]?
  let kind: ClientProblemKind
}

/// The findings that are final. Their count includes those that were dropped.
struct FindingLog: Sendable {
  private var kept = LRUCache<FindingKey, AggregatedFinding>(countLimit: keptLimit, costLimit: RetryRecord.nameLimit)
  /// The number of a session's findings that are counted and not kept any more; they leave the count with their session.
  private var dropped = LRUCache<String, Int>(countLimit: RetryRecord.sessionLimit, costLimit: RetryRecord.nameLimit)
  /// The number of all findings, kept or dropped.
  private(set) var count = 0

  /// The most findings that are kept; beyond the limit those that were not seen for longest are dropped. One takes about two kilobytes at most.
  static let keptLimit = 1_000

  func contains(_ key: FindingKey) -> Bool { kept.contains(key) }

  /// The findings that are kept, in no order.
  var all: some Sequence<(key: FindingKey, value: AggregatedFinding)> { kept.all }

  /// Adds to a finding, or begins it. `isFirst` is false for one that was counted before, was dropped, and is found again.
  mutating func add(_ finding: AggregatedFinding, to key: FindingKey, isFirst: Bool) {
    let isNew = kept.update(key, cost: key.session.utf8.count) { known in
      defer { known = known ?? finding }
      return known?.add(finding) == nil
    }
    if isNew, isFirst { count += 1 }
    if isNew, !isFirst { countDropped(key.session, -1) }
    for (key, _) in kept.evict() { countDropped(key.session, 1) }
    _ = dropped.evict()
  }

  /// Removes a session's findings from the log and the count.
  mutating func forget(session: String) { count -= kept.removeAll { $0.session == session } + (dropped.remove(session) ?? 0) }

  private mutating func countDropped(_ session: String, _ change: Int) {
    dropped.update(session, cost: session.utf8.count) { known in
      let sum = (known ?? 0) + change
      known = sum > 0 ? sum : nil
    }
  }
}
