import Formats
import HTTPMessage
import Testing

@testable import Journal

@Suite("HTTP archives", .timeLimit(.minutes(15)))
struct HARTests {
  private static func entries(_ mock: Mock, hasBodies: Bool = true) throws -> [[String: Any]] {
    let archive = try read(HARDocument(mock.journal.entries, mock: "http://m:1", version: "9", hasBodies: hasBodies).json)
    #expect(HARShape.archive.mistakes(archive, "archive") == [])
    return try #require((archive["log"] as? [String: Any])?["entries"] as? [[String: Any]])
  }

  private static let requests: @Sendable (Mock) -> Void = { mock in
    mock.edit("p")
    mock.send("GET", "/v1/models?a=1&api%5Fkey=s3cret&%zz", [("Cookie", "a=s3cret")])
    mock.send("GET", "/v1/models?a=b%20c&token=s3cret", [("Authorization", "Bearer k")])
    mock.send("POST", Mock.edit, [("Authorization", "Bearer k"), jsonType], body: [0xFF, 0])
    mock.send("POST", Mock.edit, [("Authorization", "Bearer k"), jsonType], body: Array(#"{"a": {"api_key": "s3cret"}}"#.utf8))
    mock.send("GET", "/v1/models/", [("Authorization", "Bearer k"), ("X-Mock-Scenario", "dgrid-down")])
    mock.send("OPTIONS", "/unknown")
  }

  @Test("An archive is valid with bodies and without", arguments: [true, false])
  func shape(hasBodies: Bool) throws {
    let mock = Mock()
    Self.requests(mock)
    #expect(try Self.entries(mock, hasBodies: hasBodies).count == 7)
    #expect(try Self.entries(Mock(), hasBodies: hasBodies).isEmpty)
  }

  @Test("A body is text, base64, or redacted because it contains a key")
  func bodies() throws {
    let mock = Mock()
    Self.requests(mock)
    let bodies = try Self.entries(mock).map { entry in
      let data = (entry["request"] as? [String: Any])?["postData"] as? [String: Any]
      return [data?["text"] as? String, data?["encoding"] as? String]
    }
    #expect(bodies == [[#"{"prompt":"p"}"#, nil], [nil, nil], [nil, nil], ["/wA=", "base64"], ["***", nil], [nil, nil], [nil, nil]])
    let without = try Self.entries(mock, hasBodies: false).compactMap { entry in
      ((entry["request"] as? [String: Any])?["postData"] as? [String: Any])?["comment"] as? String
    }
    #expect(without == ["14 bytes, not kept", "2 bytes, not kept", "28 bytes, not kept"])
  }

  @Test("An archive contains no secrets")
  func secrets() throws {
    let mock = Mock()
    Self.requests(mock)
    let text = HARDocument(mock.journal.entries, mock: "http://m:1", version: "9").json.text
    #expect(!text.contains("s3cret"))
    #expect(text.contains("http://m:1/v1/models?a=b%20c&token=***"))
    #expect(text.contains(#"{"name":"a","value":"b c"},{"name":"token","value":"***"}"#))
  }

  @Test("The timings add up to the time from the headers to the last byte")
  func timings() throws {
    let journal = Journal()
    var times = RequestTimes(arrived: .seconds(10))
    (times.received, times.rendered) = (.seconds(11), .seconds(12))
    var record = RequestRecord.made(response: Response(status: 200, body: [1]))
    record.times = times
    record.delivery = DeliveryNotes(DeliveryPlan(Response(status: 200)))
    let entry = try #require(journal.append(record))
    entry.deliveryBegan(at: .milliseconds(12_500))
    entry.deliveryEnded(.done, at: .milliseconds(14_000))
    let archive = try read(HARDocument(journal.entries, mock: "http://m", version: "9").json)
    #expect(HARShape.archive.mistakes(archive, "archive") == [])
    let one = try #require(((archive["log"] as? [String: Any])?["entries"] as? [[String: Any]])?.first)
    #expect(one["time"] as? Double == 4_000)
    let parts = try #require(one["timings"] as? [String: Double])
    #expect(["send", "wait", "receive", "ssl"].map { parts[$0] } == [1_000, 1_500, 1_500, -1])
  }

  @Test("The checker of archives finds mistakes")
  func checker() {
    let bad: [String: Any] = ["log": ["version": "1.1", "creator": ["name": 1], "entries": [["time": -2.0]], "more": ""] as [String: Any]]
    let mistakes = HARShape.archive.mistakes(bad, "a")
    for mistake in [
      "a.log has more", "a.log.version is not 1.2", "a.log.creator has no version", "a.log.creator.name is no text",
      "a.log.entries[0].time is no time", "a.log.entries[0] has no request",
    ] {
      #expect(mistakes.contains(mistake), "\(mistake)")
    }
  }
}
