import HTTPMessage
import Journal
import MockService
import Testing

@Suite("Sessions with redacted names", .timeLimit(.minutes(15)))
struct RedactedSessionTests {
  private static let key = "sk-" + String(repeating: "a", count: 30)
  private static let shown = SessionName.shown(key: key)

  private static func site() -> Site {
    let site = Site()
    for _ in 1...2 { site.edit(key: key) }
    site.edit(key: "other")
    return site
  }

  @Test("Every route accepts both names of a session", arguments: [key, shown])
  func routes(name: String) throws {
    let site = Self.site()
    let text = name.utf8.map { $0 < 0x80 ? String(UnicodeScalar($0)) : "%\(String($0, radix: 16))" }.joined()
    let requests = try site.send("GET", "/_mock/requests?session=\(text)").object["requests"] as? [[String: Any]]
    #expect(requests?.map { $0["session"] as? String } == [Self.shown, Self.shown])
    let archive = try site.send("GET", "/_mock/requests.har?session=\(text)").object["log"] as? [String: Any]
    #expect((archive?["entries"] as? [Any])?.count == 2)
    #expect(try site.send("GET", "/_mock/verify?session=\(text)").object["requests"] as? Int == 2)
    let question = #"{"session": "\#(name)", "expect": [{"when": {}, "times": 2}]}"#
    #expect(try site.send("POST", "/_mock/verify", text: question).object["ok"] as? Bool == true)
    let findings = try site.send("GET", "/_mock/conduct?session=\(text)").object["findings"] as? [[String: Any]]
    #expect(findings?.map { $0["session"] as? String } == [Self.shown])
    site.send("PUT", "/_mock/scenario", text: #"{"session": "\#(name)", "scenario": "dgrid-down"}"#)
    #expect(site.models(Self.key).status == 502 && site.models("other").status == 200)
    #expect(try site.send("GET", "/_mock/scenario?session=\(text)").object["own"] as? String == "dgrid-down")
    site.send("DELETE", "/_mock/scenario?session=\(text)")
    #expect(site.models(Self.key).status == 200)
    site.send("POST", "/_mock/reset?session=\(text)")
    #expect(site.journal.entries.map(\.record.session.raw) == ["other", "other"])
  }

  @Test("Unreached steps are reported with the redacted name")
  func unreached() throws {
    let site = Site()
    site.send("POST", "/_mock/scenarios", text: "name: two\ndescription: d\nsteps: [{ times: 1, delay: 1s }, { delay: 2s }]")
    site.models(Self.key, [("X-Mock-Scenario", "two")])
    let unreached = try site.send("GET", "/_mock/verify").object["unreached"] as? [[String: Any]]
    #expect(unreached?.map { $0["session"] as? String } == [Self.shown])
  }

  @Test("A redacted key matches in a pattern", arguments: ["session", "key"])
  func pattern(part: String) throws {
    let site = Site()
    site.models(Self.key)
    let question = #"{"expect": [{"when": {"\#(part)": "\#(Self.shown)"}, "times": 1}]}"#
    #expect(try site.send("POST", "/_mock/verify", text: question).object["ok"] as? Bool == true)
  }
}
