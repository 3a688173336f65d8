internal import Glibc
internal import HTTPMessage

/// A script on its way over a suspended connection.
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
  let socket: Int32
  /// What the connection is watched for; nil: it is not.
  var watched: Poller.Interest?
  /// Bytes that its socket has taken.
  private(set) var sentCount: Int64 = 0
  /// Whether all of the script is done.
  private(set) var isDone = false
  private let witness: (any DeliveryObserver)?
  private var hasBegun = false
  private var cursor: RawWriteCursor
  private var isStalled = false

  /// Bytes that go out before other connections have their turn.
  private static let turn = 1 << 20

  init(_ cursor: RawWriteCursor, on connection: Connection, witness: (any DeliveryObserver)? = nil) {
    self.cursor = cursor
    self.witness = witness
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
      case .end:
        if cursor.ending == .hold, !isHurried { return .held }
        isDone = true
        return .over
      case .send:
        guard sent < Self.turn else { return .full }
        // Before: who has read the answer may ask at once what became of it.
        if !hasBegun { witness?.deliveryBegan(at: now) }
        hasBegun = true
        let count = send()
        if count == -Int(EAGAIN) {
          isStalled = true
          return .full
        }
        guard count > 0 else { return .over }
        cursor.sent(count)
        sent += count
        sentCount += Int64(count)
      }
    }
  }

  /// Nothing more will be sent.
  func tellEnd(at now: Duration) { witness?.deliveryEnded(isDone ? .done : .clientGone, at: now) }

  /// Bytes that were sent, or the error's code below zero.
  private func send() -> Int {
    unsafe cursor.withUnsent { bytes, hasMore in
      unsafe connection.sendPastLibrary(UnsafeRawBufferPointer(rebasing: bytes.prefix(Self.turn)), hasMore: hasMore)
    }
  }
}
