import Formats
import RequestMatching
import Testing

@testable import Scenarios

@Suite("JSON that YAML stumbles over", .timeLimit(.minutes(5)))
struct JSONInYAMLTests {
  @Test(
    "Surrogates become their character, and a lone one and the delete character what YAML takes",
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

  @Test("Such a scenario is read as it is meant")
  func scenario() throws {
    let text = #"{"name": "x", "description": "d", "steps": [{"when": {"prompt": "\ud83d\ude00"}, "delay": "1s"}]}"#
    let scenario = try ScenarioFile.read(Array(text.utf8), name: "x.yaml").get()
    #expect(scenario.steps.first?.when.prompt == .exact("😀"))
  }
}
