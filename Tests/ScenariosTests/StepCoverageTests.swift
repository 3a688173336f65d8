import Scenarios
import Testing

/// What `when` says in steps of a file, in order.
private let unreachable: [[String]] = [
  ["nth: \">= 1\"", ""], ["nth: every 1", ""], ["nth: [1, \">= 2\"]", ""], ["nth: \"> 0\"", ""], ["nth: \"!= 0\"", ""],
  ["nth: [1-3, \"> 2\"]", "model: a"], ["nth: 1-5", "nth: 3"], ["nth: every 2", "nth: every 4"], ["nth: every 2", "nth: 4"],
  ["nth: every 2", "nth: [every 6, 8]"], ["nth: \">= 3\"", "nth: 3-9"], ["nth: [every 2, \">= 3\"]", "nth: \">= 2\""],
  ["nth: \">= 3\"", "nth: every 3"], ["nth: 1", "nth: \">= 2\"", "model: a"], ["nth: 1-2", "nth: 3-4", "nth: 2-3"],
  ["model: \"a*\"", "model: abc"], ["model: /a/", "model: abc"], ["model: \"*\"", "model: abc"], ["model: \"*\"", "model: /a/"],
  ["model: [a, b]", "model: a"], ["model: [a, \"b*\"]", "model: [bc, a]"], ["model: [a, ~]", "model: ~"],
  ["model: [\"*\", ~]", "prompt: a"], ["field: { a: \"> 5\" }", "field: { a: \"> 10\" }"], ["field: { a: \"> 5\" }", "field: { a: 6 }"],
  ["field: { a: \"!= 5\" }", "field: { a: \"< 5\" }"], ["header: { a: b }", "header: { A: b }"],
  ["header: { a: \"*\" }", "header: { a: b }"], ["header: { a: \"*\" }", "header: { c: d, a: /b/ }"],
  ["endpoint: edit", "prompt: x"], ["endpoint: edit", "model: x"], ["endpoint: edit", "image: { alpha: true }"],
  ["endpoint: edit", "field: { a: b }"], ["endpoint: [edit, models, other]", ""], ["endpoint: [edit, models]", "endpoint: [models, edit]"],
  ["endpoint: edit, api: venice", "endpoint: edit, api: dgrid", "endpoint: edit"], ["api: venice", "api: dgrid", ""],
  ["endpoint: edit", "endpoint: models", "model: ~"], ["endpoint: generated, api: dgrid", "endpoint: generated"],
  ["image: { alpha: true }", "image: { alpha: true, width: 5 }"], ["image: { width: \"> 5\" }", "image: { width: \"> 10\" }"],
  ["image: { width: [1-5, 6-9] }", "image: { width: 4-7 }"], ["image: { format: [png, webp] }", "image: { format: png }"],
  ["method: \"*\"", ""], ["path: \"*\"", ""], ["session: \"*\"", ""], ["method: post", "method: POST"],
  ["content-type: multipart/*", "content-type: multipart/form-data"], ["content-type: Multipart/*", "content-type: multipart/form-data"],
]

private let reachable: [[String]] = [
  ["nth: 1-5", "nth: 3-6"], ["nth: every 2", "nth: every 3"], ["nth: \">= 2\"", ""], ["nth: every 2", "nth: \">= 2\""],
  ["endpoint: edit, nth: 1-5", "nth: 3"], ["nth: 1-5", "endpoint: edit, nth: 3"], ["nth: 1-2", "nth: 4-5", "nth: 2-4"],
  ["nth: 1", "model: a, nth: \">= 2\"", "model: b"], ["model: \"a*\"", "model: ba"], ["model: abc", "model: \"a*\""],
  ["model: a", "model: [a, b]"], ["model: /a/", "model: A"], ["model: \"*\"", "model: ~"], ["model: ~", "model: \"*\""],
  ["model: \"*\"", ""], ["key: \"*\"", ""], ["content-type: \"*\"", ""], ["header: { a: \"*\" }", ""],
  ["header: { a: b }", "header: { a: B }"],
  ["header: { a: b }", "header: { c: b }"], ["field: { a: b }", "field: { A: b }"], ["field: { a: \"*\" }", "field: { a: ~ }"],
  ["field: { a: \"> 5\" }", "field: { a: 5 }"], ["field: { a: \"> 5\" }", "field: { a: \">= 5\" }"],
  ["field: { a: \"> 5\" }", "field: { a: \"*\" }"], ["prompt: x", "endpoint: edit"], ["endpoint: edit", "model: ~"],
  ["endpoint: edit", ""],
  ["endpoint: models", "prompt: x"], ["", "endpoint: generated"], ["api: venice", ""], ["api: venice", "api: dgrid"],
  ["api: venice, endpoint: edit", "api: dgrid, endpoint: models", "endpoint: [edit, models]"], ["valid: true", "valid: false"],
  ["", "valid: false"], ["image: { alpha: true }", "image: { alpha: false }"], ["image: { alpha: true }", "image: { width: 5 }"],
  ["image: { width: \"> 10\" }", "image: { width: \"> 5\" }"], ["image: { width: \">= 1\" }", "image: { height: 1 }"],
  ["image: { format: [png, jpeg, webp] }", "image: { alpha: true }"], ["method: POST", ""], ["path: \"/*\"", ""],
  ["content-type: multipart/form-data", "content-type: multipart/*"],
]

@Suite("Steps that leave nothing for a later one", .timeLimit(.minutes(5)))
struct StepCoverageTests {
  @Test("The last step gets no request", arguments: unreachable)
  func covered(whens: [String]) {
    let found = problems(read(steps(whens)))
    #expect(found.count == 1 && found.first?.contains("step \(whens.count) can never be reached: ") == true, "\(found)")
  }

  @Test("Each step gets some", arguments: reachable)
  func free(whens: [String]) { #expect(problems(read(steps(whens))) == []) }

  @Test("The step that covers is named, or that it takes several")
  func names() {
    #expect(problems(read(steps(["api: dgrid", "api: venice", "api: venice, model: a"])))[0].contains("reached: step 2 answers all"))
    #expect(problems(read(steps(["api: dgrid", "api: venice", "model: a"])))[0].contains("reached: the steps above answer all"))
  }

  @Test("Sound requests and broken ones are two kinds")
  func validity() {
    let both = "steps: [{ when: { valid: true } }, { when: { valid: false } }, { validate: off }]"
    #expect(problems(read(both))[0].contains("step 3 can never be reached: the steps above"))
    #expect(problems(read("steps: [{ when: { valid: true } }, { validate: off }]")) == [])
    #expect(problems(read("steps: [{ validate: off }, { when: { valid: false } }]"))[0].contains("step 2 can never"))
  }

  @Test("What ends or hangs on chance covers nothing", arguments: ["times: 9", "for: 1h", "chance: 0.99"])
  func ends(limit: String) { #expect(problems(read("steps: [{ \(limit) }, { delay: 1s }]")) == []) }

  @Test("Steps that act on the request count for themselves")
  func early() {
    #expect(problems(read("steps: [{ when: { nth: 1-5 }, fault: slow-send }, { when: { nth: 3 }, validate: off }]")) == [])
    #expect(problems(read("steps: [{ fault: slow-send }, { when: { nth: 3 } }]"))[0].contains("step 2 can never"))
  }

  private func steps(_ whens: [String]) -> String {
    "steps: [\(whens.map { $0.isEmpty ? "{ delay: 1s }" : "{ when: { \($0) } }" }.joined(separator: ", "))]"
  }
}
