import Contract
import Formats
import HTTPMessage
import Journal
import MockService
import RequestMatching
import Scenarios
import Synchronization
import Testing

/// The work of scenarios, as the journal has it.
@Suite("What is recorded of scenarios", .timeLimit(.minutes(15)))
struct RecordedScenarioTests {
  private func send(_ mock: Mock, prompt: String = "a sunrise") throws {
    _ = mock.venice([("prompt", .string(prompt)), ("image", try gradientText(256, 256))])
  }

  @Test("A scripted error has its step and the facts of the request; a response that no step gave has the near miss")
  func scripted() throws {
    let mock = try Mock(scenarios: [
      "one": "steps:\n  - { times: 1, respond: { status: 503 }, delay: 2s }\n  - { when: { prompt: snow }, respond: { status: 418 } }\n"
    ]) { $0.scenario = "one" }
    try send(mock)
    let first = try mock.lastRecord()
    #expect(first.status == 503 && first.scenario == "one" && first.step == 1 && first.nearMiss == nil && first.unmatchedScenario == nil)
    #expect(first.facts?.prompt == "a sunrise" && first.images.count == 1)
    #expect(first.delivery?.delay == .seconds(2))
    try send(mock)
    let second = try mock.lastRecord()
    #expect(second.status == 200 && second.trace == nil)
    let miss = try #require(second.nearMiss)
    #expect(miss.hasPrefix("scenario one: no step; "), "\(miss)")
  }

  @Test("A near miss is only of a scenario that the request went through", arguments: ["none", "unknown", "models"])
  func noMiss(way: String) throws {
    let mock = try Mock(scenarios: ["one": "steps:\n  - { when: { prompt: snow }, respond: { status: 418 } }\n"])
    switch way {
    case "none": try send(mock)
    case "unknown": _ = mock.send("POST", "/api/v1/image/edit", key: "scenario:none-such")
    default: _ = mock.send("OPTIONS", "/api/v1/image/edit", headers: [("X-Mock-Scenario", "one")])
    }
    #expect(try mock.lastRecord().nearMiss == nil && mock.lastRecord().unmatchedScenario == nil)
  }

  @Test("A quota that responds has its scenario and no step, and so does one that only sends its state")
  func quota() throws {
    let mock = try Mock(scenarios: ["one": "quotas: { balance: { usd: 0.05 } }\n"]) { $0.scenario = "one" }
    try send(mock)
    try send(mock)
    #expect(mock.entries.map(\.record.status) == [200, 402])
    #expect(mock.entries.map(\.record.scenario) == ["one", "one"] && mock.entries.map(\.record.step) == [nil, nil])
    #expect(mock.entries.allSatisfy { $0.record.nearMiss == nil })
  }

  @Test("A request that its scenario cuts off while it is sent has the step, and is cut; the next one is answered")
  func cut() throws {
    let mock = try Mock(scenarios: ["one": "steps:\n  - { times: 1, fault: { disconnect: { after: 4KiB, reset: true } } }\n"]) {
      $0.scenario = "one"
    }
    let head = mock.head("POST", "/api/v1/image/edit", headers: [jsonType, ("Content-Length", "9000")])
    guard case .collect(let intake) = mock.service.admit(head) else { throw Mock.NotAdmitted() }
    #expect(intake.cut == Intake.Cut(after: 4_096, resets: true))
    intake.abandoned?(Intake.Abandonment(received: 4_096, isCut: true))
    #expect(mock.entries.count == 1)
    let entry = try mock.lastEntry()
    #expect(entry.snapshot.delivery == .cut && entry.record.status == nil && entry.record.bodyCount == 4_096)
    #expect(entry.record.scenario == "one" && entry.record.step == 1 && entry.record.isScripted)
    #expect(entry.record.trace?.faults.count == 1)
    try send(mock)
    #expect(try mock.lastRecord().status == 200)
  }

  @Test("What a step wanted is nobody's mistake; what was broken beside it still is", arguments: [true, false])
  func mistakes(isScripted: Bool) throws {
    let steps = "steps:\n  - { when: { valid: false }, respond: { headers: { x-note: mine } } }\n"
    let mock = try Mock(scenarios: ["one": steps]) { $0.scenario = isScripted ? "one" : nil }
    try send(mock, prompt: "")
    let record = try mock.lastRecord()
    #expect(record.violations.map(\.rule.id) == ["venice.edit.prompt.min-length"])
    #expect(record.isScripted == isScripted && record.isRefused == !isScripted)
    #expect(mock.service.journal.counters.refused == (isScripted ? 0 : 1))
  }

  @Test("The log tells a near miss also without a journal", arguments: [0, 10])
  func logged(kept: Int) throws {
    let lines = Mutex<[String]>([])
    var configuration = try Mock(scenarios: ["one": "steps:\n  - { when: { prompt: snow }, respond: { status: 418 } }\n"]).configuration
    configuration.scenario = "one"
    configuration.journal.requests = kept
    var mock = Mock()
    mock.observe(configuration) { record in lines.withLock { $0.append(record.text(explainsMiss: true)) } }
    try send(mock)
    let line = try #require(lines.withLock { $0.first })
    #expect(line.contains("snow") && line.contains("a sunrise"), "\(line)")
    #expect(mock.entries.count == min(kept, 1))
  }

  @Test(
    "A response whose status line never goes out has no status",
    arguments: [("never-answer", nil), ("stall: { after: 10%, for: 1s }", 200)])
  func headless(fault: String, status: Int?) throws {
    let mock = try Mock(scenarios: ["one": "steps:\n  - fault: \(fault.contains(":") ? "{ \(fault) }" : fault)\n"]) { $0.scenario = "one" }
    _ = mock.send("GET", "/v1/models")
    #expect(try mock.lastRecord().status == status && mock.lastRecord().step == 1)
  }
}
