import HTTPMessage
import Journal
import MockService
import Scenarios
import Support
import Synchronization
import Testing

@testable import MockServer

@Suite("Control of scenarios and sessions", .timeLimit(.minutes(15)))
struct ControlTests {
  /// Returns a scenario that responds to everything with a status.
  private static func text(_ name: String, _ status: Int) -> String {
    "name: \(name)\ndescription: d\nsteps: [{ validate: off, respond: { status: \(status) } }]"
  }

  private static func site() -> Site {
    let site = Site { $0.scenario = "start" }
    for (name, status) in [("start", 201), ("all", 202), ("mine", 203), ("token", 205), ("header", 206)] {
      #expect(site.send("POST", "/_mock/scenarios", text: text(name, status)).status == 201)
    }
    return site
  }

  @Test("The scenario of the header wins over the token's, then the session's, then that of all")
  func precedence() {
    let site = Self.site()
    let (session, header) = (("X-Mock-Session", "s"), ("X-Mock-Scenario", "header"))
    var statuses = [site.models("k").status]
    site.send("PUT", "/_mock/scenario", text: #"{"scenario": "all"}"#)
    statuses.append(site.models("k", [session]).status)
    site.send("PUT", "/_mock/scenario", text: #"{"scenario": "mine", "session": "s"}"#)
    statuses += [site.models("k", [session]).status, site.models("k").status, site.models("scenario:token", [session]).status]
    statuses.append(site.models("scenario:token", [session, header]).status)
    #expect(statuses == [201, 202, 203, 202, 205, 206])
  }

  @Test("Deleting an assignment restores the one before, and none switches scenarios off")
  func deletion() {
    let site = Self.site()
    site.send("PUT", "/_mock/scenario", text: #"{"scenario": "all"}"#)
    site.send("PUT", "/_mock/scenario?session=k", text: #"{"scenario": "none"}"#)
    #expect(site.models("k").status == 200)
    #expect(
      site.send("DELETE", "/_mock/scenario?session=k").text == #"{"session":"k","scenario":"all","own":null,"standard":"all"}"# + "\n")
    #expect(site.models("k").status == 202)
    site.send("DELETE", "/_mock/scenario")
    #expect(site.models("k").status == 201)
    site.send("PUT", "/_mock/scenario", text: #"{"scenario": "none"}"#)
    #expect(site.models("k").status == 200)
  }

  @Test("An added scenario wins over a shipped one of the same name until it is deleted")
  func addition() throws {
    let site = Site()
    let scenario = [("X-Mock-Scenario", "dgrid-down")]
    #expect(site.models("a", scenario).status == 502)
    site.send("POST", "/_mock/scenarios", text: Self.text("dgrid-down", 418))
    #expect(site.models("b", scenario).status == 418)
    #expect(site.send("GET", "/_mock/scenarios").text.contains(#"{"name":"dgrid-down","description":"d","origin":"added","steps":1}"#))
    site.send("DELETE", "/_mock/scenarios/dgrid-down")
    #expect(site.models("c", scenario).status == 502)
    #expect(site.send("DELETE", "/_mock/scenarios/dgrid-down").status == 404)
  }

  @Test("An added scenario survives reloading the folder")
  func reload() throws {
    let hasChanged = Flag()
    let site = Site { $0.changedScenarios = { hasChanged.take() ? .shipped : nil } }
    site.send("POST", "/_mock/scenarios", text: Self.text("mine", 418))
    hasChanged.set()
    #expect(site.models("k", [("X-Mock-Scenario", "mine")]).status == 418)
    #expect(!hasChanged.take())
  }

  @Test("Resetting one session keeps the other")
  func resetSession() throws {
    let site = Site()
    for key in ["a", "b"] {
      site.send("PUT", "/_mock/scenario?session=\(key)", text: #"{"scenario": "dgrid-down"}"#)
      site.models(key)
      for _ in 1...2 { site.edit(key: key) }
    }
    site.send("POST", "/_mock/reset", text: #"{"session": "a"}"#)
    #expect(site.journal.entries.map(\.record.session.raw) == ["b", "b", "b"])
    #expect(site.journal.sessions.map(\.name.raw) == ["b"])
    let findings = try #require(try site.send("GET", "/_mock/conduct").object["findings"] as? [[String: Any]])
    #expect(Set(findings.compactMap { $0["session"] as? String }) == ["b"])
    #expect([site.models("a").status, site.models("b").status] == [200, 502])
  }

  @Test("Resetting a session restarts its scenario, and not that of the other")
  func restart() {
    let site = Site()
    site.send(
      "POST", "/_mock/scenarios", text: "name: once\ndescription: d\nsteps: [{ times: 1, validate: off, respond: { status: 418 } }]")
    let once = [("X-Mock-Scenario", "once")]
    let before = ["a", "b", "a", "b"].map { site.models($0, once).status }
    site.send("POST", "/_mock/reset?session=a")
    #expect(before + ["a", "b"].map { site.models($0, once).status } == [418, 418, 200, 200, 418, 200])
  }

  @Test("Resetting everything restores the start, except the counters of the run")
  func resetAll() throws {
    let site = Self.site()
    site.send("PUT", "/_mock/scenario", text: #"{"scenario": "all"}"#)
    site.models()
    site.send("PUT", "/_mock/clock", text: #"{"advance": "1h"}"#)
    site.send("POST", "/_mock/reset")
    #expect(site.send("GET", "/_mock/scenarios").text.contains("added") == false)
    #expect(site.send("GET", "/_mock/scenario").text == #"{"session":null,"scenario":"start","own":null,"standard":"start"}"# + "\n")
    #expect(site.send("GET", "/_mock/requests").text == "{\"requests\":[],\"forgotten\":0}\n")
    #expect(try site.send("GET", "/_mock/health").object["requests"] as? Int == 1)
    let clock = try site.send("GET", "/_mock/clock").object
    #expect(clock["frozen"] as? Bool == false && clock["ahead"] as? Int == 0)
  }

  @Test("Verification fails for refusals and upper bounds when requests are forgotten")
  func forgotten() throws {
    let site = Site { $0.journal.requests = 1 }
    for path in ["/v1/models/none", "/v1/models"] { _ = site.send("GET", path, [("Authorization", "Bearer k")]) }
    site.models("other")
    site.models("k")
    let review = try site.send("GET", "/_mock/verify?session=k").object
    #expect(review["ok"] as? Bool == false && review["forgotten"] as? Int == 2)
    for (counts, isMet) in [(#""times": 1"#, false), (#""at-least": 1"#, true), (#""at-most": 3"#, false)] {
      let question = #"{"session": "k", "expect": [{"when": {}, \#(counts)}]}"#
      #expect(try site.send("POST", "/_mock/verify", text: question).object["ok"] as? Bool == isMet, "\(counts)")
    }
  }

  @Test("A reset of the session null is refused")
  func resetNull() {
    let site = Site()
    site.models("k")
    let response = site.send("POST", "/_mock/reset", text: #"{"session": null}"#)
    #expect(response.status == 400 && site.journal.entries.count == 1)
  }

  @Test("Unreached steps are reported until they are reached")
  func unreached() throws {
    let site = Site()
    site.send("POST", "/_mock/scenarios", text: "name: two\ndescription: d\nsteps: [{ times: 1, delay: 1s }, { delay: 2s }]")
    site.models("k", [("X-Mock-Scenario", "two")])
    let first = site.send("GET", "/_mock/verify?session=k")
    #expect(
      first.text
        == #"{"ok":false,"requests":1,"forgotten":0,"violations":[],"warnings":[],"unreached":[{"session":"k","scenario":"two","step":2}]}"#
        + "\n")
    site.models("k", [("X-Mock-Scenario", "two")])
    #expect(try site.send("GET", "/_mock/verify?session=k").object["ok"] as? Bool == true)
  }
}

/// A flag between threads.
private final class Flag: Sendable {
  private let isSet = Atomic(false)

  func set() { isSet.store(true, ordering: .sequentiallyConsistent) }
  func take() -> Bool { isSet.exchange(false, ordering: .sequentiallyConsistent) }
}
