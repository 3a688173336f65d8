import RequestMatching
import Scenarios
import Testing

@testable import Journal

@Suite("Verification of expectations", .timeLimit(.minutes(15)))
struct VerificationTests {
  /// Sends each letter as the prompt of an edit.
  private static func journal(_ prompts: String) -> [JournalEntry] {
    let mock = Mock()
    for letter in prompts { mock.edit("\(letter)") }
    return mock.journal.entries
  }

  private static func verify(_ question: String, _ entries: [JournalEntry]) throws -> Verification {
    try Verification(VerificationRequest(reading: Array(question.utf8)), entries)
  }

  @Test(
    "Each kind of count accepts its number of requests",
    arguments: [
      ("times: 1", "a", true), ("times: 1", "", false), ("times: 1", "aa", false), ("times: 0", "b", true), ("times: 0", "a", false),
      ("at-least: 2", "aba", true), ("at-least: 2", "ab", false), ("at-least: 0", "", true), ("at-most: 1", "", true),
      ("at-most: 1", "a", true), ("at-most: 1", "aa", false), ("at-least: 1, at-most: 2", "aa", true),
      ("at-least: 1, at-most: 2", "aaa", false), ("at-least: 1, at-most: 2", "b", false), ("", "ba", true), ("", "b", false),
    ])
  func counts(number: String, prompts: String, isMet: Bool) throws {
    let separator = number.isEmpty ? "" : ", "
    #expect(try Self.verify("expect: [{ when: { prompt: a }\(separator)\(number) }]", Self.journal(prompts)).isMet == isMet)
  }

  @Test(
    "In order, an expectation counts requests after those of the one before and up to the next one's first",
    arguments: [
      ("a1 b1", "ab", [] as [Int]), ("a1 b1", "ba", [2]), ("a1 b1", "aab", [1]), ("a1 b1", "aba", []), ("a1 b1 a1", "aba", []),
      ("a2 a1", "aaa", []), ("a2 a1", "aa", [2]), ("a1 b0 c1", "abc", [2]), ("a1 b0 c1", "acb", []), ("a1 b1 c1", "acb", [3]),
      ("a1 b1 c1", "ac", [2]), ("a1 b1", "a", [2]), ("a1 b1", "", [1, 2]), ("b1 a1", "ab", [2]), ("a+ b+", "aaabbb", []),
      ("a+ b+", "baba", []), ("a1 b- a1", "aba", []), ("a1 b- a1", "aa", []), ("a1 b- c1", "aca", []), ("a1 b0 c1", "aac", [1]),
    ])
  func order(expectations: String, prompts: String, failed: [Int]) throws {
    let list = expectations.split(separator: " ").map { text in
      let number = ["0": "times: 0", "1": "times: 1", "2": "times: 2", "+": "at-least: 1", "-": "at-most: 5"][text.dropFirst()] ?? ""
      return "{ when: { prompt: \(text.prefix(1)) }, \(number) }"
    }
    let result = try Self.verify("{ in-order: true, expect: [\(list.joined(separator: ", "))] }", Self.journal(prompts))
    #expect(result.failures.map(\.number) == failed)
  }

  @Test(
    "nth counts the requests that match the rest of the pattern",
    arguments: [("2", "bab", 0), ("2", "aba", 1), ("\"> 1\"", "aaa", 2), ("every 2", "aaaaa", 2), ("1", "b", 0)])
  func nth(count: String, prompts: String, found: Int) throws {
    #expect(try Self.verify("expect: [{ when: { prompt: a, nth: \(count) }, times: \(found) }]", Self.journal(prompts)).isMet)
    #expect(try !Self.verify("expect: [{ when: { prompt: a, nth: \(count) }, times: \(found + 1) }]", Self.journal(prompts)).isMet)
  }

  @Test(
    "A failure says in one sentence what is missing and which request is nearest",
    arguments: [
      ("expect: [{ when: { prompt: a } }]", "", "at least 1 expected, 0 found; no request came"),
      (
        "expect: [{ when: { prompt: a, endpoint: edit }, times: 1 }]", "bc",
        "exactly 1 expected, 0 found; the nearest, #2, differs in prompt: expected a, found c"
      ),
      (
        "expect: [{ when: { prompt: a, api: dgrid } }]", "ba",
        "at least 1 expected, 0 found; the nearest, #2, differs in api: expected dgrid, found venice"
      ),
      (
        "expect: [{ when: { prompt: x, api: dgrid } }]", "a",
        "at least 1 expected, 0 found; the nearest, #1, differs in api: expected dgrid, found venice; prompt: expected x, found a"
      ),
      ("expect: [{ when: { prompt: a }, times: 1 }]", "aba", "exactly 1 expected, 2 found; #3 is one too many"),
      ("expect: [{ when: { prompt: a }, at-most: 1 }]", "aa", "at most 1 expected, 2 found; #2 is one too many"),
      (
        "expect: [{ when: { prompt: a }, at-least: 2, at-most: 3 }]", "b",
        "2 to 3 expected, 0 found; the nearest, #1, differs in prompt: expected a, found b"
      ),
      ("expect: [{ when: { prompt: a }, times: 3 }]", "aa", "exactly 3 expected, 2 found; no other request came"),
      (
        "expect: [{ when: { prompt: a, nth: 2 } }]", "a",
        "at least 1 expected, 0 found; the nearest, #1, differs in nth: expected 2, found 1"
      ),
      (
        "{ in-order: true, expect: [{ when: { prompt: a } }, { when: { prompt: b } }] }", "ba",
        "at least 1 expected behind #2, 0 found; #1 fits, and stands at another place of the order"
      ),
    ])
  func messages(question: String, prompts: String, message: String) throws {
    let entries = Self.journal(prompts)
    let failures = try Self.verify(question, entries).failures
    let text = entries.reduce(message) { $0.replacing("#\($1.order)", with: $1.record.id) }
    #expect(failures.map(\.message) == [text])
  }

  @Test(
    "The nearest request is the one whose values differ least, and of several the latest",
    arguments: [
      ("prompt: Make the sky pink", ["Make the sky pinc", "Draw me a very small cat", "x"], 1),
      ("prompt: Make the sky pink", ["Make it snow", "Make the sky blue", "Make the sea pink", ""], 3),
      ("prompt: \"*sunrise*\"", ["Change it to a sunrize, please", "Make it snow", "sun"], 1),
      ("prompt: a", ["b", "c"], 2), ("prompt: a, nth: 2", ["a", "b", "x"], 1), ("prompt: a, nth: 5", ["a", "a", "a"], 3),
    ])
  func nearest(pattern: String, prompts: [String], order: Int) throws {
    let mock = Mock()
    for prompt in prompts { mock.edit(prompt) }
    let failure = try #require(try Self.verify("expect: [{ when: { \(pattern) }, times: 7 }]", mock.journal.entries).failures.first)
    #expect(failure.nearest?.entry.order == order)
  }

  @Test("A failure has the matching requests, and the nearest one part by part")
  func failureDetails() throws {
    let entries = Self.journal("bba")
    let failure = try #require(
      try Self.verify("expect: [{ when: { prompt: b, method: post }, times: 1 }]", entries).failures.first)
    #expect(failure.matched.map(\.order) == [1, 2])
    #expect(failure.nearest?.entry.order == 2)
    #expect(failure.expectation.when.text == #"{"prompt":"b","method":"post"}"#)
    let parts = failure.nearest?.comparisons.map { [$0.matcher, $0.expected, $0.found, "\($0.isSame)"] }
    #expect(parts == [["method", "post", "POST", "true"], ["prompt", "b", "b", "true"]])
  }

  @Test("Preflights and foreign paths are not counted")
  func ignoredRequests() throws {
    let mock = Mock()
    mock.send("OPTIONS", Mock.edit)
    mock.send("GET", "/favicon.ico")
    mock.edit("a")
    #expect(try Self.verify("expect: [{ when: { prompt: a } }]", mock.journal.entries).requests == 1)
  }
}
