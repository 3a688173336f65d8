import Testing

@testable import HTTPServer

@Suite("Timeouts of clients that do not read, when the server stops", .timeLimit(.minutes(15)))
struct TimeoutTests {
  private static let steps = stride(from: 0, through: 30_000, by: 100).map { Duration.milliseconds($0) }

  /// Returns when a client is given up that reads one byte at each of those times.
  private func end(reading: (Duration) -> Bool) -> Duration? {
    var (timeouts, acknowledged) = (SlowReaderTimeouts(from: .zero), Int64(7))
    return Self.steps.first { now in
      if reading(now) { acknowledged += 1 }
      return timeouts.isOver(with: 1, at: acknowledged, now)
    }
  }

  @Test("A client that reads nothing has three seconds from when it was first seen")
  func silent() { #expect(end { _ in false } == .seconds(3)) }

  @Test("Each byte that a client reads gives it three seconds again")
  func stalling() { #expect(end { $0 <= .seconds(5) } == .seconds(8)) }

  @Test("A client that reads on and on has twenty seconds in all")
  func slow() { #expect(end { _ in true } == .seconds(20)) }

  @Test("Where it is unknown how much a client reads, it has twenty seconds")
  func unknown() {
    var timeouts = SlowReaderTimeouts(from: .zero)
    #expect(Self.steps.first { timeouts.isOver(with: 1, at: nil, $0) } == .seconds(20))
  }

  @Test("Each connection has its own timeout")
  func separate() {
    var timeouts = SlowReaderTimeouts(from: .zero)
    let looks: [(connection: UInt64, at: Duration)] = [(1, .zero), (2, .seconds(2)), (1, .seconds(3)), (2, .seconds(3)), (2, .seconds(5))]
    let ends = looks.map { timeouts.isOver(with: $0.connection, at: 5, $0.at) }
    #expect(ends == [false, false, true, false, true])
  }
}
