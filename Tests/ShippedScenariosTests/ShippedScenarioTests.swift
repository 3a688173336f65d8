import Contract
import Scenarios
import Testing

@Suite("The shipped scenarios, over a socket", .timeLimit(.minutes(30)))
struct ShippedScenarioTests {
  private static let entries = Theme.all.flatMap(\.entries)
  private static let shows = entries.flatMap { entry in entry.apis.map { (entry.scenario, $0) } }

  @Test("It does to a client what it says", arguments: shows)
  func show(scenario: String, api: API) throws {
    let entry = try #require(Self.entries.first { $0.scenario == scenario })
    let mock = entry.movesClock ? try MockServer() : try MockServer.shared.get()
    try entry.show(Caller(mock: mock, scenario: scenario, api: api))
  }

  @Test("Every shipped scenario is shown, once")
  func completeness() throws {
    #expect(Self.entries.map(\.scenario).sorted() == (try ScenarioSet.load(folder: nil).names))
  }
}

/// How a shipped scenario is shown to do what it says.
struct Entry: Sendable {
  let scenario: String
  let apis: [API]
  /// Whether it moves the clock: it then has a server of its own.
  let movesClock: Bool
  let show: @Sendable (Caller) throws -> Void

  init(
    _ scenario: String, at apis: [API] = API.allCases, movesClock: Bool = false, show: @escaping @Sendable (_ call: Caller) throws -> Void
  ) {
    self.scenario = scenario
    self.apis = apis
    self.movesClock = movesClock
    self.show = show
  }
}

/// A heading of scenarios/README.md, and what stands below it.
struct Theme: Sendable {
  let title: String
  let entries: [Entry]

  static let all = [retries, network, slowness, money, limits, pictures, models, outages]
}
