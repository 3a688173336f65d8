import Scenarios
import Testing

@Suite("scenarios/README.md", .timeLimit(.minutes(30)))
struct ScenarioListTests {
  @Test("It lists every scenario under its theme, with the sentence of its file (UPDATE_SCENARIO_LIST=1 writes it anew)")
  func list() throws {
    let text = try Self.text()
    try Checkout.update("scenarios/README.md", with: text, when: "UPDATE_SCENARIO_LIST")
    #expect(try Checkout.text("scenarios/README.md") == text)
  }

  @Test("Every file names the schema in its first line", arguments: Theme.all.flatMap(\.entries).map(\.scenario))
  func schema(scenario: String) throws {
    #expect(try Checkout.text("scenarios/\(scenario).yaml").hasPrefix("# yaml-language-server: $schema=scenario.schema.json\nname: "))
  }

  private static func text() throws -> String {
    let set = try ScenarioSet.load(folder: nil)
    var text = """
      # The scenarios that come with the mock

      Choose one with the header `X-Mock-Scenario: NAME`, the bearer token `scenario:NAME:anything`, or `serve --scenario NAME`.
      How they are written and what is counted for whom: [docs/scenarios.md](../docs/scenarios.md).

      """
    for theme in Theme.all {
      text += "\n## \(theme.title)\n\n| name | what it reproduces |\n| --- | --- |\n"
      for entry in theme.entries {
        let scenario = try #require(try set.scenario(named: entry.scenario), "\(entry.scenario)")
        text += "| [`\(scenario.name)`](\(scenario.name).yaml) | \(scenario.description) |\n"
      }
    }
    return text
  }
}
