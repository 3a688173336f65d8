import HTTPMessage
import MockService
import TestSupport
import Testing

@testable import Recording

@Suite("Which requests are answered from a recording", .timeLimit(.minutes(15)))
struct ReplayTests {
  private func replay(_ files: [String: String]) throws -> (MockService, TemporaryFolder) {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(Array(text.utf8), name) }
    return (.mock(responseOverride: try Replay(folder: folder.path) { _ in }), folder)
  }

  private func fixture(_ request: String, status: Int = 418, rest: String = #""body": "recorded""#) -> String {
    #"{ "shows": "x", "request": { "method": "POST", "path": "/api/v1/image/edit", \#(request) }, "answer": { "status": \#(status), \#(rest) } }"#
  }

  @Test("JSON with other white space and another order of keys is the same, with another value it is not")
  func json() throws {
    let (mock, folder) = try replay(["a/accept-a.json": fixture(#""json": { "a": { "b": 1, "c": ["x", null] }, "d": "é" }"#)])
    defer { withExtendedLifetime(folder) {} }
    for text in [#"{"a":{"b":1,"c":["x",null]},"d":"é"}"#, "{ \"d\":\"\\u00e9\",\n \"a\":{\"c\":[\"x\", null],\"b\":1} }"] {
      let response = mock.send(.json("/api/v1/image/edit", text, key: "anybody", type: "application/json; charset=utf-8"))
      #expect(response.status == 418 && response.body == Array("recorded".utf8) && response.headers["x-mock-replay"] == "a/accept-a.json")
    }
    for text in [#"{"a":{"b":1,"c":[null,"x"]},"d":"é"}"#, #"{"a":{"b":"1","c":["x",null]},"d":"é"}"#, #"{"d":"é"}"#, "", "{"] {
      let response = mock.send(.json("/api/v1/image/edit", text))
      #expect(response.status == 400 && response.headers["x-mock-replay"] == nil)
    }
    #expect(mock.send(.json("/api/v1/image/edit?x", #"{"a":{"b":1,"c":["x",null]},"d":"é"}"#)).status != 418)
  }

  @Test("A form with another boundary and another order of fields is the same request, with another file it is not")
  func multipart() throws {
    let (mock, folder) = try replay([
      "a/accept-a.json": fixture(
        #""multipart": [{ "name": "b", "text": "1" }, { "name": "a", "file": { "$file": "x.bin" }, "filename": "f" }]"#),
      "a/x.bin": "bytes",
    ])
    defer { withExtendedLifetime(folder) {} }
    let file = (name: "a; filename=f", data: Array("bytes".utf8))
    let text = (name: "b", data: Array("1".utf8))
    for parts in [[file, text], [text, file]] {
      #expect(mock.send(.multipart("/api/v1/image/edit", parts, boundary: "other")).status == 418)
    }
    for parts in [[file], [file, text, text], [("a; filename=g", file.data), text], [("a; filename=f", [1]), text]] {
      #expect(mock.send(.multipart("/api/v1/image/edit", parts)).status == 400)
    }
  }

  @Test("Of two responses to the same fields the one on the request's side of the rule is chosen, else a success")
  func choice() throws {
    let body = #""json": { "prompt": "x" }"#
    let (mock, folder) = try replay([
      "venice.auth.present/refuse-a.json": fixture(body, status: 401, rest: #""body": "no key""#),
      "venice.path.known/accept-a.json": fixture(body, status: 200),
      "a/accept-b.json": fixture(body, status: 429, rest: #""body": "late""#),
    ])
    defer { withExtendedLifetime(folder) {} }
    #expect(mock.send(.json("/api/v1/image/edit", #"{"prompt": "x"}"#)).status == 200)
  }

  @Test("A picture without its bytes, a file that is no fixture and an unknown file name are all reported, with their positions")
  func problems() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array(fixture(#""json": 1"#, rest: #""image": { "format": "png", "width": 1, "height": 1 }"#).utf8), "a/accept-a.json")
    try folder.write(Array("{\n  \"shows\": }".utf8), "a/accept-b.json")
    try folder.write(Array(fixture(#""text": { "$file": "none.txt" }"#).utf8), "a/accept-c.json")
    try folder.write([], "odd.json")
    try folder.write([], "a/beside.txt")
    do throws(ReplayError) {
      _ = try Replay(folder: folder.path) { _ in }
      Issue.record("it was taken")
    } catch {
      let path = folder.path
      #expect(
        error.problems == [
          "\(path)/a/accept-a.json:1:1: a picture cannot be replayed without its bytes; write them as `body`",
          "\(path)/a/accept-b.json:2:12: expected a value but found '}'",
          "\(path)/a/accept-c.json:1:97: there is no file none.txt beside the fixture",
          "\(path)/odd.json:1:1: the name says nothing; write RULE/accept-….json, RULE/refuse-….json or RULE/warn-….json",
        ])
      #expect(!error.isUsage)
    }
  }

  @Test("A missing folder and an empty one are usage errors")
  func nothing() throws {
    let folder = try TemporaryFolder()
    for path in [folder.path, "\(folder.path)/none"] {
      do throws(ReplayError) {
        _ = try Replay(folder: path) { _ in }
        Issue.record("it was taken")
      } catch { #expect(error.isUsage) }
    }
  }
}
