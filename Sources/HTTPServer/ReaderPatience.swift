/// How long a stop waits for clients that have an answer to read, from the library or from a script: three seconds without a byte, and twenty
/// in all.
struct ReaderPatience {
  private struct Sight {
    var taken: Int64
    var since: Duration
  }

  private static let silence = Duration.seconds(3)
  private static let whole = Duration.seconds(20)

  /// How often to look at them.
  static let lookInterval = Duration.milliseconds(100)

  private let beginning: Duration
  private var seen: [UInt64: Sight] = [:]

  init(from now: Duration) { beginning = now }

  /// When all had their time.
  var end: Duration { beginning + Self.whole }

  /// Whether the client of this connection had its time.
  ///
  /// - Parameter taken: the bytes that it has taken on this connection so far; nil: nobody knows.
  mutating func isOver(with number: UInt64, at taken: Int64?, _ now: Duration) -> Bool {
    if now >= end { return true }
    guard let taken else { return false }
    if let last = seen[number], last.taken == taken { return now - last.since >= Self.silence }
    seen[number] = Sight(taken: taken, since: now)
    return false
  }
}
