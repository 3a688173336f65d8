import Contract
import ContractFixtures
import HTTPMessage
import Testing

@Suite("The key is sent, and never printed", .timeLimit(.minutes(30)))
struct KeyTests {
  private static let key = "sk-live/0123456789abcdef"

  @Test("it stands in the place of the fixtures' own, and nowhere else")
  func isSent() throws {
    let server = WrongServer(try MockInMemory(keys: [Self.key]))
    _ = try check(server, venice("venice.auth.*", allowsPaid: true, key: CheckKey(secret: Self.key)))
    let values = Set(server.sent.map { $0.head.headers["authorization"] ?? "none" })
    #expect(
      values == [
        "Bearer \(Self.key)", "BEARER \(Self.key)", "Bearer Good-Key", "Bearer ", "Basic dXNlcjpwYXNz", "none", "", "Bearer test-key",
      ])
  }

  @Test(
    "an answer that gives it back is shown without it: in headers, texts, escapes, and where a text is cut short",
    arguments: [
      #"{"error": "the key KEY is bad"}"#, #"{"b64": "QmVhcmVyIHNrLWxpdmUvMDEyMzQ1Njc4OWFiY2RlZg=="}"#,
      #"{"error": "sk-live\/0123456789abcdef"}"#, "KEY", String(repeating: "x", count: 388) + "KEY",
      #"{"error": "\u0073k-live/0123456789abcdef"}"#,
    ])
  func isNotPrinted(_ text: String) throws {
    let server = try WrongServer(MockInMemory()) { _, request, response in
      guard request.head.method == "POST" else { return response }
      let headers = HeaderList([HeaderField("content-type", "text/\(Self.key)"), HeaderField("allow", Self.key)])
      return Response(status: 418, headers: headers, body: Array(text.replacing("KEY", with: Self.key).utf8))
    }
    let report = try check(server, venice("venice.edit.prompt.*", "venice.edit.image.format", key: CheckKey(secret: Self.key)))
    #expect(!report.misses.isEmpty)
    for output in [report.text, report.junit, report.suggestion] {
      #expect(!output.contains("0123456789") && !output.contains("sk-live"))
      // The same in base64.
      #expect(!output.contains("LWxpdmUvMDEyMzQ1Njc4"))
    }
    #expect(report.text.contains("[key]"))
  }

  @Test("the words of an error do not give it back either")
  func errors() throws {
    let server = try WrongServer(MockInMemory()) { number, _, response throws(NoAnswer) in
      if number == 2 { throw NoAnswer("cannot send \(Self.key)") }
      return response
    }
    let report = try check(server, venice("venice.models.*", key: CheckKey(secret: Self.key)))
    #expect(report.text.contains("no answer: cannot send [key]") && !report.text.contains(Self.key))
  }
}
