import ContractFixtures
import HTTPMessage
import Testing

@Suite("An answer is held against what a fixture expects", .timeLimit(.minutes(15)))
struct ExpectationTests {
  private func mismatches(_ answer: String, _ response: Response, of server: FixtureExpectation.Server) throws -> [String] {
    let text = #"{ "shows": "x", "request": { "method": "GET", "path": "/" }, "answer": \#(answer) }"#
    let fixture = try RuleFixture(parsing: Array(text.utf8), file: "venice.path.known/accept-x.json", images: { _ in nil })
    return fixture.expectation.mismatches(in: response, of: server)
  }

  private static let json = Response(
    status: 200, headers: HeaderList([HeaderField("content-type", "application/json; charset=utf-8"), HeaderField("x-mock-rule", "r")]),
    body: Array(#"{"a": 1}"#.utf8))

  @Test("a key that is said to be absent must be")
  func absent() throws {
    let answer = #"{ "status": 200, "json": { "a": { "$absent": true }, "b": { "$absent": true } } }"#
    #expect(try mismatches(answer, Self.json, of: .other) == ["json $.a: expected no such key, came one"])
  }

  @Test("the mock must send its own headers, and the content type to the letter; other servers need not")
  func servers() throws {
    let answer = #"{ "status": 200, "headers": { "content-type": "application/json", "x-mock-scenario": "s" } }"#
    #expect(try mismatches(answer, Self.json, of: .other) == [])
    #expect(
      try mismatches(answer, Self.json, of: .mock) == [
        "header x-mock-rule: expected none, came 'r'",
        "header content-type: expected 'application/json', came 'application/json; charset=utf-8'",
        "header x-mock-scenario: expected 's', came none",
      ])
  }
}
