import Contract
import Formats
import Testing

@testable import Journal

@Suite("Digests of requests", .timeLimit(.minutes(15)))
struct RequestDigestTests {
  private static let fields = [("prompt", "a sky"), ("model", "gpt-image-1")]

  private static func multipartDigest(
    _ fields: [(String, String)], boundary: String = "edge", key: String = "k", path: String = "/v1/images/edits"
  ) throws -> String {
    let form = multipart(fields, boundary: boundary)
    let entry = Mock().send("POST", path, [("Authorization", "Bearer \(key)"), form.type], body: form.body)
    return "\(try #require(entry.record.digest))"
  }

  @Test("The boundary of a form does not change its digest", arguments: ["b", "----WebKitFormBoundary7MA4YWxkTrZu0gW", "0000"])
  func boundary(text: String) throws {
    #expect(try Self.multipartDigest(Self.fields) == Self.multipartDigest(Self.fields, boundary: text))
  }

  @Test("A form with another field, order, key or path has another digest")
  func differentForms() throws {
    let digests = try [
      Self.multipartDigest(Self.fields), Self.multipartDigest(Self.fields.reversed()), Self.multipartDigest(Self.fields, key: "l"),
      Self.multipartDigest(Self.fields, path: "/v1/images/edits?a=1"), Self.multipartDigest([("prompt", "a sky")]),
      Self.multipartDigest([("prompt", "a ski"), Self.fields[1]]), Self.multipartDigest([("promptm", "odel")]),
      Self.multipartDigest([("prompt", "model")]), Self.multipartDigest(Self.fields + Self.fields),
    ]
    #expect(Set(digests).count == digests.count)
  }

  private static func jsonDigest(_ text: String, method: String = "POST", headers: [(String, String)] = []) throws -> String {
    let entry = Mock().send(method, Mock.edit, [("Authorization", "Bearer k"), jsonType] + headers, body: Array(text.utf8))
    return "\(try #require(entry.record.digest))"
  }

  @Test(
    "Blanks, escapes and headers do not change the digest of JSON",
    arguments: [#"{ "prompt" : "a sky" }"#, #"{"prompt":"\u0061 sky"}"#])
  func sameJSON(text: String) throws {
    #expect(try Self.jsonDigest(#"{"prompt":"a sky"}"#) == Self.jsonDigest(text, headers: [("x-attempt", "2"), ("User-Agent", "other")]))
  }

  @Test("JSON with another value, type or method has another digest, and so has broken JSON")
  func differentJSON() throws {
    let texts = [
      #"{"prompt":"a sky"}"#, #"{"prompt":"b sky"}"#, #"{"prompt":1}"#, #"{"prompt":10}"#, #"{"prompt":true}"#, #"{"prompt":false}"#,
      #"{"prompt":null}"#, #"{"prompt":[]}"#, #"{"prompt":{}}"#, #"{"prompt":"#, #"{"prompt":1"#, "",
    ]
    let digests = try texts.map { try Self.jsonDigest($0) } + [Self.jsonDigest(texts[0], method: "PUT")]
    #expect(Set(digests).count == digests.count)
  }

  @Test("An image counts with its bytes, in JSON and in a form")
  func images() throws {
    let pictures = try [1, 2].map { try Base64.encode(picture(shade: $0)) }
    let texts = pictures.map { #"{"prompt":"p","image":"\#(String(decoding: $0, as: UTF8.self))"}"# }
    #expect(try Self.jsonDigest(texts[0]) == Self.jsonDigest(texts[0]))
    #expect(try Self.jsonDigest(texts[0]) != Self.jsonDigest(texts[1]))
    let long = String(repeating: "A", count: 70_000)
    #expect(try Self.multipartDigest([("prompt", long + "A")]) != Self.multipartDigest([("prompt", long + "B")]))
    #expect(try Self.multipartDigest([("prompt", long)], boundary: "x") == Self.multipartDigest([("prompt", long)]))
  }
}
