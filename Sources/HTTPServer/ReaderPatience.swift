/// How long a stop waits for clients that have an answer to read: three seconds without a byte, and twenty in all.
struct ReaderPatience {
  private struct Sight {
    var acknowledged: Int64
    var since: Duration
  }

  static let silence = Duration.seconds(3)
  static let whole = Duration.seconds(20)

  private let beginning: Duration
  private var seen: [UInt64: Sight] = [:]

  init(from now: Duration) { beginning = now }

  /// Whether the client of this connection had its time.
  ///
  /// - Parameter acknowledged: the bytes that it has taken on this connection so far; nil: nobody knows.
  mutating func isOver(with number: UInt64, at acknowledged: Int64?, _ now: Duration) -> Bool {
    if now - beginning >= Self.whole { return true }
    guard let acknowledged else { return false }
    if let last = seen[number], last.acknowledged == acknowledged { return now - last.since >= Self.silence }
    seen[number] = Sight(acknowledged: acknowledged, since: now)
    return false
  }
}
