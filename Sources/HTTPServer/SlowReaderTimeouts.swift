/// A stop's ``StallTimeout`` with the clients that have an answer to read, from the library or from a script.
struct SlowReaderTimeouts {
  /// How often to look at them.
  static let lookInterval = Duration.milliseconds(100)

  private let all: StallTimeout
  private var each: [UInt64: StallTimeout] = [:]

  init(from now: Duration) { all = StallTimeout(from: now) }

  /// When all had their time.
  var end: Duration { all.end }

  /// Whether the client of this connection had its time.
  ///
  /// - Parameter taken: the bytes that it has taken on this connection so far; nil: nobody knows.
  mutating func isOver(with number: UInt64, at taken: Int64?, _ now: Duration) -> Bool {
    each[number, default: all].isOver(at: taken, now)
  }
}
