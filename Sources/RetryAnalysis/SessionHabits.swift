/// Problems of a session that do not depend on what it requests: connections, deprecated fields, misplaced keys.
struct SessionHabits: Sendable {
  private(set) var connections = ConnectionUse()
  private var found: Set<ClientProblemKind> = []

  mutating func note(_ attempt: Attempt) -> [NewProblem] {
    connections.note(attempt)
    var problems: [ClientProblem] = []
    if !attempt.deprecated.isEmpty { problems.append(.deprecatedField(rules: attempt.deprecated)) }
    if let location = attempt.misplacedKey { problems.append(.misplacedKey(location: location)) }
    if let found = attempt.placeholderKey { problems.append(.placeholderKey(found)) }
    return problems.map { NewProblem(problem: $0, isFirst: found.insert($0.kind).inserted) }
  }

  static func concerns(_ attempt: Attempt) -> Bool {
    attempt.connection != nil || !attempt.deprecated.isEmpty || attempt.misplacedKey != nil || attempt.placeholderKey != nil
  }
}

/// Whether a session reuses its connections.
///
/// A new connection is no problem while the request before is in flight, or when the connection before has been idle for so long that
/// either side may have closed it. Connections that the server closes itself do not count.
struct ConnectionUse: Sendable {
  /// The latest connections, the oldest first.
  private var connections: [UInt64] = []
  private var first: [AggregatedFinding.Evidence] = []
  private var opened = 0
  private var needless = 0
  private var lastResponded: Duration?
  /// The number of the attempt that made it a finding.
  private var order: UInt64?
  private var isCleared = false

  /// How many needless connections are a finding; with the first request, these are three connections.
  private static let needlessLimit = 2
  /// How long a client can be expected to keep an idle connection: Node's client drops it after four seconds, this server after twenty.
  private static let idleLimit = Duration.seconds(2)
  /// The most connections that are remembered, more than a client keeps open; beyond the limit the older half is forgotten.
  private static let connectionLimit = 512

  /// Adds the next attempt; one over a known connection clears the session for good.
  mutating func note(_ attempt: Attempt) {
    guard !isCleared, let connection = attempt.connection else { return }
    guard !connections.contains(connection) else { return clear() }
    guard attempt.keepsConnection else { return }
    opened += 1
    if let lastResponded, Duration.zero...Self.idleLimit ~= attempt.received - lastResponded { needless += 1 }
    if needless == Self.needlessLimit, order == nil { order = attempt.order }
    lastResponded = attempt.responded
    if first.count < AggregatedFinding.evidenceLimit { first.append(AggregatedFinding.Evidence(.newConnection(connection), attempt)) }
    connections.append(connection)
    if connections.count > Self.connectionLimit { connections.removeFirst(Self.connectionLimit / 2) }
  }

  /// The finding so far; a connection that is used again takes it back.
  var open: AggregatedFinding? { order.map { AggregatedFinding(order: $0, count: opened, evidence: first) } }

  private mutating func clear() {
    self = ConnectionUse()
    isCleared = true
  }
}
