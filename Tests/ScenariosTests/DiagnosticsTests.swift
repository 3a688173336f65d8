import Formats
import Scenarios
import Support
import Testing

@Suite("Problems of scenario files", .timeLimit(.minutes(15)))
struct DiagnosticsTests {
  @Test("Each mistake has its position and says what to write", arguments: badDocuments.indices)
  func mistakes(index: Int) {
    let document = badDocuments[index]
    let found = problems(read(document.text))
    #expect(found.first?.hasPrefix(document.problem) == true, "\(document.text)\n\(found.joined(separator: "\n"))")
  }

  @Test("What is right has no problems", arguments: goodDocuments)
  func right(text: String) { #expect(problems(read(text)) == []) }

  @Test("A problem shows its line, and a caret under the position")
  func caret() throws {
    let result = readFile(
      "name: x\ndescription: 해돋이\nsteps:\n  - when: { endpoint: edit }\n    respond: { body: 해, stat: 3 }\n    chance: 3\n")
    let problems = #expect(throws: DocumentProblems.self) { try result.get() }
    #expect(
      problems?.description == """
        scenarios/x.yaml:5:25: `stat` is no key of `respond`; did you mean `status`? Its keys: error, edit, status, body, json, file, content-type, headers
            5 |     respond: { body: 해, stat: 3 }
              |                          ^
        scenarios/x.yaml:6:13: `chance` is 3; write a number over 0 and up to 1, such as 0.5
            6 |     chance: 3
              |             ^
        """)
  }

  @Test("All problems are reported at once, in the order of the file")
  func all() {
    let text = "steps:\n  - times: 0\n    chance: 2\n    delay: soon\n  - respond: { error: nope }\n    fault: nope\nextra: 1"
    #expect(problems(read(text)).map { $0.prefix(4) } == ["4:12", "5:13", "6:12", "7:23", "8:12", "9:1 "])
  }

  @Test(
    "Name and description must be right",
    arguments: [
      ("description: a\nsteps: [{ delay: 1s }]", "1:1 the scenario has no `name`; write `name: x`"),
      ("name: y\ndescription: a\nsteps: [{ delay: 1s }]", "1:7 `name` is 'y', and the file is called 'x'; write the same in both"),
      ("name: A_b\ndescription: a\nsteps: [{ delay: 1s }]", "1:7 `name` is 'A_b'; write small letters, digits and hyphens"),
      ("name: x\nsteps: [{ delay: 1s }]", "1:1 the scenario has no `description`; write one sentence on the incident"),
      ("name: x\ndescription:\nsteps: [{ delay: 1s }]", "2:13 `description` is empty; write one sentence on the incident"),
      ("name: x\ndescription: \"\"\nsteps: [{ delay: 1s }]", "2:14 `description` is empty; write one sentence on the incident"),
      ("name: x\ndescription: \" \\t\"\nsteps: [{ delay: 1s }]", "2:14 `description` is empty; write one sentence"),
      ("name: x\ndescription: |\n  a\n  b\nsteps: [{ delay: 1s }]", "2:14 `description` has a line end or another control character"),
      ("name: x\ndescription: \"a\\ab\"\nsteps: [{ delay: 1s }]", "2:14 `description` has a line end or another control character"),
      ("- a", "1:1 a scenario is a list; write a mapping with `name`, `description`, `seed`, `quotas` or `steps`"),
      ("", "1:1 there is nothing in it; write `name`, `description` and `steps`"), ("# only this\n", "1:1 there is nothing in it; write"),
    ])
  func head(text: String, problem: String) { #expect(problems(readFile(text)).first?.hasPrefix(problem) == true) }

  @Test("A scenario cannot be called what switches scenarios off")
  func none() {
    let found = problems(readFile("name: none\ndescription: a\nsteps: [{ delay: 1s }]", name: "none.yaml"))
    #expect(found == ["1:7 `name` is 'none', which switches scenarios off; write another, and call the file so"])
  }

  @Test(
    "The caret stands under the position, however wide the characters before it are",
    arguments: [
      ("abc", 3), ("é", 1), ("e\u{301}", 1), ("해돋이", 6), ("\u{1112}\u{1162}", 2), ("日の出", 6), ("ＡＢ", 4), ("ｱ", 1), ("🌅", 2),
      ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇰🇷", 2), ("❤️", 2), ("❤", 1), ("\u{200B}", 0), ("a\tb", 3),
    ])
  func columns(text: String, columns: Int) {
    guard case .failure(let problems) = read("steps: [{ respond: { body: \"\(text)\", stat: 1 } }]") else {
      Issue.record("It was read.")
      return
    }
    let lines = problems.description.split(separator: "\n")
    #expect(lines[2].count - "      | ".count == "steps: [{ respond: { body: \"\", ".count + columns + 1)
    #expect(lines[2].contains("\t") == text.contains("\t"))
  }

  @Test("A line is the one that YAML counts", arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}"])
  func lineEnds(end: String) {
    guard case .failure(let found) = readFile(["name: x", "description: a", "steps:", "- times: 0"].joined(separator: end)) else {
      Issue.record("It was read.")
      return
    }
    #expect(found.all.map(\.position) == [TextPosition(line: 4, column: 10)])
    #expect(found.all.map(\.line) == ["- times: 0"])
    let broken = Array("a: b\(end)c: ".utf8) + [0xFF]
    #expect(
      problems(ScenarioFile.read(broken, name: "x.yaml", vocabulary: testVocabulary)) == ["2:4 this is not UTF-8; save the file as UTF-8"])
  }

  @Test("A long line is shown around the position")
  func longLine() {
    let result = read("steps: [{ respond: { body: \"\(String(repeating: "a", count: 500))\", stat: 1 } }]")
    guard case .failure(let problems) = result else {
      Issue.record("It was read.")
      return
    }
    let lines = problems.description.split(separator: "\n")
    #expect(lines[1].count < 180)
    #expect(lines[1].dropFirst(lines[2].count - 1).hasPrefix("stat: 1"))
  }
}

@Suite("Files that mean harm", .timeLimit(.minutes(15)))
struct HostileFileTests {
  @Test(
    "An odd file is an error or a scenario, never a crash",
    arguments: oddFiles)
  func odd(file: OddFile) {
    let found = problems(ScenarioFile.read(file.bytes, name: "x.yaml", vocabulary: testVocabulary))
    #expect(found.first?.hasPrefix(file.problem) == true, "\(found)")
    #expect(found.count == 1)
  }

  @Test("Lines may end as on Windows")
  func windows() throws {
    let text = "name: x\r\ndescription: a\r\nsteps:\r\n  - respond:\r\n      body: |\r\n        one\r\n        two\r\n"
    guard case .literal(let reply) = try readFile(text).get().steps[0].reply, case .text(let body) = reply.content else {
      throw Unexpected()
    }
    #expect(body == Template([.text("one\ntwo\n")]))
    #expect(problems(readFile("name: x\r\ndescription: a\r\nsteps: 1\r\n")).first?.hasPrefix("3:8 ") == true)
  }

  @Test("Aliases to aliases count as all that they stand for")
  func laughs() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 { text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]\n" }
    // Up to a3 there are 12,349, keys among them; each *a3 is 11,111 more.
    #expect(problems(readFile(text)) == ["5:45 the file stands for more than 100000 values; use fewer aliases, or split it"])
  }

  @Test(
    "Aliases are values, and keys if they stand for words",
    arguments: [
      ("name: &n x\ndescription: *n\nsteps: [{ times: &t 2 }, { times: *t, chance: 3 }]", ["3:47 `chance` is 3; write a number over"]),
      ("&n name: x\ndescription: a\nsteps: [{ delay: 1s }]\n*n : y", ["1:1 `name` stands more than once in this mapping; keep one"]),
      ("a: &a [name]\n? *a\n: 1", ["2:3 this key is a list or a mapping; write a word"]),
      ("a: &a 1\nb: &a [*a]", ["2:8 this is not YAML: found undefined alias"]),
      (
        "a: &a { b: 1, b: 2 }\nc: *a",
        [
          "1:1 `a` is no key", "1:1 the scenario has no `name`", "1:1 the scenario has no `desc", "1:1 the scenario has neither",
          "1:9 `b` stands more than once",
        ]
      ),
    ])
  func aliases(text: String, expected: [String]) {
    let found = problems(readFile(text))
    #expect(zip(found, expected).allSatisfy { $0.hasPrefix($1) }, "\(found)")
    #expect(!found.isEmpty)
  }

  @Test("What an alias stands for is nested as deep as the alias and itself together")
  func deepAliases() {
    func list(_ levels: Int, of value: String) -> String {
      String(repeating: "[", count: levels) + value + String(repeating: "]", count: levels)
    }
    #expect(problems(readFile("a: &a \(list(40, of: "x"))\nb: \(list(22, of: "*a"))")).first?.hasPrefix("1:1 `a` is no key") == true)
    let tooDeep = "2:27 this is nested more than 64 levels deep; write it flatter"
    #expect(problems(readFile("a: &a \(list(40, of: "x"))\nb: \(list(23, of: "*a"))")) == [tooDeep])
  }

  @Test("A repeated key does not hide what else is wrong")
  func repeated() {
    let found = problems(readFile("name: x\nname: x\nname: x\ndescription: a\nsteps: [{ times: 0, delay: 1s, delay: 2s }]"))
    #expect(
      found == [
        "1:1 `name` stands more than once in this mapping; keep one", "5:18 `times` is '0'; write a whole number from 1 to 1000000000",
        "5:21 `delay` stands more than once in this mapping; keep one",
      ])
  }

  @Test("A file cut or changed anywhere is read as itself, or refused with a position and words")
  func cut() throws {
    let whole = Array(
      "name: x\ndescription: \"a é\"\nsteps:\n  - when: { prompt: /a(b|c)/i, nth: [1, 2] }\n    respond: { json: { a: \"{{model}}\" } }\n    fault: { cut: { after: 10% } }\n"
        .utf8)
    #expect(throws: Never.self) { try readBytes(whole).get() }
    var refused = 0
    for end in whole.indices {
      var changed = whole
      changed[end] = changed[end] &* 31 &+ 7
      for bytes in [Array(whole[..<end]), changed] {
        switch readBytes(bytes) {
        case .success(let scenario): #expect(scenario.name == "x" && !scenario.steps.isEmpty)
        case .failure(let problems):
          refused += 1
          #expect(!problems.all.isEmpty)
          #expect(problems.all.allSatisfy { $0.file == "x.yaml" && $0.position.line > 0 && $0.position.column > 0 && !$0.message.isEmpty })
        }
      }
    }
    // Most bytes matter: without its end, `steps:` has no step, or a step says something else.
    #expect(refused > whole.count)
  }

  private func readBytes(_ bytes: [UInt8]) -> Result<Scenario, DocumentProblems> {
    ScenarioFile.read(bytes, name: "x.yaml", vocabulary: testVocabulary)
  }
}

/// The bytes of a file and how its one problem begins; described by that, since the bytes can be a million.
struct OddFile: Sendable, CustomTestStringConvertible {
  let bytes: [UInt8]
  let problem: String

  init(_ bytes: [UInt8], _ problem: String) {
    self.bytes = bytes
    self.problem = problem
  }

  var testDescription: String { "\(bytes.count) bytes, \(problem)" }
}

private let oddFiles: [OddFile] = [
  OddFile([0xEF, 0xBB, 0xBF] + Array("name: x".utf8), "1:1 the file begins with a byte order mark; save it as UTF-8 without one"),
  OddFile(Array("name: x\ndescription: a\u{0}b".utf8), "2:15 this is not YAML: control characters are not allowed; take the character out"),
  OddFile(Array("name: x\nsteps: ".utf8) + [0xC3, 0x28], "2:8 this is not UTF-8; save the file as UTF-8"),
  OddFile(Array("name: x\n\tsteps: 1".utf8), "2:1 this is not YAML:"), OddFile([0xFF, 0xFE, 0x61, 0x00], "1:1 this is not UTF-8"),
  OddFile(Array(repeating: 0x61, count: 1_048_577), "1:1 the file has 1048577 bytes; write at most 1048576"),
  OddFile(Array("a: ".utf8) + Array(repeating: UInt8(ascii: "["), count: 100_000), "1:"),
  OddFile(Array("&a [*a]".utf8), "1:5 this is not YAML: found undefined alias"),
  OddFile(Array(String(repeating: "- ", count: 50_000).utf8), "1:"), OddFile(Array(String(repeating: "? ", count: 50_000).utf8), "1:"),
  OddFile(
    Array(String(repeating: "{a: ", count: 65).utf8) + Array(String(repeating: "}", count: 65).utf8),
    "1:257 this is nested more than 64 levels deep"
  ),
  OddFile(Array("\"\\ud800\"".utf8), "1:"), OddFile(Array("%YAML 3.0\n--- a".utf8), "1:1 this is not YAML"),
  OddFile(Array("!<%ff> a".utf8), "1:"),
]
