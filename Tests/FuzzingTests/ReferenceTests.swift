import Formats
import Testing

@testable import FuzzReaders

@Suite("What readers are held against", .timeLimit(.minutes(30)))
struct ReferenceTests {
  @Test("JSON is told from what is none", arguments: ["1", " [] ", #"{"a":[1.5e-3,"\u00e9",null]}"#, "-0"])
  func json(text: String) { #expect(ReferenceJSON(Array(text.utf8)) != nil) }

  @Test("What is no JSON is told from JSON", arguments: ["", "01", "[1,]", "{a:1}", #""\x""#, "1 2", "[", "+1", "\"\n\"", "tru"])
  func noJSON(text: String) { #expect(ReferenceJSON(Array(text.utf8)) == nil) }

  @Test("Depth, values and numbers are measured")
  func measured() throws {
    let json = try #require(ReferenceJSON(Array(#"[[12.5],{"a":{}},1]"#.utf8)))
    #expect([json.deepest, json.values, json.longestNumber] == [3, 6, 4])
  }

  @Test(
    "Base64 is decoded, or the wrong character found",
    arguments: [
      ("aGk=", .bytes([0x68, 0x69])), ("aG k", .bytes([0x68, 0x69])), ("-_", .bytes([0xFB])), ("", .bytes([])), ("aGk==", .wrong(at: 4)),
      ("a", .wrong(at: 1)), ("aGk=a", .wrong(at: 4)), ("a!", .wrong(at: 1)), ("=", .wrong(at: 0)),
    ] as [(String, ReferenceBase64.Decoded)])
  func base64(text: String, expected: ReferenceBase64.Decoded) { #expect(ReferenceBase64.decode(Array(text.utf8)) == expected) }

  @Test("Delimiter lines are found up to the closing one")
  func delimiters() {
    let body = "--b\r\nx\r\n--bb\r\n--b \r\n\r\n--b--\r\n--b\r\n"
    let found = ReferenceDelimiters(Array(body.utf8), boundary: Array("b".utf8))
    #expect(found.offsets == [0, 14, 22] && found.isClosed)
  }
}
