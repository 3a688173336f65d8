import Support
import Testing

@testable import RetryAnalysis

@Suite("Limits of retry analysis", .timeLimit(.minutes(15)))
struct BoundsTests {
  @Test("Open findings of a dropped group become final")
  func groups() {
    var record = RetryRecord()
    record.note(.failing("given up", at: 0) { $0.asks(5) })
    for number in 0..<RetryRecord.groupLimit { record.note(.failing("session \(number)", at: 1)) }
    #expect(record.groups.count <= RetryRecord.groupLimit)
    record.note(.failing("given up", at: 10) { $0.status = 200 })
    #expect(record.count == 1 && record.log.count == 1)
    // The same problem again is added to the same finding.
    record.note(.failing("given up", at: 20) { $0.asks(5) })
    #expect(record.count == 1)
    #expect(record.findings(session: nil).map(\.value.count) == [2])
  }

  @Test("Requests that succeed at once displace nothing")
  func successes() {
    var record = RetryRecord()
    record.note(.failing("a", at: 0))
    for number in 0..<20_000 { record.note(.failing("session \(number)", at: 1) { $0.status = 200 }) }
    #expect(record.groups.count == 1 && record.sessions.count == 0)
    record.note(.failing("a", at: 2) { $0.status = 200 })
    #expect(record.groups.count == 0)
  }

  @Test("Open findings of a dropped session become final")
  func sessions() {
    var record = RetryRecord()
    for number in 0..<3 { record.note(.connected("wasteful", number, at: number)) }
    for number in 0..<RetryRecord.sessionLimit { record.note(.connected("session \(number)", 9, at: 4)) }
    #expect(record.sessions.count <= RetryRecord.sessionLimit)
    record.note(.connected("wasteful", 2, at: 5))
    #expect(record.count == 1)
    #expect(record.findings(session: "wasteful").map(\.value.count) == [3])
  }

  @Test("Dropped findings stay in the count")
  func findings() {
    var record = RetryRecord()
    for number in 0..<1_500 { record.noteHopeless("session \(number)") }
    #expect(record.count == 1_500)
    let kept = record.findings(session: nil).map(\.key.session)
    #expect(901...FindingLog.keptLimit ~= kept.count)
    #expect(kept.last == "session 1499" && !kept.contains("session 0"))
  }

  @Test("A dropped finding that is found again is kept again, and not counted again")
  func again() {
    var record = RetryRecord()
    for number in 0..<1_001 { record.noteHopeless("session \(number)") }
    #expect(record.findings(session: "session 0").isEmpty)
    record.note(.failing("session 0", at: 9) { $0.status = 400 })
    #expect(record.findings(session: "session 0").map(\.value.count) == [1])
    #expect(record.count == 1_001)
    record.forget(session: "session 0")
    #expect(record.count == 1_000)
  }

  @Test("A dropped finding about a whole session is kept again, and not counted again")
  func sessionAgain() {
    var record = RetryRecord()
    for number in 0..<1_001 { record.note(.failing("session \(number)", at: 0) { $0.deprecated = ["rule"] }) }
    #expect(record.count == 1_001 && record.findings(session: "session 0").isEmpty)
    record.note(.failing("session 0", at: 1) { $0.deprecated = ["rule"] })
    #expect(record.count == 1_001 && record.findings(session: "session 0").count == 1)
  }

  @Test("Findings of a forgotten session leave the count, dropped or not")
  func forgotten() {
    var record = RetryRecord()
    for number in 0..<1_001 { record.noteHopeless("session \(number)") }
    for number in 0..<1_001 { record.forget(session: "session \(number)") }
    #expect(record.count == 0 && record.findings(session: nil).isEmpty && record.groups.count == 0)
  }

  @Test("Evidence of two findings is merged in order, ten pieces at most")
  func merging() {
    var early = AggregatedFinding(order: 1, count: 7, evidence: (0..<7).map { .init(.newConnection(1), .failing("\($0)", at: 0)) })
    let late = AggregatedFinding(order: 2, count: 20, evidence: (7..<17).map { .init(.newConnection(1), .failing("\($0)", at: 0)) })
    var other = late
    other.add(early)
    early.add(late)
    #expect(early == other)
    #expect(early.order == 1 && early.count == 27)
    #expect(early.evidence.map(\.id) == (0..<10).map { "req \($0)" })
  }
}

extension Attempt {
  /// Returns an attempt with an immediate 500; `change` modifies it.
  fileprivate static func failing(_ session: String, at seconds: Int, _ change: (inout Attempt) -> Void = { _ in }) -> Attempt {
    let time = Duration.seconds(seconds)
    var attempt = Attempt(
      id: "req \(session)", session: session, digest: [1], received: time, responded: time, unixMilliseconds: 0, status: 500)
    change(&attempt)
    return attempt
  }

  fileprivate static func connected(_ session: String, _ connection: Int, at seconds: Int) -> Attempt {
    failing(session, at: seconds) {
      $0.status = 200
      $0.connection = UInt64(connection)
    }
  }
}

extension RetryRecord {
  /// Adds a request and its hopeless retry.
  fileprivate mutating func noteHopeless(_ session: String) {
    for time in 1...2 { note(.failing(session, at: time) { $0.status = 400 }) }
  }
}
