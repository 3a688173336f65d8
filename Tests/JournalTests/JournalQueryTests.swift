import HTTPMessage
import RequestMatching
import Scenarios
import Testing

@testable import Contract
@testable import Journal

@Suite("Filters of the journal", .timeLimit(.minutes(15)))
struct JournalQueryTests {
  private static let key = "sk-" + String(repeating: "a", count: 30)

  /// Eight requests with the orders 1 to 8, a second apart, from 1,700,000,000 on.
  private static func journal() throws -> Journal {
    let journal = Journal()
    let trace = ScenarioTrace(scenario: "slow", step: nil)
    let violation = Violation(rule: Ledger.rules[0], path: "prompt", expected: "e", found: "f")
    let other = Violation(rule: Ledger.rules[1], path: "", expected: "e", found: "f")
    let changes: [(inout RequestRecord) -> Void] = [
      { $0.status = 200 },
      {
        $0.status = 400
        $0.violations = [violation]
      },
      {
        $0.status = 404
        $0.warnings = [other]
      }, { $0.trace = trace },
      { $0.status = 503 }, { $0.status = 499 },
    ]
    for (index, change) in changes.enumerated() {
      let headers = index == 4 ? [("authorization", "Bearer \(key)")] : []
      journal.append(
        .made("req_\(index + 1)", session: index == 4 ? nil : "s\(index % 2)", headers: headers) {
          change(&$0)
          $0.unixMilliseconds = 1_700_000_000_000 + index * 1_000
        })
    }
    var venice = RequestRecord(
      id: "req_7", head: RequestHead(method: "POST", path: "/"), api: .venice, endpoint: .edit, times: RequestTimes(arrived: .zero))
    venice.unixMilliseconds = 1_700_000_006_000
    journal.append(venice)
    var neither = RequestRecord(
      id: "req_8", head: RequestHead(method: "GET", path: "/"), api: nil, endpoint: .other, times: RequestTimes(arrived: .zero))
    neither.unixMilliseconds = 1_700_000_007_000
    journal.append(neither)
    return journal
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let orders: [Int]
    let change: @Sendable (inout JournalQuery) -> Void

    init(_ name: String, _ orders: [Int], _ change: @escaping @Sendable (inout JournalQuery) -> Void) {
      (testDescription, self.orders, self.change) = (name, orders, change)
    }
  }

  @Test(
    "Every filter selects the entries that it names, and no others",
    arguments: [
      Case("nothing", [1, 2, 3, 4, 5, 6, 7, 8]) { _ in }, Case("session", [1, 3]) { $0.session = "s0" },
      Case("session by its key", [5]) { $0.session = key },
      Case("session by what is shown", [5]) { $0.session = SessionName.shown(key: key) },
      Case("the session without a name", [7, 8]) { $0.session = "" }, Case("an unknown session", []) { $0.session = "s2" },
      Case("venice", [7]) { $0.api = .venice }, Case("dgrid", [1, 2, 3, 4, 5, 6]) { $0.api = .dgrid },
      Case("edit", [7]) { $0.endpoint = .edit }, Case("other", [8]) { $0.endpoint = .other },
      Case("generated", []) { $0.endpoint = .generated },
      Case("400", [2]) { $0.status = .exact(400) }, Case("4xx", [2, 3, 6]) { $0.status = .family(4) },
      Case("3xx", []) { $0.status = .family(3) }, Case("no response", [4, 7, 8]) { $0.status = JournalQuery.Status.none },
      Case("scenario", [4]) { $0.scenario = "slow" }, Case("another scenario", []) { $0.scenario = "fast" },
      Case("broken rule", [2]) { $0.rule = Ledger.rules[0].id }, Case("bent rule", [3]) { $0.rule = Ledger.rules[1].id },
      Case("newest two", [7, 8]) { $0.limit = 2 }, Case("none", []) { $0.limit = 0 },
      Case("more than there are", [7]) { ($0.limit, $0.api) = (9, .venice) },
      Case("both", [3]) { ($0.session, $0.status) = ("s0", .family(4)) },
      Case("newest that fits", [6]) { ($0.status, $0.limit) = (.family(4), 1) },
      Case("behind an order", [7, 8]) { $0.since = .order(6) }, Case("behind order 0", [1, 2, 3, 4, 5, 6, 7, 8]) { $0.since = .order(0) },
      Case("behind an id", [7, 8]) { $0.since = .id("req_6") }, Case("behind the last", []) { $0.since = .id("req_8") },
      Case("behind a forgotten id", [1, 2, 3, 4, 5, 6, 7, 8]) { $0.since = .id("req_0") },
      Case("from a time on", [7, 8]) { $0.since = .time(1_700_000_006_000) },
      Case("a bit later", [8]) { $0.since = .time(1_700_000_006_001) },
    ])
  func filters(one: Case) throws {
    var query = JournalQuery()
    one.change(&query)
    #expect(try Self.journal().entries(query).map(\.order) == one.orders)
  }

  @Test(
    "Since is read as an id, an order number or a time",
    arguments: [
      ("req_abc", JournalQuery.Since.id("req_abc")), ("req_", .id("req_")), ("0", .order(0)), ("17", .order(17)),
      ("999999999", .order(999_999_999)),
      ("1000000000", .time(1_000_000_000_000)), ("1700000000.25", .time(1_700_000_000_250)), ("1700000000250", .time(1_700_000_000_250)),
      ("2023-11-14T22:13:20Z", .time(1_700_000_000_000)), ("", nil), ("yesterday", nil), ("-1", nil), ("nan", nil), ("inf", nil),
      ("1e15", nil), ("1e3", nil), ("0x10", nil), (".", nil),
      ("2023-11-14", nil), ("request_1", nil),
    ] as [(String, JournalQuery.Since?)])
  func since(text: String, meaning: JournalQuery.Since?) {
    #expect(JournalQuery.Since(text) == meaning)
  }
}
