import Contract
import Scenarios
import Testing

@Suite("The shipped scenarios, over a socket", .timeLimit(.minutes(20)))
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
