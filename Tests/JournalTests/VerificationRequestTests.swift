import Formats
import Journal
import Scenarios
import Testing

@Suite("Reading of expectations", .timeLimit(.minutes(15)))
struct VerificationRequestTests {
  @Test(
    "A verification is read from JSON or YAML",
    arguments: [
      (#"{"expect": [{"when": {}}]}"#, nil as String?, false, ["at least 1"]),
      (#"{"session": "s", "in-order": true, "expect": [{"when": {"endpoint": "edit"}, "times": 2}]}"#, "s", true, ["exactly 2"]),
      (#"{"session": "", "expect": [{"when": {}, "at-most": 3}]}"#, "", false, ["at most 3"]),
      (#"{"session": null, "expect": [{"when": {}, "at-least": 0}]}"#, nil, false, ["at least 0"]),
      (
        "session: 12\nin-order: false\nexpect:\n  - when: { prompt: a }\n    at-least: 1\n    at-most: 4\n  - when: {}\n", "12", false,
        ["1 to 4", "at least 1"]
      ),
      (#"{"expect": [{"when": {}, "at-least": 2, "at-most": 2}]}"#, nil, false, ["exactly 2"]),
    ])
  func reads(text: String, session: String?, isInOrder: Bool, counts: [String]) throws {
    let request = try VerificationRequest(reading: Array(text.utf8))
    #expect(request.session == session)
    #expect(request.isInOrder == isInOrder)
    #expect(request.expectations.map(\.counts) == counts)
  }

  @Test(
    "A mistake is reported with its position and what to write",
    arguments: [
      ("", "1:1: there is no question; write {\"expect\": [{\"when\": {\"endpoint\": \"edit\"}, \"times\": 1}]}"),
      (" \n", "1:1: there is no question; write {\"expect\": [{\"when\": {\"endpoint\": \"edit\"}, \"times\": 1}]}"),
      ("[1]", "1:1: the question is a list; write a mapping with `session`, `in-order` or `expect`"),
      ("{}", "1:1: the question has no `expect`; write `\"expect\": [{\"when\": {…}, \"times\": 1}]`"),
      (
        #"{"expect": []}"#,
        "1:12: `expect` is an empty list; write a list of expectations, such as [{\"when\": {\"endpoint\": \"edit\"}, \"times\": 1}]"
      ),
      (
        #"{"expect": 7}"#,
        "1:12: `expect` is '7'; write a list of expectations, such as [{\"when\": {\"endpoint\": \"edit\"}, \"times\": 1}]"
      ),
      (#"{"expect": [7]}"#, "1:13: an expectation is '7'; write a mapping with `when`, `times`, `at-least` or `at-most`"),
      (#"{"expect": [{"times": 1}]}"#, "1:13: the expectation has no `when`; write `\"when\": {\"endpoint\": \"edit\"}`"),
      (
        "{\"expect\": [{\"when\": {},\n \"time\": 1}]}",
        "2:2: `time` is no key of an expectation; did you mean `times`? Its keys: when, times, at-least, at-most"
      ),
      (#"{"expect": [{"when": {}, "times": -1}]}"#, "1:35: `times` is '-1'; write a whole number from 0 to 1000000000"),
      (#"{"expect": [{"when": {}, "times": "many"}]}"#, "1:35: `times` is 'many'; write a whole number from 0 to 1000000000"),
      (
        #"{"expect": [{"when": {}, "times": 1, "at-least": 1}]}"#,
        "1:26: `times` says it all; take `at-least` and `at-most` away, or write these instead"
      ),
      (
        #"{"expect": [{"when": {}, "at-least": 3, "at-most": 2}]}"#,
        "1:41: `at-most` is 2 and `at-least` is 3, which no count fits; write the smaller number in `at-least`"
      ),
      (#"{"session": [], "expect": [{"when": {}}]}"#, "1:13: `session` is a list; write a text"),
      (#"{"in-order": 1, "expect": [{"when": {}}]}"#, "1:14: `in-order` is '1'; write `true` or `false`"),
      (#"{"expect": [{"when": {"endpoint": "edits"}}]}"#, "1:35: `endpoint` is 'edits'; write `edit`, `models`, `generated` or `other`"),
    ])
  func refuses(text: String, message: String) {
    #expect(Self.problems(text) == [message])
  }

  @Test("All mistakes are reported at once, in order")
  func allMistakes() {
    let text = #"{"sesion": 1, "in-order": maybe, "expect": [{"when": {"promt": "a"}, "times": x}]}"#
    #expect(Self.problems(text).map { $0.prefix { $0 != " " } } == ["1:2:", "1:27:", "1:55:", "1:79:"])
  }

  private static func problems(_ text: String) -> [String] {
    do throws(DocumentProblems) {
      _ = try VerificationRequest(reading: Array(text.utf8))
      return []
    } catch {
      return error.all.map { "\($0.position.line):\($0.position.column): \($0.message)" }
    }
  }

  @Test(
    "The pattern is returned as JSON, whichever format it was written in",
    arguments: [
      ("{ prompt: a, valid: true }", #"{"prompt":"a","valid":true}"#), ("{ field: { n: 1.50 } }", #"{"field":{"n":1.50}}"#),
      ("{ field: { n: -05 } }", #"{"field":{"n":"-05"}}"#), ("{ field: { n: 007, m: \"1\" } }", #"{"field":{"n":"007","m":"1"}}"#),
      ("{ field: { n: -0.5, m: ~ } }", #"{"field":{"n":-0.5,"m":null}}"#),
    ])
  func patterns(text: String, json: String) throws {
    let request = try VerificationRequest(reading: Array("expect: [{ when: \(text) }]".utf8))
    #expect(request.expectations.map(\.when.text) == [json])
  }
}
