import Contract
import Testing

@testable import Scenarios

@Suite("What a step responds", .timeLimit(.minutes(15)))
struct ReplyTests {
  @Test(
    "A literal response has the type of its body",
    arguments: [
      ("{ status: 204 }", 204, nil), ("{ body: hello }", 200, "text/plain; charset=utf-8"), ("{ json: { a: 1 } }", 200, "application/json"),
      ("{ status: 502, file: page.html }", 502, "text/html; charset=utf-8"), ("{ file: data.json }", 200, "application/json"),
      ("{ file: notes.txt }", 200, "text/plain; charset=utf-8"), ("{ file: blob }", 200, "application/octet-stream"),
      ("{ file: picture.html }", 200, "image/png"), ("{ body: x, content-type: text/csv }", 200, "text/csv"),
      ("{ body: }", 200, "text/plain; charset=utf-8"),
    ])
  func literals(text: String, status: Int, type: String?) throws {
    let files: [String: [UInt8]] = [
      "page.html": Array("<p>".utf8), "data.json": Array("{}".utf8), "notes.txt": [0x61], "blob": [1, 2],
      "picture.html": [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
    ]
    guard case .literal(let reply) = try step("respond: \(text)", attachments: files).reply else { throw Unexpected() }
    #expect(reply.status == status)
    #expect(reply.contentType == type)
  }

  @Test("In JSON, what has no quotes and is a number, a boolean or null is one, and all else is text")
  func json() throws {
    let text = """
      respond:
        json:
          numbers: [1, -0.5, 1e3, 01, 0x1, .5, 1:1, +1]
          words: [true, "true", null, ~, off, "{{model}}", "1"]
          empty:
      """
    guard case .literal(let reply) = try step(text).reply, case .json(let json) = reply.content else { throw Unexpected() }
    func string(_ text: String) -> JSONTemplate { .string(Template([.text(text)])) }
    #expect(
      json
        == .object([
          .init(
            key: "numbers",
            value: .array([
              .number("1"), .number("-0.5"), .number("1e3"), string("01"), string("0x1"), string(".5"), string("1:1"), string("+1"),
            ])),
          .init(
            key: "words",
            value: .array([
              .bool(true), string("true"), .null, .null, string("off"), .string(Template([.placeholder(.model)])), string("1"),
            ])),
          .init(key: "empty", value: .null),
        ]))
  }

  @Test(
    "Without a body the response is the normal one",
    arguments: [("edit", nil), ("{ headers: { a: b } }", nil), ("{ edit: { status: 202 } }", 202)])
  func edits(text: String, status: Int?) throws {
    guard case .edit(let found) = try step("respond: \(text)").reply else { throw Unexpected() }
    #expect(found == status)
  }
}
