import Contract
import Formats
import HTTPMessage
import Journal
import MockService
import RequestMatching
import Scenarios
import Testing

/// Records of requests, however they end.
@Suite("What the service records of a request", .timeLimit(.minutes(15)))
struct RecordTests {
  struct Case: CustomTestStringConvertible {
    let method: String
    let target: String
    var headers: [(String, String)] = []
    var key: String? = "test-key"
    var body = ""
    let status: Int
    let api: API?
    let endpoint: RequestFacts.Endpoint
    var violations: [String] = []
    /// Whether the whole request was looked at.
    var isReceived = true

    var testDescription: String { "\(method) \(target)" }
  }

  static let cases = [
    Case(method: "GET", target: "/api/v1/models?type=inpaint", status: 200, api: .venice, endpoint: .models),
    Case(
      method: "GET", target: "/api/v1/models?type=none", status: 400, api: .venice, endpoint: .models,
      violations: ["venice.models.type.enum"]),
    Case(method: "GET", target: "/v1/models", status: 200, api: .dgrid, endpoint: .models),
    Case(
      method: "GET", target: "/api/v1/none", status: 404, api: .venice, endpoint: .other, violations: ["venice.path.known"],
      isReceived: false),
    Case(
      method: "POST", target: "/v1/images/edits", headers: [("Content-Length", "70000")], key: nil, status: 401, api: .dgrid,
      endpoint: .edit,
      violations: ["dgrid.auth.present"], isReceived: false),
    Case(
      method: "POST", target: "/api/v1/image/edit", headers: [jsonType], body: "{}", status: 400, api: .venice, endpoint: .edit,
      violations: ["venice.edit.image.required", "venice.edit.prompt.required"]),
    Case(
      method: "POST", target: "/api/v1/image/edit", headers: [jsonType], body: "{", status: 400, api: .venice, endpoint: .edit,
      violations: ["venice.edit.json.syntax"]),
    Case(method: "OPTIONS", target: "/api/v1/image/edit", key: nil, status: 204, api: .venice, endpoint: .edit),
    Case(method: "OPTIONS", target: "/v1/none", key: nil, body: "x", status: 204, api: .dgrid, endpoint: .other),
    Case(method: "GET", target: "/fixtures/lighthouse.png", key: nil, status: 200, api: nil, endpoint: .other),
    Case(method: "GET", target: "/generated/none.png", key: nil, status: 404, api: .dgrid, endpoint: .generated),
    Case(method: "POST", target: "/image/edit?x=1", body: "lost", status: 404, api: nil, endpoint: .other),
    Case(
      method: "GET", target: "/v1/models", headers: [("X-Mock-Scenario", "no-such")], status: 400, api: .dgrid, endpoint: .models,
      isReceived: false),
  ]

  @Test("Each request is recorded once, with its facts and its response", arguments: cases)
  func kinds(one: Case) throws {
    let mock = Mock()
    let head = mock.head(one.method, one.target, headers: one.headers, key: one.key)
    let response = mock.plan(head, Array(one.body.utf8)).response
    #expect(mock.entries.count == 1)
    let entry = try mock.lastEntry()
    let record = entry.record
    #expect(response.status == one.status && record.status == one.status)
    #expect(record.api == one.api && record.endpoint == one.endpoint)
    #expect(record.head == head)
    #expect(record.violations.map(\.rule.id) == one.violations)
    #expect(record.trace == nil && record.nearMiss == nil && record.abandonment == nil)
    #expect((record.times.received != nil) == one.isReceived)
    #expect(entry.snapshot.responseBody == response.body && entry.responseCount == response.body.count)
    #expect(record.response?.headers == response.headers)
    if one.isReceived { #expect(entry.snapshot.body == Array(one.body.utf8) && record.bodyCount == one.body.utf8.count) }
    if let id = response.headers["x-mock-request-id"] { #expect(record.id == id) }
    #expect(record.digest != nil)
  }

  @Test("Of a request that was refused by its head only the announced length of the body is known")
  func announced() throws {
    let mock = Mock()
    _ = mock.send("POST", "/v1/images/edits", headers: [("Content-Length", "70000")], key: nil)
    #expect(try mock.lastRecord().bodyCount == 70_000 && mock.lastEntry().snapshot.body == nil)
  }

  @Test("A warning is recorded with the request that was accepted")
  func warned() throws {
    let mock = Mock()
    let response = mock.venice([
      ("prompt", .string("x")), ("modelId", .string("firered-image-edit")), ("image", try gradientText(256, 256)),
    ])
    let record = try mock.lastRecord()
    #expect(response.status == 200 && record.violations.isEmpty)
    #expect(record.warnings.map(\.rule.id) == ["venice.edit.modelId.deprecated"])
  }

  @Test("A client that goes in the middle of its body is recorded without a response", arguments: [nil, "left-alone", "slowed"])
  func clientGone(scenario: String?) throws {
    let mock = try Mock(scenarios: [
      "left-alone": "steps:\n  - respond: { status: 503 }\n", "slowed": "steps:\n  - pace: { upload-bytes-per-second: 1 }\n",
    ]) { $0.scenario = scenario }
    let head = mock.head("POST", "/api/v1/image/edit", headers: [jsonType, ("Content-Length", "1000")])
    try mock.abandon(head, Intake.Abandonment(received: 400, isCut: false))
    #expect(mock.entries.count == 1)
    let entry = try mock.lastEntry()
    #expect(entry.record.status == nil && entry.record.response == nil && entry.record.delivery == nil && entry.record.trace == nil)
    #expect(entry.record.bodyCount == 400 && entry.snapshot.body == nil && entry.snapshot.delivery == .clientGone)
    #expect(entry.record.api == .venice && entry.record.endpoint == .edit)
    #expect(entry.record.times.received == nil)
  }

  @Test(
    "A body that stops gets 408 in the API's shape, is recorded as answered, and no scenario has a part in it",
    arguments: [("/api/v1/image/edit", nil), ("/v1/images/edits", nil), ("/api/v1/image/edit", "always-refused")])
  func stalled(path: String, scenario: String?) throws {
    let mock = try Mock(scenarios: ["always-refused": "steps:\n  - respond: { status: 503 }\n"]) { $0.scenario = scenario }
    guard case .collect(let intake) = mock.service.admit(mock.head("POST", path, headers: [jsonType, ("Content-Length", "1000")])) else {
      throw Mock.NotAdmitted()
    }
    let respond = try #require(intake.respondToStall)
    let plan = respond(Intake.StalledBody(received: 400, announced: 1_000))
    #expect(plan.response.status == 408)
    #expect(
      String(decoding: plan.response.body, as: UTF8.self).contains("the body stopped after 400 of the 1000 bytes of its Content-Length"))
    let entry = try mock.lastEntry()
    #expect(plan.response.headers["x-mock-request-id"] == entry.record.id)
    #expect(entry.record.status == 408 && entry.record.bodyCount == 400 && entry.record.trace == nil)
    plan.observer?.deliveryEnded(.done, at: .zero)
    #expect(entry.snapshot.delivery == .complete)
  }

  @Test("Every request has an id of its own, also those without a response")
  func ids() throws {
    let mock = Mock()
    for _ in 0..<3 {
      _ = mock.send("GET", "/v1/models")
      try mock.abandon(mock.head("POST", "/v1/images/edits"), Intake.Abandonment(received: 0, isCut: false))
      _ = mock.send("GET", "/")
    }
    #expect(Set(mock.entries.map(\.record.id)).count == 9)
  }
}
