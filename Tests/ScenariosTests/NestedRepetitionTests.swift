import Scenarios
import Testing

@Suite("Regular expressions that could take hours")
struct NestedRepetitionTests {
  @Test(
    "A repetition inside a repetition is refused",
    arguments: ["(a+)+$", "(a*)*", "(?:a+|b)*", "((ab+)c)*", "(a{2,})+", #"(\w+\s?)*x"#, "(x[)]y+)+"])
  func refused(pattern: String) {
    #expect(throws: ScriptSyntaxError.self) { try RegexPattern(pattern, flags: "") }
  }

  @Test(
    "Others are not",
    arguments: ["sun(rise|set)+", "(ab)+c*", #"\(a+\)+"#, "[(+]+", "(a?b)*", "(a{2})+", "^(?=.*cat)(?=.*dog)", "(a+)?b", "a+b+"])
  func accepted(pattern: String) throws {
    _ = try RegexPattern(pattern, flags: "i")
  }
}
