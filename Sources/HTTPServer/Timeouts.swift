/// How long a client is waited for at the end of its connection: three seconds in which nothing moves, and twenty in all.
struct StallTimeout: Sendable {
  private struct Progress {
    var moved: Int64
    var since: Duration
  }

  private static let silence = Duration.seconds(3)
  private static let whole = Duration.seconds(20)

  private let beginning: Duration
  private var seen: Progress?

  init(from now: Duration) { beginning = now }

  /// When the timeout is over at the latest.
  var end: Duration { beginning + Self.whole }

  /// Tells whether the client's time is over.
  ///
  /// - Parameter moved: the bytes that have moved on its connection so far; nil: unknown.
  mutating func isOver(at moved: Int64?, _ now: Duration) -> Bool {
    if now >= end { return true }
    guard let moved else { return false }
    if let seen, seen.moved == moved { return now - seen.since >= Self.silence }
    seen = Progress(moved: moved, since: now)
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

  /// Tells whether the time of this connection's client is over.
  ///
  /// - Parameter taken: the bytes that it has taken on this connection so far; nil: unknown.
  mutating func isOver(with number: UInt64, at taken: Int64?, _ now: Duration) -> Bool { each[number, default: all].isOver(at: taken, now) }
}
