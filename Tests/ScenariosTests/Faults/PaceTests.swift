import Contract
import HTTPMessage
import Scenarios
import Testing

@Suite("The pace of a download", .timeLimit(.minutes(15)))
struct PaceTests {
  static let rates: [(rate: Int, slice: Int, interval: Duration)] = [
    (1, 1, .seconds(1)), (5, 1, .milliseconds(200)), (25, 2, .milliseconds(80)), (20_000, 2_000, .milliseconds(100)),
    (1_000_000_000, 100_000_000, .milliseconds(100)),
  ]

  @Test("A rate is slices of at most 100 ms, and at least a byte", arguments: rates)
  func rate(rate: Int, slice: Int, interval: Duration) {
    #expect(Pace.Download.bytesPerSecond(rate).wirePace(of: 1_000) == WirePace(slice: slice, interval: interval))
  }

  @Test("A thousand seconds' slices at any rate take a thousand seconds, to the microsecond", arguments: [1, 3, 7, 11, 999, 65_537])
  func exact(rate: Int) {
    let pace = Pace.Download.bytesPerSecond(rate).wirePace(of: 1)
    let time = pace.interval * (rate * 1_000) / pace.slice
    #expect(time <= .seconds(1_000) && time > .seconds(1_000) - .microseconds(1))
    #expect(pace.slice == 1 || pace.interval <= .milliseconds(100))
  }

  static let shares: [(chunks: Int, count: Int, slice: Int)] = [(4, 1_000, 250), (4, 10, 3), (6, 10, 2), (10, 3, 1), (3, 0, 1), (1, 7, 7)]

  @Test("Chunks share the bytes and the time", arguments: shares)
  func chunks(chunks: Int, count: Int, slice: Int) {
    let pace = Pace.Download.chunks(chunks, over: .seconds(12)).wirePace(of: count)
    #expect(pace == WirePace(slice: slice, interval: .seconds(12) / max(1, (count + slice - 1) / slice)))
    #expect(pace.slice * chunks >= count)
  }

  @Test("The step's pace holds for what is sent in the end, and a slice fault's goes before it")
  func inDraft() throws {
    var draft = ResponseDraft(response(1_000), api: .dgrid, draws: .test)
    draft.download = .chunks(2, over: .seconds(1))
    draft.response.body = [1, 2, 3, 4]
    let pace = WirePace(slice: 2, interval: .milliseconds(500))
    #expect(draft.plan(delay: .seconds(3)).rawResponse?.actions == [.head, .wait(.milliseconds(500)), .body(0..<4, pace)])
    #expect(draft.plan(delay: .seconds(3)).delay == .seconds(3))
    try fault("slice").apply(to: &draft)
    #expect(draft.plan(delay: .zero).rawResponse?.actions == [.head, .body(0..<4, WirePace(slice: 100, interval: .milliseconds(10)))])
  }
}
