internal import HTTPMessage

/// How far a script is, without any I/O.
///
/// Its times are those of the script and not those at which the thread woke up, so that delays of waking do not add up; only a socket that
/// is full moves them.
struct RawWriteCursor: Sendable {
  enum Step {
    /// There are bytes to be sent.
    case send
    case wait(until: Duration)
    case end
  }

  private enum Piece: Sendable {
    case own([UInt8])
    case body(Range<Int>)
  }

  /// The script's work; `head` is made when it is sent.
  private let script: RawResponse
  private let body: [UInt8]
  private let head: @Sendable () -> [UInt8]
  private let answersHead: Bool

  private var next = 0
  /// Bytes of the current body action that have gone into pieces.
  private var position = 0
  private var isHeadOut = false
  /// When what comes next comes.
  private var due: Duration
  /// When what is being sent began.
  private var moment = Duration.zero
  private var pieces: [Piece] = []
  private var sentOfPiece = 0

  /// - Parameter start: when the first action comes.
  init(_ script: RawResponse, body: [UInt8], answersHead: Bool, start: Duration, head: @escaping @Sendable () -> [UInt8]) {
    self.script = script
    self.body = body
    self.answersHead = answersHead
    self.head = head
    due = start
  }

  var ending: RawResponse.Ending { script.ending }

  /// - Parameter isHurried: nothing is waited for any more.
  mutating func step(at now: Duration, isHurried: Bool) -> Step {
    while pieces.isEmpty {
      if due > now, !isHurried { return .wait(until: due) }
      moment = max(moment, due)
      guard next < script.actions.count else { return .end }
      begin(script.actions[next], isHurried)
    }
    return .send
  }

  /// The bytes that are to be sent now, and whether more belong to them.
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

  /// The socket was full until now.
  mutating func stalled(until now: Duration) { moment = max(moment, now) }

  private var current: (bytes: [UInt8], range: Range<Int>) {
    switch pieces.first {
    case .own(let bytes): (bytes, bytes.indices)
    case .body(let range): (body, range)
    case nil: ([], 0..<0)
    }
  }

  /// Nothing but the head is sent in answer to HEAD.
  private var isMuted: Bool { answersHead && isHeadOut }

  private mutating func begin(_ action: WireAction, _ isHurried: Bool) {
    if case .body(let range, let pace) = action {
      return beginSlice(of: isMuted ? 0..<0 : range.clamped(to: 0..<body.count), isHurried ? nil : pace)
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
    let rest = range.dropFirst(position)
    let slice = if let pace, pace.slice > 0 { rest.prefix(pace.slice) } else { rest }
    position += slice.count
    if slice.count < rest.count, let pace {
      due = moment + pace.interval
    } else {
      next += 1
      position = 0
    }
    if !slice.isEmpty { pieces = framed(slice) }
  }

  /// Small chunks travel in one piece with their frame.
  private func framed(_ slice: Range<Int>) -> [Piece] {
    guard script.framing == .chunked else { return [.body(slice)] }
    let size = Array("\(String(slice.count, radix: 16))\r\n".utf8)
    let end = Array("\r\n".utf8)
    return slice.count <= 16 << 10 ? [.own(size + body[slice] + end)] : [.own(size), .body(slice), .own(end)]
  }
}
