import Foundation
import TestSupport
import Testing

@Suite("image-edit-mock scenario", .timeLimit(.minutes(15)))
struct ScenarioCommandTests {
  private func run(_ arguments: String...) -> CommandRun { CommandRun(arguments) }

  /// Returns a folder with one scenario file.
  private func folder(_ name: String, _ text: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Array(text.utf8), "\(name).yaml")
    return folder
  }

  @Test("list prints what there is, a folder's scenarios among them, in three styles")
  func list() throws {
    let folder = try self.folder("mine", "name: mine\ndescription: My own incident.\nsteps:\n  - respond: { status: 500 }\n")
    let table = run("scenario", "list", "--scenarios", folder.path)
    #expect(table.code == 0 && table.output.contains("rate-limited-then-ok") && table.output.contains("mine "))
    #expect(run("scenario", "list", "--scenarios", folder.path, "--format", "markdown").output.contains("| `mine` | My own incident. |"))
    let json = try JSONSerialization.jsonObject(with: Data(run("scenario", "list", "--format", "json").output.utf8)) as? [String: Any]
    #expect((json?["scenarios"] as? [[String: String]])?.contains { $0["name"] == "bad-day" } == true)
  }

  @Test("list also prints what a file may ask for")
  func vocabulary() {
    #expect(run("scenario", "list", "--errors").output.contains("rate-limited: "))
    #expect(run("scenario", "list", "--faults").output.contains("truncate"))
  }

  @Test("validate says ok, or every problem with its position and exit code 65")
  func validate() throws {
    let good = try folder("good", "name: good\ndescription: Fine.\nsteps:\n  - respond: { status: 500 }\n")
    let fine = run("scenario", "validate", good.path, "\(good.path)/good.yaml")
    #expect(fine.code == 0 && fine.output == "ok: good (1 step)\nok: good (1 step)\n")
    let bad = try folder("bad", "name: bad\ndescription: Not fine.\nsteps:\n  - chance: 3\n    dealy: 1s\n")
    let refused = run("scenario", "validate", bad.path, good.path)
    #expect(refused.code == 65 && refused.output == "ok: good (1 step)\n")
    #expect(refused.error.contains("\(bad.path)/bad.yaml:4:13: `chance` is 3"))
    #expect(refused.error.contains("\(bad.path)/bad.yaml:5:5: `dealy` is no key"))
    #expect(run("scenario", "validate", "\(bad.path)/none.yaml").code == 65)
  }

  @Test("explain prints the response to each request, and why a step does not apply")
  func explain() throws {
    let text = """
      name: explained
      description: Two refusals, then slow.
      seed: 7
      steps:
        - { times: 2, respond: { error: rate-limited, headers: { retry-after: "1" } } }
        - { when: { prompt: snow }, respond: { status: 500 } }
        - { delay: { uniform: [100ms, 2s] }, fault: truncate }
      """
    let folder = try self.folder("explained", text)
    let result = run("scenario", "explain", "explained", "--scenarios", folder.path, "--requests", "3", "--every", "500")
    let lines = result.output.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    #expect(lines[1] == "1 0 step 1 429 rate-limited 0 retry-after: 1")
    #expect(lines[2] == "2 500ms step 1 429 rate-limited 0 retry-after: 1")
    #expect(lines[3].hasPrefix("3 1s step 3 the normal answer 1.") && lines[3].hasSuffix("s truncate"))
    #expect(lines[4] == "step 2 is for other requests: prompt is to be snow, here it is a sunrise")
  }

  @Test(
    "A mistake is told with what to write instead",
    arguments: [
      (["scenario", "explain", "rate-limited-than-ok"], 64, "near are rate-limited-then-ok"),
      (["scenario", "explain", "bad-day", "--api", "openai"], 64, "write venice or dgrid"),
      (["scenario", "explain", "bad-day", "--requests", "0"], 64, "write a number from 1 to 10000"),
      (["serve", "--scenario", "bad-dya"], 64, "near are bad-day"), (["serve", "--scenarios", "/no/such/folder"], 64, "--scenarios"),
      (["scenario", "list", "--scenarios", "/no/such/folder"], 64, "there is no folder /no/such/folder"),
      (["scenario", "list", "--format", "xml"], 64, "write table, json, markdown"),
    ])
  func mistakes(arguments: [String], code: Int32, text: String) {
    let run = CommandRun(arguments)
    #expect(run.code == code && run.error.contains(text), "\(run.error)")
  }
}
