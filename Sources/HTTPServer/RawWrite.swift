internal import HTTPMessage
internal import Support

/// A raw response on its way over a suspended connection.
struct RawWrite: Sendable {
  enum Progress: Sendable {
    case waiting(until: Duration)
    /// The socket is full.
    case full
    /// All is sent, and the connection stays open.
    case held
    case over
  }

  let connection: Connection
  let socket: Socket
  /// What the connection is watched for; nil: it is not.
  var watched: Poller.Interest?
  /// Bytes that the socket has taken.
  private(set) var sentCount: Int64 = 0
  /// Whether the whole response is done.
  private(set) var isDone = false
  private let observer: (any DeliveryObserver)?
  private var hasBegun = false
  private var cursor: RawWriteCursor
  private var isStalled = false

  /// Bytes that go out before other connections have their turn.
  private static let turn = 1 << 20

  init(_ cursor: RawWriteCursor, on connection: Connection, observer: (any DeliveryObserver)? = nil) {
    self.cursor = cursor
    self.observer = observer
    self.connection = connection
    socket = connection.socket
    socket.sendSmallPiecesAtOnce()
  }

  /// Writes as much as goes without waiting.
  mutating func proceed(at now: Duration, isExpedited: Bool) -> Progress {
    if isStalled { cursor.stalled(until: now) }
    isStalled = false
    var sent = 0
    while true {
      switch cursor.step(at: now, isExpedited: isExpedited) {
      case .wait(let due): return .waiting(until: due)
      case .end:
        if cursor.ending == .hold, !isExpedited { return .held }
        isDone = true
        return .over
      case .send:
        guard sent < Self.turn else { return .full }
        // Before the first byte: a client that has read the response may ask at once how its delivery went.
        if !hasBegun { observer?.deliveryBegan(at: now) }
        hasBegun = true
        switch send() {
        case .full:
          isStalled = true
          return .full
        case .failed: return .over
        case .sent(let count):
          cursor.sent(count)
          sent += count
          sentCount += Int64(count)
        }
      }
    }
  }

  /// Tells the observer that nothing more will be sent.
  func reportEnd(at now: Duration) { observer?.deliveryEnded(isDone ? .done : .clientGone, at: now) }

  private func send() -> Connection.WriteResult {
    unsafe cursor.withUnsent { bytes, hasMore in
      unsafe connection.write(UnsafeRawBufferPointer(rebasing: bytes.prefix(Self.turn)), hasMore: hasMore)
    }
  }
}
