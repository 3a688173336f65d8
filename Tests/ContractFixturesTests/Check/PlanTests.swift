import Contract
import ContractFixtures
import HTTPMessage
import Testing

@Suite("What is checked, and where", .timeLimit(.minutes(30)))
struct PlanTests {
  @Test(
    "a base URL is taken as clients are given it, or as the origin",
    arguments: [
      ("http://127.0.0.1:8080/api/v1", API.venice, "http://127.0.0.1:8080", true),
      ("http://localhost:8080/", .venice, "http://localhost:8080", true), ("http://[::1]:1/v1/", .dgrid, "http://[::1]:1", true),
      ("https://api.dgrid.ai/v1", .dgrid, "https://api.dgrid.ai", false),
      ("HTTPS://API.Venice.ai", .venice, "https://api.venice.ai", false),
      ("https://proxy.example/venice/api/v1", .venice, "https://proxy.example/venice", false),
      ("http://127.evil.example/v1", .dgrid, "http://127.evil.example", false),
    ])
  func base(_ text: String, _ api: API, _ root: String, _ isLoopback: Bool) throws {
    let base = try CheckedBase(text, of: api)
    #expect(base.root == root && base.isLoopback == isLoopback)
  }

  @Test(
    "a base URL that is none says what to write",
    arguments: [
      ("127.0.0.1:8080", API.venice, "write for example http://127.0.0.1:8080/api/v1"),
      ("http://127.0.0.1:8080/v1?x=1", .dgrid, "write it without ? and #, for example http://127.0.0.1:8080/v1"),
      ("http://127.0.0.1:8080/api/v1", .dgrid, "a base URL of the other API; write one of dgrid, for example http://127.0.0.1:8080/v1"),
      ("http://127.0.0.1:8080/v1", .venice, "a base URL of the other API; write one of venice"), ("http://a@b/", .venice, "user name"),
    ])
  func badBase(_ text: String, _ api: API, _ complaint: String) {
    do throws(CheckFailure) {
      _ = try CheckedBase(text, of: api)
      Issue.record("it was taken")
    } catch {
      #expect(error.description.hasPrefix("--base-url is '\(text)'") && error.description.contains(complaint), "\(error)")
    }
  }

  @Test(
    "--only takes rules, files, and stars",
    arguments: [
      ("venice.edit.prompt.type", 7), ("venice.edit.prompt.t*pe", 7), ("venice.edit.prompt.type/*", 7), ("*prompt.type", 7),
      ("venice.edit.prompt.type/refuse-null.json", 1), ("venice.edit.prompt.type/*multi*", 1),
    ])
  func only(_ text: String, _ count: Int) throws {
    let report = try check(MockInMemory(), venice(text))
    #expect(report.rows.count == count && report.rows.allSatisfy { $0.fixture.rule == "venice.edit.prompt.type" })
  }

  @Test("--only that means nothing names the nearest rule")
  func nothing() {
    #expect(throws: CheckFailure.usage("--only: 'venice.edit.promt.type' is no rule of venice; did you mean venice.edit.prompt.type?")) {
      try RuleSelector("venice.edit.promt.type", of: .venice)
    }
    #expect(throws: CheckFailure.self) { try RuleSelector("dgrid.*", of: .venice) }
  }

  @Test("each distinct request is sent once, the first one aside")
  func once() throws {
    let server = WrongServer(try MockInMemory())
    let report = try check(server, venice("venice.edit.prompt.required", "venice.edit.image.type", allowsPaid: true))
    let texts = server.sent.dropFirst().map { "\($0.head.method) \($0.head.headers.fields) \($0.body.bytes.hashValue)" }
    #expect(Set(texts).count == texts.count && report.rows.count > texts.count)
  }

  @Test("what a slow check is going to take is announced, with how much of it costs money")
  func announcement() throws {
    var plan = try venice("venice.edit.prompt.required")
    #expect(plan.announcement == nil)
    plan.pause = .seconds(60)
    #expect(plan.announcement == "at most 3 requests, with a pause between two: up to 4 min without the time of their answers")
    plan.allowsPaid = true
    #expect(plan.announcement?.hasPrefix("at most 5 requests, 2 of them edits that are charged for, with a pause") == true)
  }

  @Test("the table has a line for each fixture, its columns under each other")
  func table() throws {
    let report = try check(MockInMemory(), venice("venice.edit.prompt.required"))
    let expected = """
      FIXTURE                                                   EXPECTED           GOT                   VERDICT
      venice.edit.prompt.required/accept-prompt-json.json       200 png 1024x1024  -                     skipped: paid
      venice.edit.prompt.required/accept-prompt-multipart.json  200 png 1024x1024  -                     skipped: paid
      venice.edit.prompt.required/refuse-none-json.json         400                400 application/json  ok
      venice.edit.prompt.required/refuse-none-multipart.json    400                400 application/json  ok
      venice.edit.prompt.required/refuse-nothing.json           400                400 application/json  ok


      """
    #expect(report.table == expected)
  }
}
