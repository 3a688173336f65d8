/// How long a stop waits for clients that have an answer to read: three seconds without a byte, and twenty in all.
struct ReaderPatience {
  private struct Sight {
    var acknowledged: UInt64
    var since: Duration
  }

  private static let silence = Duration.seconds(3)
  private static let whole = Duration.seconds(20)

  private let beginning: Duration
  private var seen: [UInt64: Sight] = [:]

  init(from now: Duration) { beginning = now }

  /// Whether the client of this connection had its time.
  ///
  /// - Parameter acknowledged: the bytes that it has taken on this connection so far.
  mutating func isOver(with number: UInt64, at acknowledged: UInt64, _ now: Duration) -> Bool {
    if let last = seen[number], last.acknowledged == acknowledged {
      return now - last.since >= Self.silence || now - beginning >= Self.whole
    }
    seen[number] = Sight(acknowledged: acknowledged, since: now)
    return now - beginning >= Self.whole
  }
}
