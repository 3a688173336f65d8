import Contract
import ContractFixtures
import HTTPMessage
import Testing

/// One thing a server does wrong, where it shows, and the line that names it.
struct Wrong: Sendable, CustomTestStringConvertible {
  let what: String
  let file: String
  let line: String
  var allowsPaid = false
  let change: @Sendable (inout Response) throws(NoAnswer) -> Void

  var testDescription: String { what }

  static let all = [
    Wrong(
      what: "another status", file: "venice.edit.prompt.required/refuse-none-json.json", line: "status: expected 400, came 422 {\"error\"",
      change: { if $0.status == 400 { $0.status = 422 } }),
    Wrong(
      what: "another text", file: "venice.edit.prompt.required/refuse-none-json.json",
      line: "json $.error: expected \"Invalid request parameters\", came \"Bad request parameters\"",
      change: { $0.body = $0.body.replacing(Array("Invalid request".utf8), with: Array("Bad request".utf8)) }),
    Wrong(
      what: "another content type", file: "venice.edit.prompt.required/refuse-none-json.json",
      line: "header content-type: expected 'application/json', came 'text/plain'",
      change: { if $0.status == 400 { $0.headers.set("content-type", "text/plain") } }),
    Wrong(
      what: "another rule", file: "venice.edit.prompt.required/refuse-none-json.json",
      line: "header x-mock-rule: expected 'venice.edit.prompt.required', came 'venice.edit.prompt.type'",
      change: { if $0.status == 400 { $0.headers.set("x-mock-rule", "venice.edit.prompt.type") } }),
    Wrong(
      what: "a refusal that is done all the same", file: "venice.edit.prompt.required/refuse-none-json.json",
      line: "status: expected 400, came 200", change: { $0.status = 200 }),
    Wrong(
      what: "a picture that ends early", file: "venice.edit.prompt.required/accept-prompt-json.json",
      line: "image: expected png 1024x1024, came one that does not decode", allowsPaid: true,
      change: { if $0.status == 200 { $0.body.removeLast(40) } }),
    Wrong(
      what: "a picture of another size", file: "venice.edit.prompt.required/accept-prompt-json.json",
      line: "image: expected png 1024x1024, came png 1280x1024", allowsPaid: true,
      change: {
        // The width's third byte in the header of a PNG; the checksum is then wrong, too, but the header comes first.
        if $0.status == 200, $0.body.count > 18 { $0.body[18] = 5 }
      }),
    Wrong(
      what: "no answer", file: "venice.edit.prompt.required/refuse-none-json.json", line: "no answer: the connection was closed",
      change: { response throws(NoAnswer) in if response.status == 400 { throw NoAnswer("the connection was closed") } }),
  ]
}

@Suite("A server that is wrong is found out", .timeLimit(.minutes(30)))
struct WrongServerTests {
  @Test("each difference is named, with what was expected and what came", arguments: Wrong.all)
  func isNamed(_ wrong: Wrong) throws {
    let server = try WrongServer(MockInMemory()) { _, request, response throws(NoAnswer) in
      var response = response
      if request.head.method == "POST" { try wrong.change(&response) }
      return response
    }
    let report = try check(server, venice(wrong.file, allowsPaid: wrong.allowsPaid))
    guard case .differs(let lines) = report.outcome(of: wrong.file) else {
      Issue.record("\(report.text)")
      return
    }
    #expect(lines.contains { $0.hasPrefix(wrong.line) }, "\(lines)")
    #expect(report.exitCode == 1 && report.text.contains(wrong.line) && report.junit.contains("<failure message=\"DIFFERS\">"))
  }

  @Test("a decision whose answers say different things is called contradictory")
  func contradiction() throws {
    let (one, other) = (try MockInMemory(.documented), try MockInMemory(.live))
    let server = WrongServer(one) { number, request, response in number % 2 == 0 ? response : other.send(request) }
    let report = try check(server, venice("venice.edit.image.base64", "venice.edit.image.format", "venice.edit.image.decodes"))
    let finding = report.findings.first { $0.decision.name == "venice.corrupt-image-text" }?.finding
    guard case .contradictory(let values) = finding else {
      Issue.record("\(report.text)")
      return
    }
    #expect(values.count == 2 && !report.suggestion.contains("corrupt-image-text"))
  }

  @Test("three requests without an answer end the check; the rest is not sent")
  func gone() throws {
    let server = try WrongServer(MockInMemory()) { number, _, response throws(NoAnswer) in
      if number > 2 { throw NoAnswer("connection refused") }
      return response
    }
    let report = try check(server, venice("venice.edit.prompt.*"))
    #expect(server.sent.count == 5 && report.exitCode == 75 && report.stop == "3 requests in a row got no answer")
    #expect(report.rows.contains { $0.outcome == .notSent } && report.junit.contains("<error message=\"3 requests in a row"))
  }

  @Test("a server that gives no answer at all is an error of its own")
  func unreachable() throws {
    let server = try WrongServer(MockInMemory()) { _, _, _ throws(NoAnswer) in throw NoAnswer("no connection to [::1]") }
    #expect(throws: CheckFailure.unreachable("no connection to [::1]")) { try check(server, venice()) }
  }
}
