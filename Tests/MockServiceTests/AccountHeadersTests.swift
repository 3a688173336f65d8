import Contract
import Formats
import HTTPMessage
import Journal
import MockService
import Scenarios
import Support
import Testing

@Suite("Venice's headers on the account", .timeLimit(.minutes(15)))
struct AccountHeadersTests {
  private static let account = [
    "x-ratelimit-limit-requests", "x-ratelimit-remaining-requests", "x-ratelimit-reset-requests", "x-ratelimit-limit-tokens",
    "x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens", "x-venice-balance-usd", "x-venice-balance-diem",
  ]
  private static let budget = ["x-ratelimit-remaining", "x-ratelimit-resets"]

  private func edit(_ mock: Mock, key: String? = "k", model: String? = nil, prompt: String = "a sunrise", headers: [(String, String)] = [])
    throws -> Response
  {
    let members = [("prompt", .string(prompt)), ("image", try gradientText(256, 256))] + (model.map { [("model", .string($0))] } ?? [])
    return mock.send(
      "POST", "/api/v1/image/edit", headers: [jsonType] + headers, key: key, body: JSONOutput.object(members).serialized())
  }

  private func names(_ response: Response) -> Set<String> { Set(response.headers.fields.map { $0.name.lowercased() }) }

  @Test(
    "Every response to credentials has them, refusals included, and the error budget's where October has them", arguments: Profile.allCases)
  func everywhere(profile: Profile) throws {
    let mock = Mock { $0.settings = Settings(profile: profile) }
    let expected = Set(Self.account + (profile == .live ? Self.budget : []))
    let wallet = WalletTests.signIn(try WalletTests.challenge(of: edit(mock, key: nil)))
    let responses = [
      (200, try edit(mock)), (400, try edit(mock, prompt: "")), (400, try edit(mock, model: "nobody")),
      (400, mock.send("POST", "/api/v1/image/edit", headers: [jsonType], body: [0x7B])),
      (413, mock.send("POST", "/api/v1/image/edit", headers: [jsonType], body: [UInt8](repeating: 0x20, count: 36_700_161))),
      (200, try edit(mock, key: nil, headers: [wallet])),
    ]
    for (status, response) in responses {
      #expect(response.status == status)
      #expect(expected.subtracting(names(response)) == [], "\(status)")
      #expect(Set(Self.budget).intersection(names(response)) == Set(profile == .live ? Self.budget : []), "\(status)")
    }
  }

  @Test("Responses that are about no account have the version and CF-RAY alone, and DGrid's have nothing of it")
  func nobody() throws {
    let mock = Mock { $0.keys = ["good"] }
    let responses = [
      try edit(mock, key: nil), try edit(mock, key: "bad"), mock.send("GET", "/api/v1/models"), mock.send("GET", "/api/v1/nothing"),
      mock.send("GET", "/api/v1/image/edit", key: "good"), mock.send("OPTIONS", "/api/v1/image/edit"),
    ]
    #expect(responses.map(\.status) == [402, 401, 200, 404, 405, 204])
    for response in responses {
      #expect(names(response).isSuperset(of: ["x-venice-version", "cf-ray"]))
      #expect(names(response).isDisjoint(with: Self.account + Self.budget))
    }
    let dgrid = mock.send("GET", "/v1/models", key: "good")
    #expect(names(dgrid).isDisjoint(with: Self.account + Self.budget + ["x-venice-version", "cf-ray"]))
  }

  @Test("CF-RAY is another for each request, and the same in each run")
  func ray() throws {
    func rays() throws -> [String?] {
      let mock = Mock()
      return try (0..<3).map { _ in try edit(mock, prompt: "").headers["cf-ray"] }
    }
    let first = try rays()
    #expect(try rays() == first && Set(first).count == 3)
    #expect(first.allSatisfy { $0?.count == 20 && $0?.hasSuffix("-ICN") == true })
  }

  @Test("The count goes down for each key, model and session within a minute, and starts again")
  func countdown() throws {
    let mock = Mock { $0.settings = Settings(profile: .live) }
    func left(_ response: Response) -> String? { response.headers["x-ratelimit-remaining-requests"] }
    let first = try edit(mock)
    #expect(left(first) == "9999" && first.headers["x-ratelimit-limit-requests"] == "10000")
    #expect(first.headers["x-ratelimit-reset-requests"] == "1750000060000")
    mock.configuration.clock.advance(by: .seconds(59))
    let second = try edit(mock)
    #expect(left(second) == "9998" && second.headers["x-ratelimit-reset-requests"] == "1750000060000")
    #expect(left(try edit(mock, prompt: "")) == "9998")
    #expect(left(try edit(mock, key: "other")) == "9999")
    #expect(left(try edit(mock, model: "flux-2-max-edit")) == "9999")
    #expect(left(try edit(mock, headers: [("X-Mock-Session", "s")])) == "9999")
    mock.configuration.clock.advance(by: .seconds(1))
    #expect(left(try edit(mock, prompt: "")) == "10000")
    #expect(left(try edit(mock)) == "9999")
    mock.service.reset(session: "k")
    #expect(left(try edit(mock)) == "9999")
  }

  @Test("A quota's own figures stand in their place, on refusals, too")
  func quotas() throws {
    let mock = try Mock(scenarios: ["one": "quotas: { requests-per-minute: 2, error-budget: on, balance: { usd: 0.05 } }\n"]) {
      $0.scenario = "one"
    }
    func figures(_ response: Response) -> [String?] {
      ["x-ratelimit-limit-requests", "x-ratelimit-remaining-requests", "x-ratelimit-remaining", "x-venice-balance-usd"].map {
        response.headers[$0]
      }
    }
    #expect(figures(try edit(mock, prompt: "")) == ["2", "2", "19", "0.05"])
    #expect(figures(try edit(mock)) == ["2", "1", "19", "0.05"])
    let poor = try edit(mock)
    #expect(poor.status == 402 && figures(poor) == ["2", "1", "18", "0.01"])
  }

  @Test("Failures are counted for each key, model and user of JSON; forms share the bucket of their key")
  func buckets() throws {
    let mock = try Mock(scenarios: ["one": "quotas: { error-budget: { failures: 1 } }\n"]) { $0.scenario = "one" }
    func statuses(_ key: String, _ bodies: [[UInt8]], type: (String, String) = jsonType) -> [Int] {
      bodies.map { mock.send("POST", "/api/v1/image/edit", headers: [type, ("X-Mock-Session", "s")], key: key, body: $0).status }
    }
    for body in ["{}", #"{"model":"x"}"#, #"{"model":"x","user":"u"}"#, #"{"user":"u"}"#] {
      #expect(statuses("a", [[UInt8]](repeating: Array(body.utf8), count: 3)) == [400, 400, 429], "\(body)")
    }
    #expect(statuses("b", [Array("{}".utf8)]) == [400])
    let forms = ["x", "y", "z"].map { FormField.body([.text("model", $0), .text("user", $0)]) }
    #expect(statuses("c", forms, type: FormField.contentType) == [400, 400, 429])
    // What comes before the budget is looked at neither counts nor is stopped; a form that breaks off counts.
    #expect(statuses("d", [[0x7B], [0x7B], [0x7B], Array("{}".utf8)]) == [400, 400, 400, 400])
    #expect(statuses("e", [[0x2D], [0x2D], [0x2D]], type: FormField.contentType) == [400, 400, 429])
  }

  @Test("Where the money has run out by an error's name, the balance says so")
  func emptyBalance() throws {
    let mock = try Mock(scenarios: ["one": "steps:\n  - respond: { error: insufficient-balance }\n"]) { $0.scenario = "one" }
    let response = try edit(mock)
    #expect(response.headers["x-venice-balance-usd"] == "0" && response.headers.values(of: "x-venice-balance-usd").count == 1)
  }

  @Test("Minutes with long names are forgotten before their names fill the memory")
  func bound() throws {
    let mock = Mock { $0.journal.requests = 0 }
    let name = String(repeating: "n", count: 8_000)
    func left(_ number: Int) throws -> String? {
      try edit(mock, headers: [("X-Mock-Session", name + "\(number)")]).headers["x-ratelimit-remaining-requests"]
    }
    #expect(try [left(0), left(0)] == ["9999", "9998"])
    for number in 1..<600 { _ = try left(number) }
    #expect(try left(0) == "9999")
  }
}
