import Formats
import Scenarios
import Support
import TestSupport
import Testing

@testable import RequestMatching

@Suite("Regular expressions", .timeLimit(.minutes(5)))
struct RegexTests {
  typealias Row = (pattern: String, flags: String, text: String, isFound: Bool)

  @Test("Characters, classes and places", arguments: RegexTables.characters)
  func characters(row: Row) throws { try check(row) }

  @Test("Groups, branches and repetitions", arguments: RegexTables.repetitions)
  func repetitions(row: Row) throws { try check(row) }

  @Test("Flags, and all of Unicode", arguments: RegexTables.unicode)
  func unicode(row: Row) throws { try check(row) }

  private func check(_ row: Row) throws {
    let pattern = try RegexPattern(row.pattern, flags: row.flags)
    #expect(pattern.matches(row.text) == row.isFound, "\(pattern) in \(row.text.debugDescription)")
  }

  @Test("What cannot be read is said, with what to write instead", arguments: RegexTables.refused)
  func refused(pattern: String, message: String) {
    let error = #expect(throws: TextSyntaxError.self) { try RegexPattern(pattern, flags: "") }
    #expect(error?.description.hasPrefix("the regular expression cannot be read: \(message)") == true, "\(error?.description ?? "")")
    #expect(error?.description.contains("; write ") == true)
  }

  @Test("Parentheses may stand a hundred deep, and no deeper")
  func depth() throws {
    func nested(_ depth: Int) -> String { String(repeating: "(", count: depth) + "a" + String(repeating: ")", count: depth) }
    #expect(try RegexPattern(nested(100), flags: "").matches("a"))
    for depth in [101, 100_000] {
      #expect(throws: TextSyntaxError.self) { try RegexPattern(nested(depth), flags: "") }
    }
  }

  @Test("A thousand instructions are taken, and no more are written", arguments: [("a{999}", true), ("a{1000}", false)])
  func size(pattern: String, isTaken: Bool) throws {
    if isTaken {
      let pattern = try RegexPattern(pattern, flags: "")
      #expect(pattern.instructionCount == 1_000)
      #expect(pattern.matches(String(repeating: "a", count: 999)))
      #expect(!pattern.matches(String(repeating: "a", count: 998)))
    } else {
      #expect(throws: TextSyntaxError.self) { try RegexPattern(pattern, flags: "") }
    }
  }

  @Test(
    "No text takes more steps than it has scalars, times the instructions",
    arguments: [
      ("sun.*set.*over.*sea", "sunset over se "), ("a*a*a*a*b$", "a"), ("(a+)+$", "a!"), ("(a|a)*c", "a"), ("(a*)*b", "a"),
      ("(.*)(.*)(.*)(.*)(.*)x$", "y"), ("(a?){50}a{50}b", "a"), ("[ab]*a[ab]{200}c", "ab"), (#"(\w+\s?)*:"#, "word "),
    ])
  func steps(pattern: String, piece: String) throws {
    let text = String(String(repeating: piece, count: 2_000).prefix(2_000))
    let pattern = try RegexPattern(pattern, flags: "")
    let search = pattern.search(text)
    #expect(search.steps > 0)
    #expect(search.steps <= (text.unicodeScalars.count + 1) * pattern.instructionCount)
  }

  @Test(
    "Where no match can begin, there are no steps",
    arguments: [("sunset", "a moon, a sun"), ("^b", "ab"), ("(x|y)+", "abc"), (#"\bnude"#, "x")])
  func skipped(pattern: String, text: String) throws {
    #expect(try RegexPattern(pattern, flags: "").search(text).steps == 0)
  }

  @Test(
    "The characters that every match begins with",
    arguments: [
      ("sunset", "", "sunset"), ("^sunset$", "", "sunset"), (#"\bsun\b"#, "", "sun"), ("sun.*", "", "sun"), ("suns*", "", "sun"),
      ("sun?", "", "su"), ("suns+x", "", "suns"), ("sun{2}x", "", "sunnx"), ("sun{2,}x", "", "sunn"), ("sunx{0}s", "", "suns"),
      ("sun(rise|set)", "", "sun"), ("sun(set|sea)", "", "sunse"), ("(sun|sun)set", "", "sunset"), ("(sun|su)set", "", "su"),
      ("sunset|sunrise", "", "sun"), ("a|b", "", ""), ("|a", "", ""), ("a*b", "", ""), (".a", "", ""), ("[a]b", "", "ab"),
      (#"\x41b"#, "", "Ab"), ("해돋이", "", "해돋이"), ("sun", "i", ""), ("1", "i", "1"), ("", "", ""), ("(?:ab){2}c", "", "ababc"),
    ])
  func literals(pattern: String, flags: String, literal: String) throws {
    let scalars = try RegexParser.parse(pattern, flags: flags).leadingLiteral.scalars
    #expect(scalars == literal.unicodeScalars.map(\.value))
  }

  @Test("Expressions are the same when they are written the same")
  func equality() throws {
    #expect(try RegexPattern("a+", flags: "i") == RegexPattern("a+", flags: "i"))
    #expect(try RegexPattern("a+", flags: "i") != RegexPattern("a+", flags: ""))
    #expect(try RegexPattern("é", flags: "") != RegexPattern("e\u{301}", flags: ""))
  }
}

@Suite("Regular expressions as Swift's own engine takes them", .timeLimit(.minutes(5)))
struct RegexComparisonTests {
  /// nil: it is too long for this engine, which has a bound.
  private static func own(_ pattern: String) throws -> RegexPattern? {
    do {
      return try RegexPattern(pattern, flags: "")
    } catch {
      guard "\(error)".contains("more than 1000 steps") else { throw error }
      return nil
    }
  }

  @Test("Two thousand random expressions find what Swift's find", arguments: 0..<20)
  func compared(seed: UInt64) throws {
    var draw = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let written = RandomRegex.pattern(depth: 2, &draw)
      // Counts within counts come to more than is taken.
      guard let own = try Self.own(written) else { continue }
      let reference = try Regex(written).matchingSemantics(.unicodeScalar).wordBoundaryKind(.simple)
      for _ in 0..<10 {
        let text = RandomRegex.text(&draw)
        #expect(own.matches(text) == ((try reference.firstMatch(in: text)) != nil), "/\(written)/ in \(text.debugDescription)")
      }
    }
  }
}

/// Expressions and texts over a few characters. No repetition without end stands in another, where Swift's engine can take hours; nor `$`,
/// which means to it the end before a last line end, too.
private enum RandomRegex {
  static func text(_ draw: inout SplitMix64) -> String {
    String((0..<Int.random(in: 0...8, using: &draw)).map { _ in "aabbc é".randomElement(using: &draw) ?? "a" })
  }

  static func pattern(depth: Int, _ draw: inout SplitMix64) -> String {
    let branches = (0..<Int.random(in: 1...2, using: &draw)).map { _ in
      (0..<Int.random(in: 1...3, using: &draw)).map { _ in part(depth, &draw) }.joined()
    }
    return branches.joined(separator: "|")
  }

  private static func part(_ depth: Int, _ draw: inout SplitMix64) -> String {
    switch Int.random(in: 0..<8, using: &draw) {
    case 0: one(of: ["^", #"\b"#, #"\B"#], &draw)
    case 1,
      2 where depth > 0:
      "\(one(of: ["(", "(?:"], &draw))\(pattern(depth: depth - 1, &draw)))\(one(of: ["", "?", "{0,2}", "{2}"], &draw))"
    case 3 where depth > 0: "(?:a|b\(one(of: ["", "c", "."], &draw))|[^b])\(one(of: ["*", "+", "*?", "{2,}"], &draw))"
    default: one(of: atoms, &draw) + one(of: ["", "", "", "*", "+", "?", "*?", "{2}", "{1,2}", "{0,2}", "{2,}"], &draw)
    }
  }

  private static let atoms = [
    "a", "b", "c", "é", ".", "[ab]", "[^a]", "[a-c]", #"\w"#, #"\W"#, #"\s"#, #"\d"#, "[^é]", #"[\s\w]"#, #"\x61"#, "ab",
  ]

  private static func one(of texts: [String], _ draw: inout SplitMix64) -> String { texts.randomElement(using: &draw) ?? "" }
}
