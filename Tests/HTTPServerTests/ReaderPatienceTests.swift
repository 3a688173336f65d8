import Testing

@testable import HTTPServer

@Suite(.timeLimit(.minutes(5)))
struct ReaderPatienceTests {
  private static let steps = stride(from: 0, through: 30_000, by: 100).map { Duration.milliseconds($0) }

  /// When a client is given up that takes a byte more at each of those times.
  private func end(reading: (Duration) -> Bool) -> Duration? {
    var (patience, acknowledged) = (SlowReaderTimeouts(from: .zero), Int64(7))
    return Self.steps.first { now in
      if reading(now) { acknowledged += 1 }
      return patience.isOver(with: 1, at: acknowledged, now)
    }
  }

  @Test("A client that takes nothing has three seconds from when it was seen first")
  func silent() { #expect(end { _ in false } == .seconds(3)) }

  @Test("Each byte gives it three seconds again")
  func stalling() { #expect(end { $0 <= .seconds(5) } == .seconds(8)) }

  @Test("Also one that goes on taking bytes has twenty seconds in all")
  func slow() { #expect(end { _ in true } == .seconds(20)) }

  @Test("Where nobody knows what a client takes, it has twenty seconds")
  func unknown() {
    var patience = SlowReaderTimeouts(from: .zero)
    #expect(Self.steps.first { patience.isOver(with: 1, at: nil, $0) } == .seconds(20))
  }

  @Test("Each connection has its own time")
  func separate() {
    var patience = SlowReaderTimeouts(from: .zero)
    let looks: [(connection: UInt64, at: Duration)] = [(1, .zero), (2, .seconds(2)), (1, .seconds(3)), (2, .seconds(3)), (2, .seconds(5))]
    let ends = looks.map { patience.isOver(with: $0.connection, at: 5, $0.at) }
    #expect(ends == [false, false, true, false, true])
  }
}
