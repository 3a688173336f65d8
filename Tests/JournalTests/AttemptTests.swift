import Formats
import HTTPMessage
import MockService
import RequestMatching
import RetryAnalysis
import Scenarios
import Support
import Testing

@testable import Contract
@testable import Journal

@Suite("Attempts for retry analysis from records", .timeLimit(.minutes(15)))
struct AttemptTests {
  private static func record(_ headers: [(String, String)], status: Int = 429, _ change: (inout RequestRecord) -> Void = { _ in })
    -> RequestRecord
  {
    let response = Response(status: status, headers: HeaderList(headers.map { HeaderField($0.0, $0.1) }))
    return .made(response: response) { record in
      record.digest = SHA256Digest.of("same")
      record.delivery = DeliveryNotes(DeliveryPlan(response))
      // Sun, 06 Nov 1994 08:49:37 GMT
      record.clockMilliseconds = 784_111_777_000
      change(&record)
    }
  }

  @Test(
    "The pause that a response asks for is read from seconds, dates and milliseconds",
    arguments: [
      ([], nil as Duration?, false), ([("Retry-After", "3")], .seconds(3), true), ([("retry-after", "0")], .zero, true),
      ([("Retry-After", "Sun, 06 Nov 1994 08:50:37 GMT")], .seconds(60), true),
      ([("Retry-After", "Sun, 06 Nov 1994 08:49:00 GMT")], .zero, true),
      ([("retry-after-ms", "250")], .milliseconds(250), true), ([("retry-after-ms", "1500.9")], .milliseconds(1_500), true),
      ([("retry-after-ms", "250"), ("retry-after", "1")], .milliseconds(250), true),
      ([("retry-after-ms", "9000"), ("retry-after", "1")], .seconds(1), true),
      ([("retry-after-ms", "soon"), ("retry-after", "1")], .seconds(1), true), ([("Retry-After", "soon")], nil, false),
      ([("Retry-After", "-1")], nil, false),
      ([("Retry-After", "1000000")], nil, false), ([("retry-after-ms", "nan")], nil, false), ([("retry-after-ms", "-1")], nil, false),
      ([("x-should-retry", "true")], nil, true), ([("x-should-retry", "false")], nil, false), ([("x-should-retry", "TRUE")], nil, false),
    ])
  func pauses(headers: [(String, String)], pause: Duration?, isToldToRetry: Bool) throws {
    let attempt = try #require(Attempt(Self.record(headers)))
    #expect(attempt.retryAfter == pause)
    #expect(attempt.isToldToRetry == isToldToRetry)
    #expect(attempt.status == 429)
  }

  @Test("Times are those of the stopwatch plus what the clock was advanced by hand")
  func times() throws {
    var times = RequestTimes(arrived: .seconds(5))
    (times.received, times.rendered) = (.seconds(6), .seconds(7))
    var record = Self.record([])
    (record.times, record.advanced, record.unixMilliseconds) = (times, .seconds(100), 42)
    record.delivery = DeliveryNotes(DeliveryPlan(Response(status: 429), delay: .seconds(2)))
    let attempt = try #require(Attempt(record))
    #expect((attempt.received, attempt.responded, attempt.unixMilliseconds) == (.seconds(105), .seconds(109), 42))
  }

  @Test("A response without a status line counts as no response")
  func noStatusLine() throws {
    let plan = DeliveryPlan(Response(status: 200), rawResponse: RawResponse(framing: .untilClose, actions: [], ending: .reset))
    var record = Self.record([("retry-after", "1")])
    record.delivery = DeliveryNotes(plan)
    let attempt = try #require(Attempt(record))
    #expect(attempt.status == nil && attempt.retryAfter == nil && !attempt.isToldToRetry && !attempt.keepsConnection)
  }

  @Test("Foreign paths, requests that are not kept, and preflights are no attempts")
  func noAttempts() {
    var foreign = RequestRecord(
      id: "r", head: RequestHead(method: "GET", path: "/"), api: nil, endpoint: .other, times: RequestTimes(arrived: .zero))
    foreign.digest = SHA256Digest.of("it")
    #expect(Attempt(foreign) == nil)
    #expect(Attempt(Self.record([]) { $0.digest = nil }) == nil)
    #expect(Attempt(.made(method: "OPTIONS") { $0.digest = SHA256Digest.of("it") }) == nil)
  }

  @Test("An attempt has deprecated fields, the misplaced key and the connection")
  func habits() throws {
    let other = try #require(Ledger.rules.first { $0.severity == .warning && !$0.id.hasSuffix(".deprecated") })
    let violation = try #require(deprecationWarning)
    var record = Self.record([], status: 200) {
      $0.warnings = [violation, Violation(rule: other, path: "", expected: "", found: "")]
    }
    #expect(Attempt(record)?.deprecated == [violation.rule.id])
    #expect(Attempt(record)?.misplacedKey == nil && Attempt(record)?.connection == nil)
    var head = RequestHead(method: "GET", path: "/v1/models", query: "api_key=k")
    head.arrival = RequestHead.Arrival(connection: 3, moment: .zero)
    record = RequestRecord(id: "r", head: head, api: .dgrid, endpoint: .models, times: RequestTimes(arrived: .zero))
    record.digest = SHA256Digest.of("it")
    #expect(Attempt(record)?.misplacedKey == "in the query, as api_key")
    #expect(Attempt(record)?.connection == 3)
  }

  @Test(
    "A text that stands for a missing key is told, and a key is not",
    arguments: [
      ("Bearer undefined", "'undefined', the text for a value that is not set"),
      ("Bearer null", "'null', the text for a value that is not set"),
      ("bearer None", "'None', the text for a value that is not set"),
      ("Bearer [object Object]", "'[object Object]', the text for a value that is not set"),
      ("Bearer Bearer sk-1", "'Bearer' twice"), ("Bearer bearer", "'Bearer' twice"), ("Bearer ", "nothing behind 'Bearer'"),
      ("Bearer", "nothing behind 'Bearer'"), ("Bearer \"sk-1\"", "quotation marks around the key"),
      ("Bearer “sk-1”", "quotation marks around the key"), ("Bearer sk-1'", "quotation marks around the key"),
      ("Bearer b'sk-1'", "a value as a program prints it, such as b'…' or Optional(…)"),
      ("Bearer Optional(\"sk-1\")", "a value as a program prints it, such as b'…' or Optional(…)"),
      ("Bearer $API_KEY", "a variable or a placeholder that was not filled in"),
      ("Bearer sk-${KEY}", "a variable or a placeholder that was not filled in"),
      ("Bearer {{api_key}}", "a variable or a placeholder that was not filled in"),
      ("Bearer <API_KEY>", "a variable or a placeholder that was not filled in"),
      ("Bearer YOUR_API_KEY", "a variable or a placeholder that was not filled in"),
      ("Bearer process.env.KEY", "a variable or a placeholder that was not filled in"),
      ("Bearer %API_KEY%", "a variable or a placeholder that was not filled in"), ("Bearer sk-1", nil), ("Bearer nullable", nil),
      ("Bearer none-of-these", nil), ("Bearer scenario:none", nil), ("Bearer bearer-of-news", nil), ("Basic undefined", nil), ("", nil),
    ] as [(String, String?)])
  func placeholder(header: String, found: String?) {
    let head = RequestHead(method: "GET", path: "/v1/models", headers: HeaderList([HeaderField("Authorization", header)]))
    var record = RequestRecord(id: "r", head: head, api: .dgrid, endpoint: .models, times: RequestTimes(arrived: .zero))
    record.digest = SHA256Digest.of("it")
    #expect(Attempt(record)?.placeholderKey == found)
  }

  @Test(
    "A broken image counts as damage, and an error does not",
    arguments: [
      ("fault: { truncate: { after: 50% } }", "the body was cut off" as String?, "the body was cut off" as String?),
      ("fault: reset", "the body was cut off", "the body was cut off"), ("fault: corrupt-image", "the picture is broken", nil),
      ("fault: mislabelled-image", "the picture is not what its type says", nil), ("delay: 1s", nil, nil),
      ("fault: wrong-content-type", "the picture is not what its type says", "the picture is not what its type says"),
      ("respond: { status: 200 }, fault: corrupt-image", nil, nil), ("respond: { error: model-overloaded }", nil, nil),
      ("respond: { error: model-overloaded }, fault: { truncate: { after: 50% } }", nil, nil),
    ])
  func damage(step: String, ofEdit: String?, ofList: String?) throws {
    let mock = Mock()
    #expect(mock.service.engine.add(try scenario("name: broken\ndescription: d\nsteps: [{ \(step) }]")))
    #expect(mock.service.engine.assign("broken", to: "k"))
    let records = [
      mock.edit("p", [("image", .ascii(Base64.encode(try picture())))]).record,
      mock.send("GET", "/v1/models", [("Authorization", "Bearer k")]).record,
    ]
    #expect(records.map(\.step) == [1, 1])
    #expect(records.map { Attempt($0)?.damage } == [ofEdit, ofList])
  }
}
