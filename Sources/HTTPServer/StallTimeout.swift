/// How long a client is waited for once nothing more will come for it: three seconds in which nothing moves, and twenty in all.
struct StallTimeout: Sendable {
  private struct Sight {
    var moved: Int64
    var since: Duration
  }

  private static let silence = Duration.seconds(3)
  private static let whole = Duration.seconds(20)

  private let beginning: Duration
  private var seen: Sight?

  init(from now: Duration) { beginning = now }

  /// When it is over at the latest.
  var end: Duration { beginning + Self.whole }

  /// Whether the client had its time.
  ///
  /// - Parameter moved: the bytes that have moved on its connection so far; nil: nobody knows.
  mutating func isOver(at moved: Int64?, _ now: Duration) -> Bool {
    if now >= end { return true }
    guard let moved else { return false }
    if let seen, seen.moved == moved { return now - seen.since >= Self.silence }
    seen = Sight(moved: moved, since: now)
    return false
  }
}
