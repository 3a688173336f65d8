/// Requests of one minute, which begins with the first of them.
struct RateWindow: Sendable {
  private var start: Duration?
  private(set) var used = 0
  /// Unix time in milliseconds when the minute is over; worked out once, so that every answer of the minute tells the same.
  private(set) var reset = 0

  static let length = Duration.seconds(60)

  /// Counts a request; `false` when the minute's limit is reached.
  mutating func take(limit: Int, now: Duration, unixMilliseconds: Int) -> Bool {
    if start.map({ now - $0 >= Self.length }) ?? true {
      start = now
      used = 0
      reset = unixMilliseconds + 60_000
    }
    guard used < limit else { return false }
    used += 1
    return true
  }
}
