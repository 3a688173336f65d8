internal import HTTPMessage
internal import Support

/// A raw response on its way over a suspended connection.
struct RawWrite: Sendable {
  enum Progress: Sendable {
    case waiting(until: Duration)
    case full
    /// All is sent, and the connection stays open.
    case held
    case over
  }

  let connection: Connection
  let socket: Socket
  /// What the connection is watched for; nil: it is not.
  var watched: Poller.Interest?
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

/// The position in a raw response, without any I/O.
///
/// Its times are those of the response and not those at which the thread woke up, so that delays of waking do not add up; only a socket that
/// is full moves them.
struct RawWriteCursor: Sendable {
  enum Step {
    case send
    case wait(until: Duration)
    case end
  }

  private enum Piece: Sendable {
    case own([UInt8])
    case body(Range<Int>)
  }

  private let response: RawResponse
  private let body: [UInt8]
  /// Makes the head when it is sent.
  private let head: @Sendable () -> [UInt8]
  private let isToHead: Bool

  private var next = 0
  /// Bytes of the current body action that have gone into pieces.
  private var offset = 0
  private var isHeadOut = false
  /// When the next action is due.
  private var due: Duration
  /// When the action that is being sent began.
  private var moment = Duration.zero
  private var pieces: [Piece] = []
  private var sentOfPiece = 0

  /// - Parameter start: when the first action is due.
  init(_ response: RawResponse, body: [UInt8], isToHead: Bool, start: Duration, head: @escaping @Sendable () -> [UInt8]) {
    self.response = response
    self.body = body
    self.isToHead = isToHead
    self.head = head
    due = start
  }

  var ending: RawResponse.Ending { response.ending }

  /// Returns what to do now; `isExpedited`: nothing is waited for any more.
  mutating func step(at now: Duration, isExpedited: Bool) -> Step {
    while pieces.isEmpty {
      if due > now, !isExpedited { return .wait(until: due) }
      moment = max(moment, due)
      guard next < response.actions.count else { return .end }
      begin(response.actions[next], isExpedited)
    }
    return .send
  }

  /// Calls the closure with the bytes that are to be sent now, and whether more belong to them.
  func withUnsent<R>(_ send: (UnsafeRawBufferPointer, _ hasMore: Bool) -> R) -> R {
    let (bytes, range) = current
    return unsafe bytes.withUnsafeBytes {
      unsafe send(UnsafeRawBufferPointer(rebasing: $0[range].dropFirst(sentOfPiece)), pieces.count > 1)
    }
  }

  mutating func sent(_ count: Int) {
    sentOfPiece += count
    guard sentOfPiece >= current.range.count else { return }
    pieces.removeFirst()
    sentOfPiece = 0
  }

  /// Moves the times on, because the socket was full until now.
  mutating func stalled(until now: Duration) { moment = max(moment, now) }

  private var current: (bytes: [UInt8], range: Range<Int>) {
    switch pieces.first {
    case .own(let bytes): (bytes, bytes.indices)
    case .body(let range): (body, range)
    case nil: ([], 0..<0)
    }
  }

  /// Whether nothing more is sent, in response to HEAD.
  private var isMuted: Bool { isToHead && isHeadOut }

  private mutating func begin(_ action: WireAction, _ isExpedited: Bool) {
    if case .body(let range, let pace) = action {
      return beginSlice(of: isMuted ? 0..<0 : range.clamped(to: 0..<body.count), isExpedited ? nil : pace)
    }
    next += 1
    switch action {
    case .head:
      pieces = [.own(head())]
      isHeadOut = true
    case .bytes(let bytes): if !isMuted, !bytes.isEmpty { pieces = [.own(bytes)] }
    case .wait(let duration): due = moment + duration
    case .body: break
    }
  }

  private mutating func beginSlice(of range: Range<Int>, _ pace: WirePace?) {
    let rest = range.dropFirst(offset)
    let slice = if let pace, pace.slice > 0 { rest.prefix(pace.slice) } else { rest }
    offset += slice.count
    if slice.count < rest.count, let pace {
      due = moment + pace.interval
    } else {
      next += 1
      offset = 0
    }
    if !slice.isEmpty { pieces = framed(slice) }
  }

  /// Puts a slice into its chunk. Small chunks travel in one piece with their frame.
  private func framed(_ slice: Range<Int>) -> [Piece] {
    guard response.framing == .chunked else { return [.body(slice)] }
    let size = Array("\(String(slice.count, radix: 16))\r\n".utf8)
    let end = Array("\r\n".utf8)
    return slice.count <= 16 << 10 ? [.own(size + body[slice] + end)] : [.own(size), .body(slice), .own(end)]
  }
}
