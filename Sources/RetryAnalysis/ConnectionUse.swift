/// Whether a session uses its connections again.
///
/// A request over a connection of its own is no mistake while the one before is in flight, or when that one's connection has lain idle so
/// long that either side may have closed it. What the server ends itself does not count.
struct ConnectionUse: Sendable {
  /// The latest, the oldest first.
  private var connections: [UInt64] = []
  private var first: [AggregatedFinding.Evidence] = []
  private var opened = 0
  private var needless = 0
  private var lastAnswered: Duration?
  /// The place of the request that made it a finding.
  private var order: UInt64?
  private var isCleared = false

  /// How many times an idle connection is left alone until it is a finding: with the first request, three connections.
  static let needlessLimit = 2

  /// How long a client can be expected to keep an idle connection: Node's own client drops it after four seconds, this server after twenty.
  static let idleLimit = Duration.seconds(2)

  /// Most connections that are remembered: more than a client keeps open to one server. Beyond it the older half is forgotten.
  static let connectionLimit = 512

  mutating func note(_ attempt: Attempt) {
    guard !isCleared, let connection = attempt.connection else { return }
    guard !connections.contains(connection) else { return clear() }
    guard attempt.keepsConnection else { return }
    opened += 1
    if let lastAnswered, Duration.zero...Self.idleLimit ~= attempt.received - lastAnswered { needless += 1 }
    if needless == Self.needlessLimit, order == nil { order = attempt.order }
    lastAnswered = attempt.answered
    if first.count < AggregatedFinding.evidenceLimit { first.append(AggregatedFinding.Evidence(.newConnection(connection), attempt)) }
    connections.append(connection)
    if connections.count > Self.connectionLimit { connections.removeFirst(Self.connectionLimit / 2) }
  }

  /// What was found so far; a connection that is used again takes it back.
  var open: AggregatedFinding? { order.map { AggregatedFinding(order: $0, count: opened, sightings: first) } }

  private mutating func clear() {
    self = ConnectionUse()
    isCleared = true
  }
}
