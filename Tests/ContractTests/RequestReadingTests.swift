import HTTPMessage
import Testing

@testable import Contract

@Suite("Reading of a request", .timeLimit(.minutes(15)))
struct RequestReadingTests {
  @Test(
    "An Authorization header that is not Bearer is described by its scheme, or by the beginning of what may be a key",
    arguments: [
      ("Bearer k", .token("k")), ("bearer  k", .token("k")), ("Basic dTpw", .malformed("the scheme 'Basic'")),
      ("ApiKeyScheme x", .malformed("the scheme 'ApiKeyScheme'")), ("sk-live-0123456789", .malformed("the scheme 'sk-l…'")),
      ("abcdefghijklm", .malformed("the scheme 'abcd…'")), ("Bearer ", .malformed("'Bearer' without a token")), ("", .missing),
    ] as [(String, BearerToken)])
  func schemes(header: String, token: BearerToken) {
    #expect(BearerToken(RequestHead(method: "GET", path: "/", headers: HeaderList([HeaderField("Authorization", header)]))) == token)
  }

  @Test(
    "A decimal integer is digits with an optional minus, and nothing else",
    arguments: [
      ("2", 2), ("0", 0), ("-1", -1), ("010", 10), ("99999999999999999999", .max), ("-99999999999999999999", .min), ("+2", nil),
      (" 2", nil),
      ("2.0", nil), ("1e1", nil), ("", nil), ("-", nil), ("٣", nil),
    ] as [(String, Int?)])
  func integers(text: String, value: Int?) {
    #expect(text.decimalInteger == value)
  }

  @Test(
    "Data URLs, base64 and URLs at the ends of a line are images, and the rest is the prompt",
    arguments: [
      ("Remove the background", "Remove the background", []),
      ("Edit <https://example.com/a.png>", "Edit", ["https://example.com/a.png"]),
      ("![photo](http://localhost/a.png) at night", "at night", ["http://localhost/a.png"]),
      ("data:image/png;base64,AAAA make it blue", "make it blue", ["data:image/png;base64,AAAA"]),
      ("make data:;base64,AAAA blue", "make blue", ["data:;base64,AAAA"]),
      ("HTTPS://EXAMPLE.COM/A.PNG x", "x", ["HTTPS://EXAMPLE.COM/A.PNG"]),
      ("http://127.0.0.1/a.png로 바꿔", "바꿔", ["http://127.0.0.1/a.png"]),
      ("https://a/b.png，红色", "", ["https://a/b.png"]), ("data:image/png;base64,AAAA을 밤으로", "밤으로", ["data:image/png;base64,AAAA"]),
      ("see https://a/b.png.", "see", ["https://a/b.png"]),
      ("https://a/1.png and https://a/2.png", "and", ["https://a/1.png", "https://a/2.png"]),
      ("https://a/1.png https://a/2.png as one", "as one", ["https://a/1.png", "https://a/2.png"]),
      ("at night\nhttps://a/1.png\nwith stars", "at night with stars", ["https://a/1.png"]),
      ("two\nlines  kept", "two\nlines  kept", []),
      ("", "", []),
      ("see http:/broken", "see http:/broken", []),
      ("the metadata: none", "the metadata: none", []),
    ] as [(String, String, [String])])
  func instruction(text: String, prompt: String, images: [String]) {
    let instruction = DGridInstruction([.text(text)])
    #expect(instruction.prompt == prompt)
    #expect(instruction.images == images)
    #expect(instruction.urlsInSentences == [])
  }

  @Test(
    "A URL in the middle of a line is text, unless Markdown says that it is an image",
    arguments: [
      ("Paint https://example.com/a.png red", "Paint https://example.com/a.png red", [], ["https://example.com/a.png"]),
      ("한국어 http://127.0.0.1/a.png로 바꿔", "한국어 http://127.0.0.1/a.png로 바꿔", [], ["http://127.0.0.1/a.png"]),
      ("see [this](http://a/b.png) page", "see [this](http://a/b.png) page", [], ["http://a/b.png"]),
      ("make ![this](http://a/b.png) blue", "make blue", ["http://a/b.png"], []),
      ("write a.com, https://b.com here: https://c.com", "write a.com, https://b.com here:", ["https://c.com"], ["https://b.com"]),
    ] as [(String, String, [String], [String])])
  func sentence(text: String, prompt: String, images: [String], urls: [String]) {
    let instruction = DGridInstruction([.text(text)])
    #expect(instruction.prompt == prompt)
    #expect(instruction.images == images)
    #expect(instruction.urlsInSentences == urls)
  }

  @Test("Base64 that begins as an image does is one; a shorter or another long word is text")
  func bareBase64() {
    let png = "iVBORw0KGgo" + String(repeating: "A", count: 53)
    #expect(DGridInstruction([.text("make it \(png) blue")]).images == [png])
    #expect(DGridInstruction([.text(String(png.dropLast()))]).images == [])
    #expect(DGridInstruction([.text(String(repeating: "A", count: 100))]).images == [])
    #expect(DGridInstruction([.text(png + "!")]).images == [])
    #expect(DGridInstruction([.image("anything"), .text("x"), .text("y")]) == DGridInstruction([.image("anything"), .text("x y")]))
  }
}
