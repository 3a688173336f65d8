internal import Glibc
internal import Synchronization
internal import SystemCalls

/// Connections that are over while their clients still send.
///
/// A socket that is closed before all that came was read ends with a reset, which takes from the client what it has not read of the answer.
/// So the socket is kept beside the library's: what comes is dropped until the client closes its side, too, or ``ReaderPatience`` gives it up.
final class LingeringCloses: Sendable {
  fileprivate struct Lingering: Sendable {
    let socket: Int32
    let closed: @Sendable () -> Void
    var patience: ReaderPatience
    var dropped: Int64 = 0
  }

  private struct State {
    var newcomers: [Lingering] = []
    var thread: JoinableThread?
    /// Whether the thread will look at newcomers once more.
    var isRunning = false
    /// When all are given up, by the system's clock.
    var end: Duration?
  }

  private let state = Mutex(State())

  /// Keeps the connection that the library is about to close; `false` when it cannot, for want of descriptors or threads.
  ///
  /// - Parameter closed: called when it is over, if it is kept.
  func keep(_ connection: OpenConnection, closed: @escaping @Sendable () -> Void) -> Bool {
    guard let socket = connection.duplicateSocket() else { return false }
    _ = shutdown(socket, Int32(SHUT_WR))
    let newcomer = Lingering(socket: socket, closed: closed, patience: ReaderPatience(from: Timekeeper.system.now))
    let isKept = state.withLock { state in
      if !state.isRunning {
        state.thread?.join()
        state.thread = try? JoinableThread { [self] in listen() }
        state.isRunning = state.thread != nil
      }
      if state.isRunning { state.newcomers.append(newcomer) }
      return state.isRunning
    }
    if !isKept { _ = close(socket) }
    return isKept
  }

  /// Waits until all are closed. No connection may be kept any more.
  ///
  /// - Parameter end: when those that are left are given up, by the system's clock.
  func finish(by end: Duration) {
    let thread = state.withLock { state in
      state.end = end
      return state.thread.take()
    }
    thread?.join()
  }

  /// The thread: there is one while there is a connection to listen to.
  private func listen() {
    var kept: [Lingering] = []
    while let end = takeNewcomers(to: &kept) {
      Self.wait(for: kept)
      let now = Timekeeper.system.now
      var left: [Lingering] = []
      for var lingering in kept {
        if lingering.isOver(now) || now >= end {
          _ = close(lingering.socket)
          lingering.closed()
        } else {
          left.append(lingering)
        }
      }
      kept = left
    }
  }

  /// Returns until when they are kept; nil: there are none.
  private func takeNewcomers(to kept: inout [Lingering]) -> Duration? {
    state.withLock { state in
      kept += state.newcomers
      state.newcomers = []
      state.isRunning = !kept.isEmpty
      return state.isRunning ? state.end ?? .seconds(Int64.max) : nil
    }
  }

  private static func wait(for kept: [Lingering]) {
    var entries = kept.map { pollfd(fd: $0.socket, events: Int16(POLLIN), revents: 0) }
    _ = unsafe poll(&entries, nfds_t(entries.count), ReaderPatience.lookInterval.milliseconds)
  }
}

extension LingeringCloses.Lingering {
  /// Drops what has come; `true` when the client has closed its side, or had its time.
  fileprivate mutating func isOver(_ now: Duration) -> Bool {
    switch UnreadBytes.drop(on: socket) {
    case .bytes(let count): dropped += Int64(count)
    case .nothingYet: break
    case .end: return true
    }
    return patience.isOver(with: 0, at: dropped + (OpenConnection.acknowledged(on: socket) ?? 0), now)
  }
}
