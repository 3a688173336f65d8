import Contract
import Formats
import Foundation
import Scenarios
import Support
import Testing

@Suite("Faults in scenario files", .timeLimit(.minutes(15)))
struct FaultExampleTests {
  private func read(_ steps: String) -> Result<Scenario, DocumentProblems> {
    let text = "name: x\ndescription: A test.\n\(steps)"
    return ScenarioFile.read(Array(text.utf8), name: "x.yaml", vocabulary: .standard) { (_) throws(TextSyntaxError) in [] }
  }

  private func read(step: String) -> Result<Scenario, DocumentProblems> { read("steps:\n  - { \(step) }\n") }

  @Test("Every example in docs/faults.md is read, and is of the fault it stands under")
  func examples() throws {
    let text = String(decoding: try readFile(Checkout.path + "/docs/faults.md", limit: 1 << 20), as: UTF8.self)
    let blocks = text.split(separator: "```yaml\n").dropFirst().map { ($0.components(separatedBy: "```")[0]) }
    #expect(blocks.count == FaultTable.all.count + 1)
    for block in blocks {
      let scenario = try read(block.hasPrefix("steps:") ? block : "steps:\n  - \(block)").get()
      #expect(scenario.steps.allSatisfy { !$0.faults.isEmpty })
    }
  }

  @Test("Every fault can be written by its name alone", arguments: FaultTable.all.indices)
  func nameAlone(index: Int) throws {
    let faults = try read(step: "fault: \(FaultTable.all[index].name)").get().steps[0].faults
    #expect(faults.map { type(of: $0).name } == [FaultTable.all[index].name])
  }

  static let writtenPlaces: [(String, CutPoint)] = [
    ("start", .start), ("head", .head), ("50%", .body(.percent(50))), ("1KiB", .body(.bytes(1_024))), ("0", .head),
  ]

  @Test("A place is start, head or an amount", arguments: writtenPlaces)
  func places(text: String, place: CutPoint) throws {
    var draft = ResponseDraft(response(10), api: .venice, draws: .test)
    try read(step: "fault: { reset: { after: \(text) } }").get().steps[0].faults[0].apply(to: &draft)
    #expect(draft.cut == place)
  }

  static let senseless = [
    "fault: { reset: { after: middle } }", "fault: { wrong-content-length: { by: 0 } }", "fault: { slice: { size: 0 } }",
    "fault: { duplicate-headers: { name: Date } }", "fault: { reset: {}, truncate: {} }", "fault: { html-error-page: { status: 500 } }",
    "fault: slice, pace: { bytes-per-second: 100 }", "fault: slow-upload, pace: { upload-bytes-per-second: 100 }",
  ]

  @Test("What makes no sense is refused, once", arguments: senseless)
  func refused(step: String) {
    if case .failure(let problems) = read(step: step) { #expect(problems.all.count == 1) } else { Issue.record("read") }
  }

  @Test(
    "What does, is not",
    arguments: [
      "fault: slice, pace: { upload-bytes-per-second: 9 }", "fault: slow-upload, pace: { bytes-per-second: 9 }",
      "fault: { html-error-page: { status: 524 } }", "fault: { wrong-content-length: { by: -20 } }",
    ])
  func taken(step: String) throws { _ = try read(step: step).get() }
}
