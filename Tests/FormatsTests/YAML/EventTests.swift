import Testing

@testable import Formats

/// `2:3 scalar`, one to an event, without those that begin and end the stream and the document.
func events(_ text: String) throws -> [String] {
  var parser = YAMLParser(Array(text.utf8))
  var written: [String] = []
  while true {
    let event = try parser.next()
    if event.content == .streamEnd { return Array(written.dropFirst().dropLast()) }
    written.append("\(event.position.line):\(event.position.column) \(event.content.written)")
  }
}

extension YAMLEvent.Content {
  fileprivate var written: String {
    switch self {
    case .documentStart: "document"
    case .documentEnd: "end"
    case .streamEnd: "stream end"
    case .scalar(let text, let isPlain, let properties): properties.written + (isPlain ? text : "'\(text)'")
    case .alias(let name): "*\(name)"
    case .sequenceStart(let properties): properties.written + "["
    case .sequenceEnd: "]"
    case .mappingStart(let properties): properties.written + "{"
    case .mappingEnd: "}"
    }
  }
}

extension YAMLProperties {
  fileprivate var written: String { (tag.map { "<\($0)> " } ?? "") + (anchor.map { "&\($0) " } ?? "") }
}

@Suite("Events of YAML", .timeLimit(.minutes(15)))
struct EventTests {
  @Test(
    "Every event has its text and the position where it begins",
    arguments: [
      ("a: 1\nb:\n  - c\n  - ~\n", "1:1 {, 1:1 a, 1:4 1, 2:1 b, 3:3 [, 3:5 c, 4:5 ~, 5:1 ], 5:1 }"),
      ("{a: [1, {}], b: }", "1:1 {, 1:2 a, 1:5 [, 1:6 1, 1:9 {, 1:10 }, 1:11 ], 1:14 b, 1:17 , 1:17 }"),
      ("- 'it''s'\n- \"a\\u00e9\\0\\n\"\n- off", "1:1 [, 1:3 'it's', 2:3 'aé\u{0}\n', 3:3 off, 4:1 ]"),
      ("a: |\n  one\n  two\nb: >-\n  one\n  two\n", "1:1 {, 1:1 a, 1:4 'one\ntwo\n', 4:1 b, 4:4 'one two', 7:1 }"),
      ("{ 해돋이: 해, 🌅: é }", "1:1 {, 1:3 해돋이, 1:8 해, 1:11 🌅, 1:14 é, 1:16 }"),
      ("a: 1\r\nb: |\r\n  one\r\n  two\r\n", "1:1 {, 1:1 a, 1:4 1, 2:1 b, 2:4 'one\ntwo\n', 5:1 }"),
      ("# first\n\na: 1 # one\n", "3:1 {, 3:1 a, 3:4 1, 4:1 }"),
      ("- &x 1\n- *x\n- &y [a]\n- &z { a: b }", "1:1 [, 1:3 &x 1, 2:3 *x, 3:3 &y [, 3:7 a, 3:8 ], 4:3 &z {, 4:8 a, 4:11 b, 4:13 }, 5:1 ]"),
      (
        "- !!int 1\n- !mine { a: b }\n- !!seq []\n- ! a",
        "1:1 [, 1:3 <tag:yaml.org,2002:int> 1, 2:3 <!mine> {, 2:11 a, 2:14 b, 2:16 }, 3:3 <tag:yaml.org,2002:seq> [, 3:10 ], 4:3 <!> a, 5:1 ]"
      ),
      (#"{"a": [1.5, true, null, "\u00e9\/"]}"#, "1:1 {, 1:2 'a', 1:7 [, 1:8 1.5, 1:13 true, 1:19 null, 1:25 'é/', 1:35 ], 1:36 }"),
      ("word", "1:1 word"), ("---\n...\n", "2:1 "),
    ])
  func texts(text: String, expected: String) throws { #expect(try events(text).joined(separator: ", ") == expected) }

  @Test("Documents begin and end; after the stream's end there is only its end")
  func documents() throws {
    var parser = YAMLParser(Array("a\n--- b".utf8))
    var contents: [YAMLEvent.Content] = []
    for _ in 0..<8 { contents.append(try parser.next().content) }
    let (a, b) = (YAMLEvent.Content.scalar("a", isPlain: true, .init()), YAMLEvent.Content.scalar("b", isPlain: true, .init()))
    #expect(contents == [.documentStart, a, .documentEnd, .documentStart, b, .documentEnd, .streamEnd, .streamEnd])
  }

  @Test("No text at all, or only a comment, has no document", arguments: ["", "\n", "# nothing", " "])
  func empty(text: String) throws {
    var parser = YAMLParser(Array(text.utf8))
    #expect(try parser.next().content == .streamEnd)
  }

  @Test("A text longer than any buffer keeps its positions")
  func long() throws {
    let found = try events((1...5000).map { "- 해돋이 \($0)\n" }.joined())
    #expect(found.count == 5002)
    #expect(found[4999] == "4999:3 해돋이 4999")
  }
}
