import Formats
import Testing

@testable import RequestMatching

@Suite("Patterns of texts", .timeLimit(.minutes(15)))
struct TextPatternTests {
  @Test(
    "A pattern fits the texts that it describes",
    arguments: [
      ("nano", "nano", true), ("nano", "Nano", false), ("nano", "nanos", false), ("", "", true),
      ("nano-*", "nano-banana", true), ("nano-*", "nano-", true), ("nano-*", "a nano-b", false),
      ("*sun*set*", "a sunny reset", true), ("*sun*set*", "a set sun", false), ("a*b*c", "abcbc", true), ("*ab", "aab", true),
      ("s?n", "sun", true), ("s?n", "sn", false), ("?", "해", true), ("??", "해", false), ("*?", "해", true), ("*??", "해", false),
      ("해*", "해돋이", true), ("2\\*3", "2*3", true), ("2\\*3", "2x3", false), ("why\\?", "why?", true), ("a\\b", "a\\b", true),
      ("a\\\\b", "a\\b", true), ("\\/x/i", "/x/i", true), ("\\> 5", "> 5", true), ("trailing\\", "trailing\\", true),
      ("/sun(rise|set)/i", "A SUNSET at sea", true), ("/sun(rise|set)/", "A SUNSET at sea", false), ("/^sun$/", "sun ", false),
      ("/^b$/m", "a\nb\nc", true), ("/^b$/", "a\nb\nc", false), ("/a.b/s", "a\nb", true), ("/a.b/", "a\nb", false),
      ("/a/b/", "xa/bx", true),
      ("/imagine a cat", "/imagine a cat", true),
      ("> 5", "5.1", true), ("> 5", "5", false), (">= 5", "5", true), ("< 5", "-7", true), ("<=5", "5.0", true), ("!= 5", "6", true),
      ("!= 5", "5.00", false), ("!= 5", "five", false), ("> 5", "nine", false), ("> 0.1", "0.2", true),
      ("é", "e\u{301}", false), ("*", "", true),
    ])
  func fits(pattern: String, text: String, isFit: Bool) throws {
    #expect(try TextPattern(parsing: pattern).matches(text) == isFit)
  }

  @Test(
    "A path begins with a slash without being a regular expression",
    arguments: [
      ("/api/v1/models/", "/api/v1/models/", true), ("/api/v1/image/edit", "/api/v1/image/edit", true),
      ("/edits?$/i", "/v1/images/EDITS", true),
      ("/v1/*", "/v1/models", true), ("/^\\/v1\\//", "/v1/models", true), ("/^\\/v1\\//", "/api/v1/", false),
    ])
  func paths(pattern: String, path: String, isFit: Bool) throws {
    #expect(try TextPattern(parsing: pattern, role: .path).matches(path) == isFit)
  }

  @Test("Case is ignored where HTTP ignores it", arguments: ["post", "po*", "p?st"])
  func ignoringCase(pattern: String) throws {
    #expect(try TextPattern(parsing: pattern).matches("POST", ignoringCase: true))
    #expect(try !TextPattern(parsing: pattern).matches("POST"))
  }

  @Test("`~` fits that there is no text, and `*` fits every text")
  func presence() throws {
    #expect(TextPattern.absent.matches(nil))
    #expect(!TextPattern.absent.matches(""))
    #expect(TextPattern.present.matches(""))
    #expect(!TextPattern.present.matches(nil))
    #expect(TextPattern.anyOf([.absent, .exact("a")]).matches(nil))
    #expect(TextPattern.anyOf([.absent, .exact("a")]).matches("a"))
    #expect(try !TextPattern(parsing: "a*").matches(nil))
  }

  @Test("A text over 64 KiB fits nothing but `*`")
  func longTexts() throws {
    let long = String(repeating: "a", count: TextPattern.longestText)
    for pattern in ["a*", "/a/", "*a"] {
      #expect(try TextPattern(parsing: pattern).matches(long))
      #expect(try !TextPattern(parsing: pattern).matches(long + "a"))
    }
    #expect(TextPattern.present.matches(long + "a"))
    #expect(!TextPattern.exact(long + "a").matches(long + "a"))
  }

  @Test(
    "A text that is no pattern is refused, with what to write instead",
    arguments: [
      ("/(abc/", "the regular expression cannot be read: a `(` is not closed; write `\\(` for the character, or a `)` behind it"),
      ("/abc/x", "`x` is no flag of a regular expression; write i, s or m, or `\\/` for a text that begins with a slash"),
      ("> much", "`>` compares with a number, and 'much' is none; write `> 5`, or `\\> much` for the text"),
    ])
  func refusals(pattern: String, message: String) {
    #expect(throws: TextSyntaxError(message)) { try TextPattern(parsing: pattern) }
  }

  @Test("Many threads can use one regular expression")
  func threads() async throws {
    let pattern = try TextPattern(parsing: "/sun(rise|set)+x?/i")
    let found = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { (0..<200).count { pattern.matches($0 % 2 == 0 ? "a SUNSET" : "a moon") } } }
      return await group.reduce(0, +)
    }
    #expect(found == 800)
  }
}

@Suite("Patterns of numbers", .timeLimit(.minutes(15)))
struct NumberPatternTests {
  @Test(
    "A pattern fits the numbers that it describes",
    arguments: [
      ("1024", 1024, true), ("1024", 1023, false), ("512-1024", 512, true), ("512-1024", 1024, true), ("512 - 1024", 1025, false),
      ("> 5", 6, true), ("> 5", 5, false), (">=5", 5, true), ("< 5", 4, true), ("< 5", 5, false), ("< 0", 0, false), ("<= 5", 5, true),
      ("!= 5", 4, true), ("!= 5", 5, false), ("!= 0", 0, false), ("!= 0", 1, true),
    ])
  func fits(pattern: String, number: Int, isFit: Bool) throws {
    #expect(try NumberPattern(parsing: pattern).matches(number) == isFit)
  }

  @Test(
    "A number of bytes may have a unit",
    arguments: [
      ("> 1MB", 1_000_001, true), ("> 1MB", 1_000_000, false), (">= 64KiB", 65_536, true), ("1KB-1.5KiB", 1536, true), ("10", 10, true),
    ])
  func bytes(pattern: String, number: Int, isFit: Bool) throws {
    #expect(try NumberPattern(parsing: pattern, inBytes: true).matches(number) == isFit)
  }

  @Test(
    "A text that is no pattern of a number is refused", arguments: ["", "x", "-1", "1.5", "3-1", "1-", "> x", "99999999999", "5 apples"])
  func refusals(pattern: String) {
    #expect(throws: TextSyntaxError.self) { try NumberPattern(parsing: pattern) }
  }

  @Test(
    "`nth` counts requests from 1",
    arguments: [
      ("3", [3]), ("1-3", [1, 2, 3]), (">= 5", [5, 6, 7, 8, 9]), ("every 3", [3, 6, 9]), ("[1, every 4]", [1, 4, 8]),
      ("!= 1", [2, 3, 4, 5, 6, 7, 8, 9]),
    ])
  func counts(pattern: String, counts: [Int]) throws {
    let nth = try #require(try RequestMatchingTests.pattern("nth: \(pattern.hasPrefix("[") ? pattern : "\"\(pattern)\"")").nth)
    #expect((1...9).filter(nth.matches) == counts)
  }
}
