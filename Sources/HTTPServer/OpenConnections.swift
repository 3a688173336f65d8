internal import Synchronization

/// All connections of a server, and which of them may go when others want to come or when they take too long.
///
/// A connection is listed from before the library has it until just before the library closes its socket. So a socket found here under the
/// lock is still that connection's.
final class OpenConnections: Sendable {
  private struct Candidate {
    let connection: OpenConnection
    let seen: OpenConnection.Activity
  }

  private struct State {
    /// By socket, those that the library has not taken up yet; they are among the open ones.
    var expected: [Int32: OpenConnection] = [:]
    var open: [UInt64: OpenConnection] = [:]
    var lastNumber: UInt64 = 0
    /// Those that were told to end and are still open.
    var ending: [UInt64: OpenConnection] = [:]
    /// Idle when they were looked for, the longest last.
    var idlest: [Candidate] = []

    mutating func forget(_ socket: Int32) -> ConnectionPlace? {
      guard let connection = expected.removeValue(forKey: socket) else { return nil }
      open[connection.number] = nil
      ending[connection.number] = nil
      return connection.place
    }
  }

  private let state = Mutex(State())
  private let headTimeout: Duration
  private let bodyTimeout: Duration

  /// So many are looked for at once, so that not all connections are looked through for each that comes.
  private static let candidateLimit = 64

  /// - Parameters:
  ///   - headTimeout: from the moment a connection became idle until the next head is in.
  ///   - bodyTimeout: from a head until its body is in.
  init(headTimeout: Duration, bodyTimeout: Duration) {
    self.headTimeout = headTimeout
    self.bodyTimeout = bodyTimeout
  }

  var isEmpty: Bool { state.withLock { $0.open.isEmpty } }

  /// A socket is about to be given to the library. Returns the place of one of the same number, which the library closed without a word.
  func expect(_ socket: Int32, in place: ConnectionPlace, at now: Duration) -> ConnectionPlace? {
    state.withLock { state in
      let lost = state.forget(socket)
      state.lastNumber += 1
      let connection = OpenConnection(number: state.lastNumber, socket: socket, place: place, now: now)
      state.expected[socket] = connection
      state.open[connection.number] = connection
      return lost
    }
  }

  /// The library has not taken it.
  func forget(_ socket: Int32) { state.withLock { _ = $0.forget(socket) } }

  /// The library has taken it up.
  func opened(_ socket: Int32) -> OpenConnection? { state.withLock { $0.expected.removeValue(forKey: socket) } }

  func closed(_ connection: OpenConnection) {
    state.withLock { state in
      state.open[connection.number] = nil
      state.ending[connection.number] = nil
    }
  }

  /// Tells those that were told to end once more: the library may have been reading just then, and not have seen it.
  func remind() {
    state.withLock { state in
      for connection in state.ending.values { connection.shutDown() }
    }
  }

  /// Ends the connection that has been idle for longest, and says which place will be free; nil: none is idle.
  func endIdlest() -> ConnectionPlace? {
    state.withLock { state in
      if let place = Self.endFirst(&state) { return place }
      state.idlest = state.open.values.map { Candidate(connection: $0, seen: $0.current) }.filter { $0.seen.kind == .idle }
        .sorted { ($0.seen.since, $0.connection.number) > ($1.seen.since, $1.connection.number) }.suffix(Self.candidateLimit)
      return Self.endFirst(&state)
    }
  }

  /// Ends what takes too long over a head or a body.
  func endLate(at now: Duration) {
    state.withLock { state in
      for connection in state.open.values {
        let seen = connection.current
        let isLate = seen.kind == .idle && now - seen.since > headTimeout || seen.kind == .arriving && now - seen.since > bodyTimeout
        if isLate, connection.end(ifStill: seen) { state.ending[connection.number] = connection }
      }
    }
  }

  /// Has the answers cut off whose clients `patience` gives up.
  func cutAnswers(_ patience: inout SlowReaderTimeouts, at now: Duration) {
    state.withLock { state in
      for connection in state.open.values {
        let seen = connection.current
        guard seen.kind == .answering, patience.isOver(with: connection.number, at: connection.acknowledged, now) else { continue }
        _ = connection.end(ifStill: seen, cutsAnswer: true)
      }
    }
  }

  private static func endFirst(_ state: inout State) -> ConnectionPlace? {
    while let candidate = state.idlest.popLast() {
      let connection = candidate.connection
      guard state.open[connection.number] != nil, connection.end(ifStill: candidate.seen) else { continue }
      state.ending[connection.number] = connection
      return connection.place
    }
    return nil
  }
}
