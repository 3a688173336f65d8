import Formats
import Scenarios
import Support
import Testing

@Suite("docs/scenarios.md", .timeLimit(.minutes(30)))
struct ScenarioDocumentTests {
  private static let page = "docs/scenarios.md"
  private static let blocks = Result { try DocumentBlock.all(in: page) }

  private static func blocks(_ kind: String) -> [DocumentBlock] { ((try? blocks.get()) ?? []).filter { $0.kind == kind } }

  @Test("A block is a scenario, or the part of one", arguments: blocks("yaml"))
  func loads(block: DocumentBlock) throws {
    #expect(throws: Never.self) { try read(block).get() }
  }

  @Test("There are blocks")
  func blocksAreFound() { #expect(Self.blocks("yaml").count > 10) }

  @Test("What is shown as refused is refused with the words below it (UPDATE_SCENARIO_DOCUMENT=1 writes them anew)")
  func refusal() throws {
    let shown = try #require(Self.blocks("yaml refused").first)
    let words = try #require(Self.blocks("text").first)
    guard case .failure(let problems) = read(shown) else {
      Issue.record("it is not refused")
      return
    }
    let text = try Checkout.text(Self.page)
    let anew = text.split(separator: "```text\n\(words.text)```", maxSplits: 1).joined(separator: "```text\n\(problems)\n```")
    try Checkout.update(Self.page, with: anew, when: "UPDATE_SCENARIO_DOCUMENT")
    #expect(words.text == "\(problems)\n")
  }

  private func read(_ block: DocumentBlock) -> Result<Scenario, DocumentProblems> {
    ScenarioFile.read(Array(block.scenario.utf8), name: "\(block.name).yaml") { path throws(TextSyntaxError) in
      guard let bytes = FixtureImages.bytes(named: path.split(separator: "/").last.map(String.init) ?? "") else {
        throw TextSyntaxError("there is no \(path)")
      }
      return bytes
    }
  }
}
