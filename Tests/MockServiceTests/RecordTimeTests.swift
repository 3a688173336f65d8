import Formats
import HTTPMessage
import Journal
import MockService
import Support
import Testing

/// The times in the journal, by a stopwatch that stands still.
@Suite("Times of a request", .timeLimit(.minutes(15)))
struct RecordTimeTests {
  private let stopwatch = Clock.manual(unixTime: 1_000)

  private func mock() -> Mock {
    Mock { [stopwatch] in
      $0.stopwatch = stopwatch
      $0.clock = .manual(unixTime: 5_000)
    }
  }

  private func head(_ mock: Mock, _ method: String, _ path: String, arrived: Duration) -> RequestHead {
    var head = mock.head(method, path, headers: [jsonType])
    head.arrival = RequestHead.Arrival(connection: 7, moment: arrived)
    return head
  }

  @Test("The times come in order: headers, whole request, contract's verdict, response, first byte, last byte")
  func order() throws {
    let mock = mock()
    let body = JSONOutput.object([("prompt", .string("x")), ("image", try gradientText(256, 256))]).serialized()
    stopwatch.advance(by: .seconds(3))
    let head = head(mock, "POST", "/api/v1/image/edit", arrived: .seconds(3))
    guard case .collect = mock.service.admit(head) else { throw Mock.NotAdmitted() }
    stopwatch.advance(by: .seconds(2))
    guard case .deferred(let work) = mock.service.respond(to: Request(head: head, body: .complete(body))) else { throw Mock.NotAdmitted() }
    #expect(mock.entries.isEmpty)
    stopwatch.advance(by: .seconds(1))
    let plan = work()
    let entry = try mock.lastEntry()
    let times = entry.record.times
    #expect(
      times.arrived == .seconds(3) && times.received == .seconds(5) && times.validated == .seconds(6) && times.rendered == .seconds(6))
    #expect(entry.record.head.arrival?.connection == 7)
    // By the stopwatch, which began at 1,000 seconds; quotas and dates have a clock of their own.
    #expect(entry.record.unixMilliseconds == 1_003_000 && entry.record.clockMilliseconds == 5_000_000)
    #expect(entry.snapshot.firstByte == nil && entry.snapshot.delivery == .pending)
    plan.observer?.deliveryBegan(at: .seconds(7))
    plan.observer?.deliveryEnded(.done, at: .seconds(8))
    #expect(entry.snapshot.firstByte == .seconds(7) && entry.snapshot.lastByte == .seconds(8) && entry.snapshot.delivery == .complete)
  }

  @Test("A refusal by the head is judged and answered before the request is whole")
  func refusedHead() throws {
    let mock = mock()
    stopwatch.advance(by: .seconds(4))
    let plan = mock.plan(head(mock, "GET", "/v1/none", arrived: .seconds(1)))
    let times = try mock.lastRecord().times
    #expect(times.arrived == .seconds(1) && times.received == nil && times.validated == .seconds(4) && times.rendered == .seconds(4))
    #expect(try plan.observer === mock.lastEntry())
  }

  @Test("A request that never came over a socket arrived when it was looked at")
  func withoutSocket() throws {
    let mock = mock()
    stopwatch.advance(by: .seconds(2))
    _ = mock.send("GET", "/v1/models")
    #expect(try mock.lastRecord().times.arrived == .seconds(2))
  }

  @Test("A request that ended before it was whole arrived when its headers were in", arguments: [nil, "slow"])
  func abandoned(scenario: String?) throws {
    let mock = try Mock(scenarios: ["slow": "steps:\n  - pace: { upload-bytes-per-second: 1 }\n"]) { [stopwatch] in
      $0.stopwatch = stopwatch
      $0.scenario = scenario
    }
    stopwatch.advance(by: .seconds(9))
    try mock.abandon(head(mock, "POST", "/v1/images/edits", arrived: .seconds(2)), Intake.Abandonment(received: 1, isCut: false))
    #expect(try mock.lastRecord().times.arrived == .seconds(2) && mock.lastRecord().unixMilliseconds == 1_002_000)
  }
}
