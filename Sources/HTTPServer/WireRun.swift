internal import CHTTPShims
internal import Glibc
internal import HTTPMessage

/// A script on its way over a suspended connection.
struct WireRun: Sendable {
  enum Progress: Sendable {
    case waiting(until: Duration)
    /// The socket is full.
    case full
    /// All is sent, and the connection stays open.
    case held
    case over
  }

  let connection: Connection
  let socket: Int32
  /// What the connection is watched for; nil: it is not.
  var watched: Poller.Interest?
  private var cursor: ScriptCursor
  private var isStalled = false

  /// Bytes that go out before other connections have their turn.
  private static let turn = 1 << 20

  init(_ cursor: ScriptCursor, on connection: Connection) {
    self.cursor = cursor
    self.connection = connection
    socket = connection.socket
    connection.sendAtOnce()
  }

  /// Goes as far as it gets without waiting.
  mutating func proceed(at now: Duration, isHurried: Bool) -> Progress {
    if isStalled { cursor.stalled(until: now) }
    isStalled = false
    var sent = 0
    while true {
      switch cursor.step(at: now, isHurried: isHurried) {
      case .wait(let due): return .waiting(until: due)
      case .end: return cursor.ending == .hold && !isHurried ? .held : .over
      case .send:
        guard sent < Self.turn else { return .full }
        let count = send()
        if count == -Int(EAGAIN) {
          isStalled = true
          return .full
        }
        guard count > 0 else { return .over }
        cursor.sent(count)
        sent += count
      }
    }
  }

  /// Bytes that were sent, or the error's code below zero.
  private func send() -> Int {
    unsafe cursor.withUnsent { bytes, hasMore in
      let flags = MSG_NOSIGNAL | MSG_DONTWAIT | (hasMore ? MSG_MORE : 0)
      let count = unsafe Glibc.send(socket, bytes.baseAddress, min(bytes.count, Self.turn), Int32(flags))
      return count < 0 ? -Int(errno) : count
    }
  }
}
