import RetryAnalysis
import Testing

@testable import Journal

@Suite("Reports of a run", .timeLimit(.minutes(15)))
struct ReportTests {
  /// A session name with control characters and XML syntax.
  static let nasty = "a\u{1}\u{1B}[31m<&\"'>]]>\u{FFFE}\u{7F}é\t"

  /// A journal with two refused requests, the second a hopeless retry, and a scripted one.
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

  @Test("The JSON has counters, rules with examples, and findings")
  func json() throws {
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

  @Test("There is a report before the run has finished, and after a run without requests")
  func withoutRequests() throws {
    let none = try read(Self.report(nil).json)
    #expect(none["finished"] as? Bool == false && none["requests"] as? Int == 0)
    let empty = try read(Self.report(Journal()).json)
    #expect(empty["finished"] as? Bool == true && empty["fails"] as? Bool == false)
  }

  @Test(
    "The run fails on warnings and findings as configured",
    arguments: [(false, false, false), (true, false, true), (false, true, true), (true, true, true)])
  func fails(onWarnings: Bool, onConduct: Bool, fails: Bool) {
    #expect(Self.report(Self.busy(), warnings: onWarnings, conduct: onConduct).fails == fails)
    #expect(!Self.report(Journal(), warnings: onWarnings, conduct: onConduct).fails)
  }

  @Test("The summary has one line for each rule and each finding")
  func summary() {
    let lines = Self.report(Self.busy()).summary.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "3 requests, 2 refused, 0 warned, 1 scripted, 1 findings on conduct")
    #expect(lines.contains("  2 × venice.edit.prompt.required"))
    #expect(lines.last?.hasPrefix("  hopeless-retry, session 'a··[31m<&\"'>]]>") ?? false)
  }

  @Test("Requests of forgotten sessions stay in the report")
  func forgotten() throws {
    let journal = Self.busy()
    journal.forget(session: Self.nasty)
    #expect(journal.retryAnalyzer.findings().isEmpty)
    #expect(journal.findingCount == 1)
    let report = Self.report(journal)
    #expect(try read(report.json)["refused"] as? Int == 2)
    #expect(report.findings.map(\.session) == [Self.nasty])
    journal.forget(session: nil)
    #expect(journal.findingCount == 1)
  }

  @Test("The report keeps the redacted name of a forgotten session")
  func redactedNames() {
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
