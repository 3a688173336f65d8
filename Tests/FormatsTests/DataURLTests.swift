import Testing

@testable import Formats

@Suite("data: URLs", .timeLimit(.minutes(15)))
struct DataURLTests {
  @Test(
    "A URL is taken apart",
    arguments: [
      ("data:image/png;base64,QQ==", "image/png", [], true, "QQ=="), ("DATA:Image/PNG;BASE64,QQ", "image/png", [], true, "QQ"),
      ("data:,hello", nil, [], false, "hello"), ("data:;base64,QQ", nil, [], true, "QQ"),
      ("data:text/plain;charset=utf-8;base64,QQ", "text/plain", ["charset=utf-8"], true, "QQ"),
      ("data:image/svg+xml;charset=utf-8,%3Csvg/%3E,x", "image/svg+xml", ["charset=utf-8"], false, "%3Csvg/%3E,x"),
      ("data:image/png;base64,", "image/png", [], true, ""),
    ] as [(String, String?, [String], Bool, String)])
  func parts(text: String, mediaType: String?, parameters: [String], isBase64: Bool, payload: String) throws {
    let bytes = Array("\"\(text)\"".utf8)
    let url = try DataURL(parsing: bytes, in: 1..<bytes.count - 1)
    #expect(url.mediaType == mediaType)
    #expect(url.parameters == parameters)
    #expect(url.isBase64 == isBase64)
    #expect(String(decoding: bytes[url.payload], as: UTF8.self) == payload)
  }

  @Test(
    "What is no data URL is refused",
    arguments: [
      ("", 0, "expected a URL that begins with 'data:'"), ("http://x", 0, "expected a URL that begins with 'data:'"),
      ("data:image/png;base64", 21, "expected ',' before the data within 1024 bytes but found none"),
      ("data:png,x", 5, "expected a media type such as image/png but found 'png'"),
      ("data:image/,x", 5, "expected a media type such as image/png but found 'image/'"),
      ("data:image/png;base64;charset=x,QQ", 21, "expected ',' after ';base64' but found ';'"),
    ])
  func refused(text: String, offset: Int, message: String) {
    let bytes = Array(text.utf8)
    #expect(throws: SyntaxError(offset: offset, message: message)) { try DataURL(parsing: bytes, in: 0..<bytes.count) }
  }

  @Test("The head is not looked for in megabytes of data")
  func longHead() {
    let bytes = Array("data:".utf8) + [UInt8](repeating: 0x41, count: 5_000) + [0x2C]
    #expect(throws: SyntaxError(offset: 1_029, message: "expected ',' before the data within 1024 bytes but found none")) {
      try DataURL(parsing: bytes, in: 0..<bytes.count)
    }
  }
}
