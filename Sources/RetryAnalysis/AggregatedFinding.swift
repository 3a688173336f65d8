/// How often something was seen, and the first times.
struct AggregatedFinding: Sendable, Equatable {
  /// The place of the first among all requests.
  private(set) var order: UInt64
  private(set) var count: Int
  /// Never empty.
  private(set) var sightings: [Evidence]

  /// One request that showed it.
  struct Evidence: Sendable, Equatable {
    let lapse: ClientProblem
    let id: String
    let unixMilliseconds: Int

    init(_ lapse: ClientProblem, _ attempt: Attempt) {
      self.lapse = lapse
      id = attempt.id
      unixMilliseconds = attempt.unixMilliseconds
    }
  }

  /// Most sightings that are kept: enough to see a pattern, and no more to read.
  static let evidenceLimit = 10

  init(_ lapse: ClientProblem, _ attempt: Attempt) {
    self.init(order: attempt.order, count: 1, sightings: [Evidence(lapse, attempt)])
  }

  init(order: UInt64, count: Int, sightings: [Evidence]) {
    self.order = order
    self.count = count
    self.sightings = sightings
  }

  var kind: ClientProblemKind { sightings[0].lapse.kind }

  /// Adds what was seen of the same at another time.
  mutating func add(_ other: AggregatedFinding) {
    count += other.count
    if other.order < order {
      order = other.order
      sightings = Array((other.sightings + sightings).prefix(Self.evidenceLimit))
    } else if sightings.count < Self.evidenceLimit {
      sightings += other.sightings.prefix(Self.evidenceLimit - sightings.count)
    }
  }

  func finding(session: String) -> ConductFinding {
    ConductFinding(
      kind: kind, session: session, says: sightings[0].lapse.says(count: count), count: count,
      evidence: sightings.map { ConductFinding.Evidence(id: $0.id, unixMilliseconds: $0.unixMilliseconds, note: $0.lapse.note) })
  }
}
