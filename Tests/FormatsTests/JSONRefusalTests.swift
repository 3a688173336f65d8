import TestSupport
import Testing

@testable import Formats

@Suite("Texts that are not JSON", .timeLimit(.minutes(15)))
struct JSONRefusalTests {
  static func failure(_ bytes: [UInt8], limits: JSONLimits = .default) -> JSONError? {
    do {
      _ = try JSONDocument(parsing: bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "A wrong text is refused where it goes wrong",
    arguments: [
      ("", 0, "expected a value but found the end of the text"), ("  ", 2, "expected a value but found the end of the text"),
      ("x", 0, "expected a value but found 'x'"), ("nul", 3, "expected 'null' but found the end of the text"),
      ("tRue", 1, "expected 'true' but found 'R'"), ("nullx", 4, "expected the end of the text but found 'x'"),
      ("NaN", 0, "expected a value but found 'N'"), ("-Infinity", 1, "expected a digit but found 'I'"),
      ("+1", 0, "expected a value but found '+'"), ("-", 1, "expected a digit but found the end of the text"),
      ("01", 1, "expected no digit after a leading zero but found '1'"),
      ("-012", 2, "expected no digit after a leading zero but found '1'"),
      ("1.", 2, "expected a digit after the decimal point but found the end of the text"), (".5", 0, "expected a value but found '.'"),
      ("1.e1", 2, "expected a digit after the decimal point but found 'e'"),
      ("1e", 2, "expected a digit of the exponent but found the end of the text"),
      ("1e+", 3, "expected a digit of the exponent but found the end of the text"),
      ("0x10", 1, "expected the end of the text but found 'x'"),
      ("1 2", 2, "expected the end of the text but found '2'"), ("{}}", 2, "expected the end of the text but found '}'"),
      ("[1,]", 3, "expected a value but found ']'"), ("[,1]", 1, "expected a value but found ','"),
      ("[1 2]", 3, "expected ',' or ']' but found '2'"), ("[1}", 2, "expected ',' or ']' but found '}'"),
      ("[", 1, "expected a value but found the end of the text"), ("[1", 2, "expected ',' or ']' but found the end of the text"),
      ("{", 1, "expected a key in double quotes or '}' but found the end of the text"),
      ("{a:1}", 1, "expected a key in double quotes or '}' but found 'a'"),
      ("{'a':1}", 1, "expected a key in double quotes or '}' but found '''"),
      ("{\"a\" 1}", 5, "expected ':' but found '1'"), ("{\"a\":}", 5, "expected a value but found '}'"),
      ("{\"a\":1,}", 7, "expected a key in double quotes but found '}'"), ("{\"a\":1 \"b\":2}", 7, "expected ',' or '}' but found '\"'"),
      ("{\"a\":1]", 6, "expected ',' or '}' but found ']'"), ("{\"a\":1x", 6, "expected ',' or '}' but found 'x'"),
      ("// c\n1", 0, "expected a value but found '/'"), ("[1/**/]", 2, "expected ',' or ']' but found '/'"),
      ("\"abc", 4, "expected '\"' to end the string that begins at offset 0 but found the end of the text"),
      ("\"a\nb\"", 2, "expected control characters to be escaped inside a string but found a line feed (0x0A)"),
      ("\"\t\"", 1, "expected control characters to be escaped inside a string but found a tab (0x09)"),
      ("\"\0\"", 1, "expected control characters to be escaped inside a string but found the control character 0x00"),
      ("\"\\x\"", 2, "expected one of \" \\ / b f n r t u after the backslash but found 'x'"),
      ("\"\\", 2, "expected one of \" \\ / b f n r t u after the backslash but found the end of the text"),
      ("\"\\u12G4\"", 5, "expected four hexadecimal digits after \\u but found 'G'"),
      ("\"\\u12\"", 5, "expected four hexadecimal digits after \\u but found '\"'"), ("é", 0, "expected a value but found 'é'"),
      ("[1,😀]", 3, "expected a value but found '😀'"), ("\u{A0}1", 0, "expected a value but found '\u{A0}'"),
      ("\u{FEFF}{}", 0, "expected a value but found a UTF-8 byte order mark"),
    ])
  func wrong(text: String, offset: Int, message: String) {
    let error = Self.failure(Array(text.utf8))
    #expect(error?.offset == offset)
    #expect(error?.message == message)
  }

  @Test("A byte that is no UTF-8 is named by its number")
  func strayByte() {
    #expect(Self.failure([0x5B, 0xFF])?.message == "expected a value but found the byte 0xFF")
  }

  @Test(
    "Line and column count from 1, in characters",
    arguments: [("{\n  \"é\": x}", 2, 8), ("x", 1, 1), ("\r\n\r\n x", 3, 2), ("\r\r\n\n", 4, 1), ("[1,\n2,\n", 3, 1)])
  func lines(text: String, line: Int, column: Int) {
    let error = Self.failure(Array(text.utf8))
    #expect(error?.line == line)
    #expect(error?.column == column)
    #expect(error?.description.hasPrefix("line \(line), column \(column): expected ") == true)
  }

  @Test("Depth is limited to 512 and never overflows the stack", arguments: ["[", "{\"a\":", "[{\"a\":"])
  func depth(opener: String) {
    let error = Self.failure(Array(String(repeating: opener, count: 100_000).utf8))
    #expect(error?.message == "expected at most 512 arrays and objects inside of each other but found one more")
  }

  @Test("512 levels are read, 513 are not")
  func depthLimit() {
    func nested(_ depth: Int) -> [UInt8] { Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8) }
    #expect(Self.failure(nested(512)) == nil)
    #expect(Self.failure(nested(513))?.offset == 512)
  }

  @Test("The number of values and the length of a number are limited")
  func otherLimits() {
    let limits = JSONLimits(depth: 4, values: 3, numberLength: 5)
    #expect(Self.failure(Array("[1,2]".utf8), limits: limits) == nil)
    #expect(Self.failure(Array("[1,2,3]".utf8), limits: limits)?.message == "expected at most 3 values but found one more")
    #expect(Self.failure(Array("12345".utf8), limits: limits) == nil)
    #expect(Self.failure(Array(" 123456".utf8), limits: limits)?.message == "expected a number of at most 5 characters but found one of 6")
    #expect(Self.failure(Array(" 123456".utf8), limits: limits)?.offset == 1)
  }

  @Test("A control character is found at every offset of a long string", arguments: 0..<150)
  func controlAnywhere(offset: Int) {
    var bytes = Array("\"\(String(repeating: "a", count: 150))\"".utf8)
    bytes[offset + 1] = 0x1F
    let error = Self.failure(bytes)
    #expect(error?.offset == offset + 1)
    #expect(error?.message == "expected control characters to be escaped inside a string but found the control character 0x1F")
  }

  static let sample = #"{"prompt":"a \"q\" é \ud83d\ude00","n":-1.5e3,"list":[true,false,null,[],{}],"s":"\/"}"#

  @Test("A text that is cut off anywhere is refused at its end", arguments: 0..<sample.utf8.count)
  func truncated(length: Int) {
    #expect(Self.failure(Array(Self.sample.utf8.prefix(length)))?.offset == length)
  }

  @Test("Mutated texts are read or refused inside of their bounds")
  func mutated() {
    var mutator = Mutator(seed: 1)
    let alphabet = Array("{}[]\",:\\u0123456789abcdefeE+-.ntr \n\u{1}é".utf8)
    for _ in 0..<20_000 {
      let bytes = mutator.mutated(Array(Self.sample.utf8), with: alphabet)
      if let document = try? JSONDocument(parsing: bytes) {
        let written = document.output(of: document.root).serialized()
        #expect(Self.failure(written) == nil, "\(bytes)")
      } else if let error = Self.failure(bytes) {
        #expect(0...bytes.count ~= error.offset, "\(bytes)")
      }
    }
  }
}
