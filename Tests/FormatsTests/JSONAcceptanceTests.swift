import Testing

@testable import Formats

@Suite("JSON texts and what they mean", .timeLimit(.minutes(15)))
struct JSONAcceptanceTests {
  @Test(
    "A valid text is read and written back",
    arguments: [
      ("null", "null"), ("true", "true"), (" \t\r\nfalse\n", "false"), ("0", "0"), ("-0", "-0"), ("-1.5e+3", "-1.5e+3"),
      ("1E2", "1E2"), ("0.0e-0", "0.0e-0"), ("123456789012345678901234567890", "123456789012345678901234567890"), ("1e400", "1e400"),
      ("\"\"", "\"\""), ("[]", "[]"), ("[ ]", "[]"), ("{}", "{}"), ("{ }", "{}"), ("[[],{}]", "[[],{}]"), ("[ 1 , 2 ]", "[1,2]"),
      ("{ \"a\" : 1 , \"b\" : [ { } ] }", "{\"a\":1,\"b\":[{}]}"), ("{\"\":null}", "{\"\":null}"),
      ("{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":2}"),
      ("\"\u{7f}\u{2028}é😀\"", "\"\u{7f}\u{2028}é😀\""), ("\"\\/\\u0041\"", "\"/A\""), ("\"\\u0000\\u001F\"", "\"\\u0000\\u001f\""),
      ("\"\\b\\f\\n\\r\\t\\\"\\\\\"", "\"\\b\\f\\n\\r\\t\\\"\\\\\""), ("{\"\\u0061\":1}", "{\"a\":1}"),
    ])
  func valid(text: String, written: String) throws {
    let document = try JSONDocument(parsing: Array(text.utf8))
    #expect(String(decoding: document.output(of: document.root).serialized(), as: UTF8.self) == written)
  }

  @Test(
    "Escapes become text, and lengths are JavaScript's",
    arguments: [
      ("abc", "abc", 3), ("é", "é", 1), ("😀", "😀", 2), ("e\u{301}", "e\u{301}", 2), (#"\u00e9"#, "é", 1), (#"\ud83d\ude00"#, "😀", 2),
      (#"\uD83D\uDE00x"#, "😀x", 3), (#"\ud83d"#, "\u{FFFD}", 1), (#"\ude00"#, "\u{FFFD}", 1), (#"\ud83dx"#, "\u{FFFD}x", 2),
      (#"\ud83d\n"#, "\u{FFFD}\n", 2), (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀", 3), (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}", 2),
      (#"\ud83d\u0041"#, "\u{FFFD}A", 2), (#"\u0000"#, "\0", 1), (#"\\u0041"#, #"\u0041"#, 6), (#"a\/b"#, "a/b", 3),
      (#"\uFFFF\uffff"#, "\u{FFFF}\u{FFFF}", 2),
    ])
  func escapes(raw: String, text: String, length: Int) throws {
    let document = try JSONDocument(parsing: Array("\"\(raw)\"".utf8))
    guard case .string(let string) = document.root else { return #expect(Bool(false), "not a string") }
    #expect(document.text(of: string) == text)
    #expect(document.bytes(of: string) == Array(text.utf8))
    #expect(document.utf16Count(of: string) == length)
    #expect(string.hasEscapes == raw.contains("\\"))
    #expect(string.rawRange == 1..<raw.utf8.count + 1)
  }

  @Test("Invalid UTF-8 is read as U+FFFD and kept in the bytes")
  func invalidUTF8() throws {
    let document = try JSONDocument(parsing: [0x22, 0x61, 0xFF, 0xC3, 0x22])
    guard case .string(let string) = document.root else { return #expect(Bool(false), "not a string") }
    #expect(document.text(of: string) == "a\u{FFFD}\u{FFFD}")
    #expect(document.bytes(of: string) == [0x61, 0xFF, 0xC3])
    #expect(document.utf16Count(of: string) == 3)
  }

  @Test(
    "A number is the integer that JavaScript takes it for",
    arguments: [
      ("7", 7, true), ("-7", -7, true), ("-0", 0, true), ("1.0", 1, true), ("1e2", 100, true), ("1.5e1", 15, true), ("100e-2", 1, true),
      ("1.5", nil, false), ("1e-1", nil, false), ("1e400", nil, false), ("-1e400", nil, false), ("1e30", nil, true),
      ("9007199254740993", 9_007_199_254_740_993, true), ("9223372036854775807", Int.max, true), ("9223372036854775808", nil, true),
      ("1.00000000000000000001", 1, true), ("0.1e1", 1, true), ("-9223372036854775808", Int.min, true),
    ] as [(String, Int?, Bool)])
  func integers(lexeme: String, int: Int?, isInteger: Bool) throws {
    guard case .number(let number) = try JSONDocument(parsing: Array(lexeme.utf8)).root else { return #expect(Bool(false), "no number") }
    #expect(number.lexeme == lexeme)
    #expect(number.range == 0..<lexeme.utf8.count)
    #expect(number.int == int)
    #expect(number.isInteger == isInteger)
    #expect(number.double == Double(lexeme))
  }

  @Test("Of repeated keys the last one counts, and all are kept in order")
  func repeatedKeys() throws {
    let text = #"{"b":1,"a":2,"b":3,"\u0061":4,"c":5,"b":6}"#
    guard case .object(let object) = try JSONDocument(parsing: Array(text.utf8)).root else { return #expect(Bool(false), "no object") }
    #expect(object.members.map(\.key) == ["b", "a", "b", "a", "c", "b"])
    #expect(object.members.map(\.offset) == [1, 7, 13, 19, 30, 36])
    #expect(object.keys == ["b", "a", "c"])
    #expect(object.duplicateKeys == ["b", "a"])
    #expect(object["d"] == nil)
    guard case .number(let last)? = object["b"] else { return #expect(Bool(false), "no number") }
    #expect(last.int == 6)
  }

  @Test(
    "Types are called what zod calls them",
    arguments: zip(["null", "true", "1", "\"\"", "[]", "{}"], ["null", "boolean", "number", "string", "array", "object"]))
  func typeNames(text: String, name: String) throws {
    #expect(try JSONDocument(parsing: Array(text.utf8)).root.typeName == name)
  }

  @Test("Strings of every length around a block are found to end where they end", arguments: 0...200)
  func blockLengths(length: Int) throws {
    let text = String(repeating: "a", count: length)
    let document = try JSONDocument(parsing: Array("[\"\(text)\",\"\(text)\\n\"]".utf8))
    let expected = JSONOutput.array([.string(text), .string(text + "\n")]).serialized()
    #expect(document.output(of: document.root).serialized() == expected)
  }
}
