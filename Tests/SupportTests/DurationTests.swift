import Support
import Testing

@Suite("A duration in milliseconds", .timeLimit(.minutes(15)))
struct DurationTests {
  private struct Case: Sendable, CustomTestStringConvertible {
    let duration: Duration
    let down: Int
    let up: Int
    let seconds: Int
    let exact: Double
    let toMicrosecond: Double

    var testDescription: String { "\(duration)" }
  }

  private static let cases = [
    Case(duration: .zero, down: 0, up: 0, seconds: 0, exact: 0, toMicrosecond: 0),
    Case(duration: .nanoseconds(1), down: 0, up: 1, seconds: 1, exact: 0.000_001, toMicrosecond: 0),
    Case(duration: .microseconds(1_500), down: 1, up: 2, seconds: 1, exact: 1.5, toMicrosecond: 1.5),
    Case(duration: .milliseconds(250), down: 250, up: 250, seconds: 1, exact: 250, toMicrosecond: 250),
    Case(duration: .seconds(2), down: 2_000, up: 2_000, seconds: 2, exact: 2_000, toMicrosecond: 2_000),
    Case(duration: .nanoseconds(2_000_000_500), down: 2_000, up: 2_001, seconds: 3, exact: 2_000.000_5, toMicrosecond: 2_000),
    Case(duration: .microseconds(-1_500), down: -1, up: -1, seconds: 0, exact: -1.5, toMicrosecond: -1.5),
  ]

  @Test("rounds down, rounds up, or keeps its fraction, as the property says", arguments: cases)
  private func rounds(_ value: Case) {
    #expect(value.duration.millisecondsRoundedDown == value.down)
    #expect(value.duration.millisecondsRoundedUp == value.up)
    #expect(value.duration.secondsRoundedUp == value.seconds)
    #expect(value.duration.inMilliseconds == value.exact)
    #expect(value.duration.inMillisecondsToMicrosecond == value.toMicrosecond)
  }
}
