internal import CHTTP
internal import CMicroHTTPD
internal import HTTPMessage
internal import Support
internal import Synchronization

/// A connection of the library's.
///
/// Unchecked because of the pointer. It is used on the library's thread; elsewhere only while it is suspended, when it is not freed and the
/// library leaves its socket alone, and for `resume`, which the library allows from everywhere.
@safe struct Connection: @unchecked Sendable {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

  /// Makes the library leave the connection alone until `resume`.
  func suspend() { unsafe MHD_suspend_connection(pointer) }

  /// Gives the connection back to the library, which may free it at any time from then on.
  func resume() { unsafe MHD_resume_connection(pointer) }

  /// Whether it is suspended. Only for the library's thread.
  var isSuspended: Bool { unsafe http_connection_is_suspended(pointer) != 0 }

  /// The connection's socket, its own until the request is completed.
  var socket: Socket { unsafe Socket(http_connection_socket(pointer)) }

  /// What the server knows of it; nil: it is closed.
  var opened: OpenConnection? {
    guard let context = unsafe http_connection_context(pointer) else { return nil }
    return unsafe Unmanaged<OpenConnection>.fromOpaque(context).takeUnretainedValue()
  }

  /// Bytes of the request line and the header block together.
  var headerSize: Int { unsafe http_connection_header_size(pointer) }

  /// The header lines of the request. Bytes that are no UTF-8 become U+FFFD.
  var headers: HeaderList {
    var fields: [HeaderField] = []
    fields.reserveCapacity(16)
    unsafe withUnsafeMutablePointer(to: &fields) {
      _ = unsafe MHD_get_connection_values_n(
        pointer, .HEADER_KIND,
        { list, _, name, nameSize, value, valueSize in
          let fields = unsafe list?.assumingMemoryBound(to: [HeaderField].self)
          unsafe fields?.pointee.append(HeaderField(String(name, nameSize), String(value, valueSize)))
          return .YES
        }, $0)
    }
    return HeaderList(fields)
  }

  /// Makes the library notice at once, instead of at the timeout, that the client hung up in the middle of its body.
  ///
  /// The library reads until a read comes back short, and then waits for the next edge; an end of file that came together with the last
  /// bytes makes none. Shutting down reading makes one, and takes nothing away: there is nothing left to read.
  func noticeEnd() { if socket.isAtEnd { socket.shutDown(.receiving) } }

  /// The result of a write past the library.
  enum WriteResult {
    case sent(Int)
    /// The socket is full: the same bytes have to be given again.
    case full
    case failed
  }

  /// Writes past the library, through TLS where the connection speaks it: as much as the socket takes without waiting. `hasMore`: what
  /// comes next belongs to the same piece.
  func write(_ bytes: UnsafeRawBufferPointer, hasMore: Bool = false) -> WriteResult {
    let count = unsafe http_connection_send(pointer, bytes.baseAddress, bytes.count, hasMore)
    return count > 0 ? .sent(count) : count == http_send_full ? .full : .failed
  }
}

extension String {
  fileprivate init(_ bytes: UnsafePointer<CChar>?, _ count: Int) {
    self = unsafe String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}

/// Which limit a connection counts against.
enum SlotKind: Sendable {
  case ordinary
  /// It came when all slots were taken: its requests only get a 503.
  case surplus
}

/// One connection of a server, from the moment it was accepted until the library closes it.
///
/// Requests set its activity without a lock; the search for a connection to end reads that of all.
final class OpenConnection: Sendable {
  /// Different for each connection of a server, from 1.
  let number: UInt64
  let slot: SlotKind
  /// Only to be used while it is known to be this connection's: on the library's thread, or under the lock of `OpenConnections`.
  let socket: Socket
  private let activity: Atomic<Activity>
  private let leavesBody = Atomic(false)

  /// What happens on a connection, and since when, in one word.
  struct Activity: Sendable, Equatable, RawRepresentable, AtomicRepresentable {
    enum Kind: UInt64 {
      /// The head of a request has not come, or not all of it.
      case idle
      /// A body comes as fast as the client sends it.
      case arriving
      /// A response is made, or a body is read at a pace of the server's.
      case busy
      case responding
      /// The connection was told to end, or ends without lingering: nothing was sent on it that a reset could take away.
      case ending
    }

    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// - Parameter moment: by the server's clock; not before its beginning.
    init(_ kind: Kind, since moment: Duration = .zero) {
      let (seconds, attoseconds) = moment.components
      rawValue = (UInt64(max(0, seconds)) * 1_000_000_000 + UInt64(max(0, attoseconds) / 1_000_000_000)) << 3 | kind.rawValue
    }

    var kind: Kind { Kind(rawValue: rawValue & 7) ?? .busy }
    var since: Duration { .nanoseconds(Int64(rawValue >> 3)) }
  }

  init(number: UInt64, socket: Socket, slot: SlotKind, now: Duration) {
    self.number = number
    self.socket = socket
    self.slot = slot
    activity = Atomic(Activity(.idle, since: now))
  }

  var current: Activity { activity.load(ordering: .relaxed) }

  /// Notes what happens from now on. `now` counts only for what may take too long, `.idle` and `.arriving`.
  func begin(_ kind: Activity.Kind, at now: Duration = .zero) { activity.store(Activity(kind, since: now), ordering: .relaxed) }

  /// Notes that a request is over. If its connection was told to end meanwhile, that remains.
  func rest(at now: Duration) {
    let seen = current
    if seen.kind != .ending { _ = activity.compareExchange(expected: seen, desired: Activity(.idle, since: now), ordering: .relaxed) }
  }

  /// Makes the library find the end of the stream, and so close the connection, if it still does what it was seen doing. What has come of a
  /// request is still read; with `cutsResponse` the library fails at sending, too.
  func end(ifStill seen: Activity, cutsResponse: Bool = false) -> Bool {
    let change = activity.compareExchange(expected: seen, desired: Activity(.ending), ordering: .relaxed)
    if change.exchanged { socket.shutDown(cutsResponse ? .both : .receiving) }
    return change.exchanged
  }

  /// Notes that a body stays on the wire, of which more may come.
  func leaveBody() { leavesBody.store(true, ordering: .relaxed) }

  /// Whether a reset could take a response from the client, since not all that it sent is read.
  var isToLinger: Bool {
    // A surplus connection only gets its 503, and must not keep the next one from it.
    guard slot == .ordinary, current.kind != .ending else { return false }
    return leavesBody.load(ordering: .relaxed) || socket.hasUnreadBytes
  }
}
