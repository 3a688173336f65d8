internal import Dispatch
internal import Support
internal import Synchronization

/// All connections of a server, and which of them may go when others want to come or when they take too long.
///
/// A connection is listed from before the library has it until just before the library closes its socket. So a socket found here under the
/// lock is still that connection's.
final class OpenConnections: Sendable {
  private struct State {
    /// By socket, those that the library has not announced yet; they are among the open ones.
    var expected: [Socket: OpenConnection] = [:]
    var open: [UInt64: OpenConnection] = [:]
    var lastNumber: UInt64 = 0
    /// Those that were told to end and are still open.
    var ending: [UInt64: OpenConnection] = [:]
    /// Idle when they were looked for, the longest last.
    var idlest: [(connection: OpenConnection, activity: OpenConnection.Activity)] = []

    mutating func forget(_ socket: Socket) -> SlotKind? {
      guard let connection = expected.removeValue(forKey: socket) else { return nil }
      remove(connection)
      return connection.slot
    }

    mutating func remove(_ connection: OpenConnection) {
      open[connection.number] = nil
      ending[connection.number] = nil
    }
  }

  private let state = Mutex(State())
  private let headTimeout: Duration
  private let bodyTimeout: Duration

  /// The most idle connections that one search collects: not all are looked through for each new one.
  private static let idlestLimit = 64

  /// `headTimeout` is from the moment a connection became idle until the next head is in, `bodyTimeout` from a head until its body is in.
  init(headTimeout: Duration, bodyTimeout: Duration) {
    self.headTimeout = headTimeout
    self.bodyTimeout = bodyTimeout
  }

  var isEmpty: Bool { state.withLock { $0.open.isEmpty } }

  /// Adds a socket that is about to be given to the library. Returns the slot of one of the same number, which the library closed without
  /// a callback.
  func expect(_ socket: Socket, in slot: SlotKind, at now: Duration) -> SlotKind? {
    state.withLock { state in
      let lost = state.forget(socket)
      state.lastNumber += 1
      let connection = OpenConnection(number: state.lastNumber, socket: socket, slot: slot, now: now)
      state.expected[socket] = connection
      state.open[connection.number] = connection
      return lost
    }
  }

  /// Removes a socket that the library has not taken.
  func forget(_ socket: Socket) { state.withLock { _ = $0.forget(socket) } }

  /// Returns the connection that the library has announced.
  func opened(_ socket: Socket) -> OpenConnection? { state.withLock { $0.expected.removeValue(forKey: socket) } }

  /// Removes a connection that the library is about to close.
  func closed(_ connection: OpenConnection) { state.withLock { $0.remove(connection) } }

  /// Signals those that were told to end once more: the library may have been reading just then, and not have seen it.
  func remind() { state.withLock { state in for connection in state.ending.values { connection.socket.shutDown(.receiving) } } }

  /// Ends the connection that has been idle for longest, and returns which slot will be free; nil: none is idle.
  func endIdlest() -> SlotKind? {
    state.withLock { state in
      if let slot = Self.endFirst(&state) { return slot }
      state.idlest = state.open.values.map { ($0, $0.current) }.filter { $0.activity.kind == .idle }
        .sorted { ($0.activity.since, $0.connection.number) > ($1.activity.since, $1.connection.number) }.suffix(Self.idlestLimit)
      return Self.endFirst(&state)
    }
  }

  /// Ends the connections whose head or body takes too long.
  func endLate(at now: Duration) {
    state.withLock { state in
      for connection in state.open.values {
        let seen = connection.current
        let isLate = seen.kind == .idle && now - seen.since > headTimeout || seen.kind == .arriving && now - seen.since > bodyTimeout
        if isLate, connection.end(ifStill: seen) { state.ending[connection.number] = connection }
      }
    }
  }

  /// Cuts off the responses of the clients that the timeouts give up.
  func cutResponses(_ timeouts: inout SlowReaderTimeouts, at now: Duration) {
    state.withLock { state in
      for connection in state.open.values {
        let seen = connection.current
        if seen.kind == .responding, timeouts.isOver(with: connection.number, at: connection.socket.acknowledgedBytes, now) {
          _ = connection.end(ifStill: seen, cutsResponse: true)
        }
      }
    }
  }

  private static func endFirst(_ state: inout State) -> SlotKind? {
    while let (connection, activity) = state.idlest.popLast() {
      guard state.open[connection.number] != nil, connection.end(ifStill: activity) else { continue }
      state.ending[connection.number] = connection
      return connection.slot
    }
    return nil
  }
}

/// How many more connections may be open.
final class ConnectionSlots: Sendable {
  private let free = DispatchSemaphore(value: 0)
  /// Signalled at every close; only waited for when the system has no descriptors left.
  private let closed = DispatchSemaphore(value: 0)
  private let taken = Atomic<Int>(0)

  /// Connections that are kept open between requests when there are more. A kept one costs its whole pool of memory, since the library
  /// clears it for the next request; one that waits for its first response has touched only a little of it.
  static let keptLimit = 2_000

  /// Whether responses should end their connections.
  var isCrowded: Bool { taken.load(ordering: .relaxed) > Self.keptLimit }

  init(_ limit: Int) {
    // Signalled rather than begun with: a semaphore may not go away with less than it began with.
    for _ in 0..<limit { free.signal() }
  }

  /// Takes a slot, should one become free within the time; `false`: none did.
  func take(within time: DispatchTimeInterval = .nanoseconds(0)) -> Bool {
    guard free.wait(timeout: .now() + time) == .success else { return false }
    taken.add(1, ordering: .relaxed)
    return true
  }

  /// Gives a slot back whose connection was never open.
  func giveBack() {
    taken.subtract(1, ordering: .relaxed)
    free.signal()
  }

  /// Gives back the slot of a connection that is closed.
  func connectionClosed() {
    giveBack()
    closed.signal()
  }

  /// Waits for a connection to close; a second at most, since a descriptor may become free elsewhere in the process.
  func waitForClose() {
    while closed.wait(timeout: .now()) == .success {}
    _ = closed.wait(timeout: .now() + .seconds(1))
  }
}
