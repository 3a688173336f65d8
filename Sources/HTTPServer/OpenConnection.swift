internal import CHTTP
internal import Glibc
internal import Synchronization

/// Which limit a connection counts against.
enum ConnectionPlace: Sendable {
  case ordinary
  /// It came when all places were taken: its requests are only told so.
  case surplus
}

/// One connection of a server, from the moment it was taken in until the library closes it.
///
/// Requests say without a lock what it is at; whoever looks for one to end reads that of all.
final class OpenConnection: Sendable {
  /// Different for each connection of a server, from 1.
  let number: UInt64
  let place: ConnectionPlace
  private let socket: Int32
  private let activity: Atomic<Activity>
  private let leavesBody = Atomic(false)

  /// What a connection is at, and since when, in one word.
  struct Activity: Sendable, Equatable, RawRepresentable, AtomicRepresentable {
    enum Kind: UInt64 {
      /// The head of a request has not come, or not all of it.
      case idle
      /// A body comes as fast as the client sends it.
      case arriving
      /// A request is answered, or its body read at a pace of the server's.
      case busy
      /// The library sends an answer.
      case answering
      /// The connection was told to end.
      case ending
    }

    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// - Parameter moment: of the server's clock; not before its beginning.
    init(_ kind: Kind, since moment: Duration = .zero) {
      let (seconds, attoseconds) = moment.components
      rawValue = (UInt64(max(0, seconds)) * 1_000_000_000 + UInt64(max(0, attoseconds) / 1_000_000_000)) << 3 | kind.rawValue
    }

    var kind: Kind { Kind(rawValue: rawValue & 7) ?? .busy }
    var since: Duration { .nanoseconds(Int64(rawValue >> 3)) }
  }

  init(number: UInt64, socket: Int32, place: ConnectionPlace, now: Duration) {
    self.number = number
    self.socket = socket
    self.place = place
    activity = Atomic(Activity(.idle, since: now))
  }

  var current: Activity { activity.load(ordering: .relaxed) }

  /// A head has come.
  func begin(_ kind: Activity.Kind, at now: Duration) { activity.store(Activity(kind, since: now), ordering: .relaxed) }

  /// A body is in.
  func work() { activity.store(Activity(.busy), ordering: .relaxed) }

  /// An answer is the library's.
  func answer() { activity.store(Activity(.answering), ordering: .relaxed) }

  /// A request is over. If its connection was told to end meanwhile, that remains.
  func rest(at now: Duration) {
    let seen = current
    if seen.kind != .ending { _ = activity.compareExchange(expected: seen, desired: Activity(.idle, since: now), ordering: .relaxed) }
  }

  /// The connection will not linger: nothing is said on it that a reset could take away.
  func endAtOnce() { activity.store(Activity(.ending), ordering: .relaxed) }

  /// Has the library find the end of the stream, and so close the connection, if it is still at what it was seen at.
  ///
  /// What has come of a request is still read. Only to be called while the socket is known to be this connection's.
  ///
  /// - Parameter cutsAnswer: whether the library is to fail at sending, too.
  func end(ifStill seen: Activity, cutsAnswer: Bool = false) -> Bool {
    let change = activity.compareExchange(expected: seen, desired: Activity(.ending), ordering: .relaxed)
    if change.exchanged { _ = shutdown(socket, Int32(cutsAnswer ? SHUT_RDWR : SHUT_RD)) }
    return change.exchanged
  }

  /// A body stays on the wire, of which more may come.
  func leaveBody() { leavesBody.store(true, ordering: .relaxed) }

  /// Whether a reset could take an answer from the client, since not all that it sent is read. As `end` to be called.
  var isToLinger: Bool {
    // One too many is only told so, and must not keep the next one from being told.
    guard place == .ordinary, current.kind != .ending else { return false }
    return leavesBody.load(ordering: .relaxed) || UnreadBytes.exist(on: socket)
  }

  /// The socket once more: the connection's end is put off until this one is closed, too. As `end` to be called.
  func duplicateSocket() -> Int32? {
    let copy = fcntl(socket, F_DUPFD_CLOEXEC, 0)
    return copy < 0 ? nil : copy
  }

  /// How much of what was sent the client has acknowledged; nil where the system does not tell. As `end` to be called.
  var acknowledged: Int64? { Self.acknowledged(on: socket) }

  /// The same of any socket.
  static func acknowledged(on socket: Int32) -> Int64? {
    let count = http_socket_acknowledged(socket)
    return count < 0 ? nil : count
  }

  /// Drops what nobody has read, so that the socket's end is no reset. As `end` to be called.
  func dropUnread() { UnreadBytes.dropAll(on: socket) }

  /// Each time is an event for the library, as that the client sends nothing more.
  func shutDown() { _ = shutdown(socket, Int32(SHUT_RD)) }
}
