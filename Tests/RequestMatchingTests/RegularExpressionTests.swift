import Formats
import RequestMatching
import Synchronization
import Testing

@Suite("Regular expressions", .timeLimit(.minutes(15)))
struct RegularExpressionTests {
  typealias Row = (pattern: String, flags: String, text: String, isFound: Bool)

  @Test("Characters, classes and assertions match as in JavaScript", arguments: RegularExpressionTables.characters)
  func characters(row: Row) throws { try check(row) }

  @Test("Groups, branches and repetitions match as in JavaScript", arguments: RegularExpressionTables.repetitions)
  func repetitions(row: Row) throws { try check(row) }

  @Test("Flags and all of Unicode match as in JavaScript", arguments: RegularExpressionTables.unicode)
  func unicode(row: Row) throws { try check(row) }

  @Test("Lookaround, references to groups and empty classes match as in JavaScript", arguments: RegularExpressionTables.lookaround)
  func lookaround(row: Row) throws { try check(row) }

  private func check(_ row: Row) throws {
    let expression = try RegularExpression(row.pattern, flags: row.flags)
    #expect(expression.search(row.text) == (row.isFound ? .found : .notFound), "\(expression) in \(row.text.debugDescription)")
  }

  @Test("An expression that cannot be read is refused, with what to write instead", arguments: RegularExpressionTables.refused)
  func refused(pattern: String, message: String) {
    let error = #expect(throws: TextSyntaxError.self) { try RegularExpression(pattern, flags: "") }
    #expect(error?.description.hasPrefix("the regular expression cannot be read: \(message)") == true, "\(error?.description ?? "")")
    #expect(error?.description.contains("; write ") == true)
  }

  @Test("PCRE2's own constructs are refused", arguments: RegularExpressionTables.foreign)
  func foreign(pattern: String) {
    #expect(throws: TextSyntaxError.self) { try RegularExpression(pattern, flags: "") }
  }

  @Test("An error that only PCRE2 knows tells the character at which it was found")
  func position() {
    let error = #expect(throws: TextSyntaxError.self) { try RegularExpression("해\\d(?<\(String(repeating: "n", count: 33))>a)", flags: "") }
    #expect(
      error?.description
        == "the regular expression cannot be read: subpattern name is too long (maximum 32 code units), at character 39 of it")
  }

  @Test("Parentheses may stand a hundred deep, and no deeper")
  func depth() throws {
    func nested(_ depth: Int) -> String { String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth) }
    #expect(try RegularExpression(nested(100), flags: "").matches("a"))
    for depth in [101, 1_900, 100_000] {
      #expect(throws: TextSyntaxError.self) { try RegularExpression(nested(depth), flags: "") }
    }
  }

  @Test("An expression may have 4,000 bytes and repeat something 1,000 times, and no more")
  func size() throws {
    let longest = String(repeating: "é", count: RegularExpression.longestExpression / 2)
    #expect(try RegularExpression(longest, flags: "").matches(longest))
    #expect(throws: TextSyntaxError.self) { try RegularExpression(longest + "a", flags: "") }
    let repeated = try RegularExpression("^a{\(RegularExpression.mostRepetitions)}$", flags: "")
    #expect(repeated.matches(String(repeating: "a", count: RegularExpression.mostRepetitions)))
    #expect(!repeated.matches(String(repeating: "a", count: RegularExpression.mostRepetitions - 1)))
  }

  @Test("A class may have 100 characters beyond U+00FF, and no more")
  func wideClass() throws {
    func wide(_ count: Int) -> String {
      "[" + String(String.UnicodeScalarView((0..<count).compactMap { Unicode.Scalar(0x100 + 2 * $0) })) + "]"
    }
    #expect(try RegularExpression(wide(100), flags: "").matches("\u{100}"))
    #expect(throws: TextSyntaxError.self) { try RegularExpression(wide(101), flags: "") }
  }

  @Test("Expressions are the same when they are written the same")
  func equality() throws {
    #expect(try RegularExpression("a+", flags: "i") == RegularExpression("a+", flags: "i"))
    #expect(try RegularExpression("a+", flags: "i") != RegularExpression("a+", flags: ""))
    #expect(try RegularExpression("é", flags: "") != RegularExpression("e\u{301}", flags: ""))
  }
}

@Suite("Limits of a regular expression's search", .timeLimit(.minutes(15)))
struct RegularExpressionLimitTests {
  @Test(
    "A search that would take too long is given up, and does not match",
    arguments: [
      ("(a+)+$", "aaaaaaab"), ("(a|aa)+$", "aaaaaaaaab"), ("(.*)*x$", "xa"), ("(?=(a+)+$)", "aaaaaaab"), ("(a|a)*c$", "ca"),
      ("(a*)*b$", "ab,"), ("(a?){50}a{50}[bc]", "a"), ("(?<=(?<=a)a)(a+)+$", "aaaaaaab"), ("[ab]*[cd]", "ab"), ("[ab]{1000}[cd]", "ab"),
      (#"^(\w+\s?)*[:;]$"#, "words "), (#"(a*)(a*)(a*)\1\2\3b$"#, "aab"), ("((a+)+)+$", "aab"), ("(?:a|b|ab)*$", "abc"),
      (#"(?:\b\w+\b[ ,]*)+[;:]$"#, "words, "),
    ])
  func abandoned(pattern: String, piece: String) throws {
    let text = String(String(repeating: piece, count: TextPattern.longestText).prefix(TextPattern.longestText))
    let expression = try RegularExpression(pattern, flags: "")
    #expect(expression.search(text) == .abandoned)
    #expect(!expression.matches(text))
  }

  @Test(
    "A search of a long text comes to an end where the expression has no repetition in a repetition",
    arguments: [
      ("sunset", "sunse ", false), (#"\bsunset\b"#, "sunsets ", false), (".*sunset", "sunse ", false), (".+?sunset.*", "sunse ", false),
      ("^.*sunset", "sunse ", false), ("^(?!.*moon).*sun$", "sun", true), (#"\d+-\d+"#, "12 34", false),
      ("(sun|moon)(rise|set)", "sunse moonri ", false), ("x.*y", "-", false), ("[a-z]+@[a-z]+", "word ", false), (#"(\w)\1"#, "ab", false),
    ])
  func completed(pattern: String, piece: String, isFound: Bool) throws {
    let text = String(repeating: piece, count: 8_000 / piece.count)
    #expect(try RegularExpression(pattern, flags: "").search(text) == (isFound ? .found : .notFound))
  }

  @Test("A search that is given up is told in the log, once for an expression")
  func reported() throws {
    let lines = Mutex<[String]>([])
    RegularExpression.reportAbandonedSearches { line in lines.withLock { $0.append(line) } }
    let expression = try RegularExpression("(told+)+$", flags: "i")
    let text = String(repeating: "told", count: 1_000) + "tolddddddddddddddddddddddddddddddd!"
    for _ in 0..<3 { #expect(!expression.matches(text)) }
    #expect(!expression.matches("in time"))
    let own = lines.withLock { $0.filter { $0.contains("/(told+)+$/i") } }
    #expect(
      own == [
        "the search for /(told+)+$/i in a text of 4035 bytes was given up, and counts as no match: more than 200000 steps or 20 ms; often a repetition in a repetition is the cause"
      ])
  }
}
