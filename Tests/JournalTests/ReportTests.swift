import RetryAnalysis
import Testing

@testable import Journal

@Suite(.timeLimit(.minutes(5)))
struct ReportTests {
  /// What a client sent that makes control characters of everything it may name.
  static let nasty = "a\u{1}\u{1B}[31m<&\"'>]]>\u{FFFE}\u{7F}é\t"

  /// Refused twice, warned about once, hurried, and scripted once.
  static func busy() -> Journal {
    let mock = Mock()
    for _ in 1...2 {
      mock.send("POST", Mock.edit, [("X-Mock-Session", nasty), ("Authorization", "Bearer k"), jsonType], body: Array("{}".utf8))
    }
    mock.send("GET", "/v1/models", [("Authorization", "Bearer k"), ("X-Mock-Scenario", "dgrid-down")])
    return mock.journal
  }

  private static func report(_ journal: Journal?, warnings: Bool = false, conduct: Bool = false) -> RunReport {
    RunReport(journal, version: "9", failsOnWarnings: warnings, failsOnConduct: conduct)
  }

  @Test func `The JSON has counts, rules with examples, and conduct`() throws {
    let json = try read(Self.report(Self.busy()).json)
    #expect(
      Set(json.keys) == ["finished", "version", "requests", "refused", "warned", "scripted", "findings", "fails", "rules", "conduct"])
    #expect(["requests", "refused", "warned", "scripted"].map { json[$0] as? Int } == [3, 2, 0, 1])
    let rules = try #require(json["rules"] as? [[String: Any]])
    #expect(rules.contains { $0["rule"] as? String == "venice.edit.prompt.required" && $0["count"] as? Int == 2 })
    for rule in rules {
      #expect(Set(rule.keys) == ["rule", "severity", "says", "count", "examples"])
      for example in try #require(rule["examples"] as? [[String: Any]]) {
        #expect(Set(example.keys) == ["id", "session", "path", "expected", "found"])
        #expect(example["session"] as? String == Self.nasty)
      }
    }
    let conduct = try #require(json["conduct"] as? [[String: Any]])
    #expect(conduct.map { $0["finding"] as? String } == ["hopeless-retry"])
    #expect(Set(conduct[0].keys) == ["finding", "session", "says", "count", "requests"])
  }

  @Test func `Before the first request, and of a journal that was killed, there is a report, too`() throws {
    let none = try read(Self.report(nil).json)
    #expect(none["finished"] as? Bool == false && none["requests"] as? Int == 0)
    let empty = try read(Self.report(Journal()).json)
    #expect(empty["finished"] as? Bool == true && empty["fails"] as? Bool == false)
  }

  @Test(
    "A run fails for what it was told to",
    arguments: [(false, false, false), (true, false, true), (false, true, true), (true, true, true)])
  func fails(onWarnings: Bool, onConduct: Bool, fails: Bool) {
    #expect(Self.report(Self.busy(), warnings: onWarnings, conduct: onConduct).fails == fails)
    #expect(!Self.report(Journal(), warnings: onWarnings, conduct: onConduct).fails)
  }

  @Test func `The summary has a line for each rule and finding, on one line each`() {
    let lines = Self.report(Self.busy()).summary.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "3 requests, 2 refused, 0 warned, 1 scripted, 1 findings on conduct")
    #expect(lines.contains("  2 × venice.edit.prompt.required"))
    #expect(lines.last?.hasPrefix("  hopeless-retry, session 'a··[31m<&\"'>]]>") ?? false)
  }

  @Test func `What the journal forgets, and sessions that begin anew, stay in the report`() throws {
    let journal = Self.busy()
    journal.forget(session: Self.nasty)
    #expect(journal.conduct.findings().isEmpty)
    #expect(journal.findingCount == 1)
    let report = Self.report(journal)
    #expect(try read(report.json)["refused"] as? Int == 2)
    #expect(report.findings.map(\.session) == [Self.nasty])
    journal.forget(session: nil)
    #expect(journal.findingCount == 1)
  }

  @Test func `Of a session that begins anew, the report shows what was shown of it`() {
    let mock = Mock()
    let key = "sk-" + String(repeating: "a", count: 30)
    for _ in 1...2 { mock.edit("p", key: key) }
    for _ in 1...2 {
      mock.send("POST", Mock.edit, [("X-Mock-Session", key + "!"), ("Authorization", "Bearer k"), jsonType], body: Array("{}".utf8))
    }
    let before = mock.journal.allFindings.map(\.session)
    mock.journal.forget(session: nil)
    #expect(before == [SessionName.shown(key: key), key + "!"])
    #expect(Self.report(mock.journal).findings.map(\.session) == before)
  }
}
