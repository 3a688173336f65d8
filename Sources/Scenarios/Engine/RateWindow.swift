/// Requests of one minute, which begins with the first of them.
struct RateWindow: Sendable {
  private var start: Duration?
  private(set) var used = 0

  static let length = Duration.seconds(60)

  /// Counts a request; `false` when the minute's limit is reached.
  mutating func take(limit: Int, now: Duration) -> Bool {
    if start.map({ now - $0 >= Self.length }) ?? true {
      start = now
      used = 0
    }
    guard used < limit else { return false }
    used += 1
    return true
  }

  /// Until the minute is over.
  func timeLeft(_ now: Duration) -> Duration { start.map { Self.length - (now - $0) } ?? .zero }
}
