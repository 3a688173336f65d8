import Formats
import Scenarios
import Testing

@Suite("Steps that can never be reached", .timeLimit(.minutes(15)))
struct ReachabilityTests {
  @Test(
    "A step is refused behind an endless one with no `when` or the same one",
    arguments: [
      (["", ""], 1), (["", "model: a"], 1), (["", "nth: 3"], 1), (["", "endpoint: [edit, models]"], 1), (["model: a", "", "prompt: b"], 2),
      (["model: a", "model: b", "model: a"], 1), (["nth: 1-5", "nth: 1-5"], 1), (["prompt: /a/i", "prompt: /a/i"], 1),
      (["prompt: \"a*\"", "prompt: \"a*\""], 1), (["endpoint: generated", "endpoint: generated"], 1),
      (["image: { width: 3 }", "image: { width: 3 }"], 1), (["header: { a: b }", "header: { a: b }"], 1),
    ])
  func refused(whens: [String], earlier: Int) {
    let found = problems(read(steps(whens)))
    let message = "step \(whens.count) can never be reached: step \(earlier) answers all of its requests and is never used up; put it first"
    #expect(found.count == 1 && found.first?.contains(message) == true, "\(found)")
  }

  @Test(
    "A step behind one that asks for something else is taken, even where a proof would refuse it",
    arguments: [
      ["nth: 1-5", "nth: 3"], ["nth: \">= 1\"", ""], ["model: \"a*\"", "model: abc"], ["model: a", ""], ["model: a", "model: [a, b]"],
      ["api: venice", "api: dgrid", ""], ["", "endpoint: generated"], ["", "endpoint: [edit, generated]"], ["", "valid: false"],
      ["valid: true", "valid: false"], ["image: { alpha: true }", "image: { alpha: true, width: 5 }"], ["key: \"*\"", ""],
    ])
  func taken(whens: [String]) { #expect(problems(read(steps(whens))) == []) }

  @Test("A step for sound requests leaves the broken ones to a later step, and one with `validate: off` leaves none")
  func validity() {
    #expect(problems(read("steps: [{ when: { valid: true } }, { validate: off }]")) == [])
    #expect(problems(read("steps: [{ validate: off }, { when: { valid: false } }]"))[0].contains("step 2 can never"))
  }

  @Test("A step that ends, or depends on chance, leaves requests to later steps", arguments: ["times: 9", "for: 1h", "chance: 0.99"])
  func ends(limit: String) { #expect(problems(read("steps: [{ \(limit) }, { delay: 1s }]")) == []) }

  @Test("Steps that act while the request is read count their requests apart from the others")
  func early() {
    #expect(problems(read("steps: [{ when: { nth: 3 }, fault: slow-send }, { when: { nth: 3 }, validate: off }]")) == [])
    #expect(problems(read("steps: [{ fault: slow-send }, { when: { nth: 3 } }]"))[0].contains("step 2 can never"))
  }

  @Test("The message has line, column, the line itself and a caret")
  func caret() {
    guard case .failure(let problems) = read("steps: [{ delay: 1s }, { times: 1 }]") else {
      Issue.record("It was read.")
      return
    }
    let lines = problems.description.split(separator: "\n")
    #expect(lines[0].hasPrefix("scenarios/x.yaml:3:24: step 2 can never be reached: step 1 answers all of its requests"))
    #expect(lines[1].hasSuffix("| steps: [{ delay: 1s }, { times: 1 }]"))
    #expect(lines[2].last == "^")
  }

  private func steps(_ whens: [String]) -> String {
    "steps: [\(whens.map { $0.isEmpty ? "{ delay: 1s }" : "{ when: { \($0) } }" }.joined(separator: ", "))]"
  }
}
