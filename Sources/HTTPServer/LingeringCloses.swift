internal import Support
internal import Synchronization

/// Connections that are over while their clients still send.
///
/// A socket that is closed before all that came was read ends with a reset, which takes from the client what it has not read of the
/// response. So the socket is kept after the library has closed its own: what comes is dropped until the client closes its side, too, or
/// ``StallTimeout`` gives it up.
final class LingeringCloses: Sendable {
  private struct State {
    var kept: [UInt64: Lingering] = [:]
    var lastKey: UInt64 = 0
    /// What the thread waits with, as long as it will look at what is kept.
    var poller: Poller?
    var thread: JoinableThread?
    /// When all are given up, by the system's clock.
    var end: Duration?

    /// Drops what a client has sent, and tells whether it has closed its side, or its time is over.
    mutating func isOver(_ key: UInt64, at now: Duration) -> Bool {
      let isDone = kept[key]?.dropInput(at: now) ?? false
      return isDone || end.map { now >= $0 } ?? false
    }

    mutating func take(_ key: UInt64) -> Lingering? {
      guard let lingering = kept.removeValue(forKey: key) else { return nil }
      poller?.forget(lingering.socket)
      return lingering
    }
  }

  private let state = Mutex(State())

  /// Keeps the connection that the library is about to close, and calls `closed` when it is over; `false` when it cannot, for want of
  /// descriptors or threads.
  func keep(_ connection: OpenConnection, closed: @escaping @Sendable () -> Void) -> Bool {
    guard let socket = connection.socket.duplicate() else { return false }
    socket.shutDown(.sending)
    let lingering = Lingering(socket: socket, timeout: StallTimeout(from: Clock.system.now), closed: closed)
    do throws(SystemCallError) {
      try state.withLock { state throws(SystemCallError) in
        let key = state.lastKey + 1
        try poller(&state).watch(socket, for: .readable, key: key, isNew: true)
        state.lastKey = key
        state.kept[key] = lingering
      }
      return true
    } catch {
      socket.close()
      return false
    }
  }

  /// Closes the one that was kept for longest, so that another gets its slot; `false`: there is none.
  func endOldest() -> Bool {
    let oldest = state.withLock { state in state.kept.keys.min().flatMap { state.take($0) } }
    oldest?.end()
    return oldest != nil
  }

  /// Waits until all are closed; at `end`, by the system's clock, those that are left are given up. No connection may be kept any more.
  func finish(by end: Duration) {
    let thread = state.withLock { state in
      state.end = end
      state.poller?.wake()
      return state.thread.take()
    }
    thread?.join()
  }

  /// Returns the poller of the thread, which runs only while connections are kept, and a little longer.
  private func poller(_ state: inout State) throws(SystemCallError) -> Poller {
    if let poller = state.poller { return poller }
    state.thread.take()?.join()
    let poller = try Poller()
    state.thread = try JoinableThread { [self] in listen(with: poller) }
    state.poller = poller
    return poller
  }

  private func listen(with poller: Poller) {
    var nextLook = Clock.system.now
    while true {
      let events = poller.wait(atMost: SlowReaderTimeouts.lookInterval)
      let now = Clock.system.now
      let (over, isIdle) = state.withLock { state in
        // Those that nothing comes from are looked at now and then.
        let keys = now < nextLook ? events.map(\.key) : Array(state.kept.keys)
        let isIdle = state.kept.isEmpty && events.isEmpty
        if isIdle { state.poller = nil }
        return (keys.filter { state.isOver($0, at: now) }.compactMap { state.take($0) }, isIdle)
      }
      if now >= nextLook { nextLook = now + SlowReaderTimeouts.lookInterval }
      for lingering in over { lingering.end() }
      if isIdle { return }
    }
  }
}

/// A connection whose client still sends.
private struct Lingering: Sendable {
  let socket: Socket
  var timeout: StallTimeout
  var dropped: Int64 = 0
  let closed: @Sendable () -> Void

  /// Drops what has come, and tells whether the client has closed its side, or its time is over.
  mutating func dropInput(at now: Duration) -> Bool {
    switch socket.dropUnread() {
    case .bytes(let count): dropped += Int64(count)
    case .nothingYet: break
    case .end: return true
    }
    return timeout.isOver(at: dropped + (socket.acknowledgedBytes ?? 0), now)
  }

  func end() {
    socket.close()
    closed()
  }
}

/// How long a client is waited for at the end of its connection: three seconds in which nothing moves, and twenty in all.
struct StallTimeout: Sendable {
  private static let silence = Duration.seconds(3)
  private static let whole = Duration.seconds(20)

  private let beginning: Duration
  private var seen: (moved: Int64, since: Duration)?

  init(from now: Duration) { beginning = now }

  /// When the timeout is over at the latest.
  var end: Duration { beginning + Self.whole }

  /// Tells whether the client's time is over; `moved` is how many bytes have moved on its connection so far, nil: unknown.
  mutating func isOver(at moved: Int64?, _ now: Duration) -> Bool {
    if now >= end { return true }
    guard let moved else { return false }
    if let seen, seen.moved == moved { return now - seen.since >= Self.silence }
    seen = (moved, now)
    return false
  }
}

/// One ``StallTimeout`` for each client that a stop of the server waits for: those that have a response to read.
struct SlowReaderTimeouts {
  /// How often to look at the clients.
  static let lookInterval = Duration.milliseconds(100)

  private let all: StallTimeout
  private var each: [UInt64: StallTimeout] = [:]

  init(from now: Duration) { all = StallTimeout(from: now) }

  /// When the time of all is over.
  var end: Duration { all.end }

  /// Tells whether the time of this connection's client is over; `taken` is how many bytes it has taken so far, nil: unknown.
  mutating func isOver(with number: UInt64, at taken: Int64?, _ now: Duration) -> Bool { each[number, default: all].isOver(at: taken, now) }
}
