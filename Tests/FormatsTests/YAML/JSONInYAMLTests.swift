import Testing

@testable import Formats

@Suite("JSON that is no YAML", .timeLimit(.minutes(15)))
struct JSONInYAMLTests {
  @Test(
    "Surrogates become their character; a lone one and the delete character become what YAML accepts",
    arguments: [
      (#"{"a": "\ud83d\ude00!"}"#, #"{"a": "😀!"}"#), (#"{"a": "\ud83d"}"#, #"{"a": "\u{FFFD}"}"#),
      (#"{"a": "\ude00\ud83d\ude00"}"#, "{\"a\": \"\u{FFFD}😀\"}"), ("{\"a\": \"\u{7F}\"}", #"{"a": "\u007f"}"#),
      (#"{"a": "\\ud83d\\ude00"}"#, #"{"a": "\\ud83d\\ude00"}"#), (#"{"a": "\u00e9"}"#, #"{"a": "\u00e9"}"#),
      (#"a: "\ud83d\ude00""#, #"a: "\ud83d\ude00""#), (#"{"a": "\ud83d\ude00""#, #"{"a": "\ud83d\ude00""#),
    ])
  func readable(text: String, expected: String) {
    let expected = expected.replacing(#"\u{FFFD}"#, with: "\u{FFFD}")
    #expect(String(decoding: JSONInYAML.readable(Array(text.utf8)), as: UTF8.self) == expected)
  }
}
