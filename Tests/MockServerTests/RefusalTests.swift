import HTTPMessage
import Journal
import MockService
import Scenarios
import Support
import Testing

@testable import MockServer

@Suite("Refusals of /_mock", .timeLimit(.minutes(15)))
struct RefusalTests {
  struct Case: Sendable {
    let method: String
    let target: String
    let status: Int
    let error: String

    init(_ method: String, _ target: String, _ status: Int, _ error: String) {
      (self.method, self.target, self.status, self.error) = (method, target, status, error)
    }
  }

  private static let list = "GET /_mock/openapi/mock.json lists everything"

  @Test(
    "A refusal says what to write",
    arguments: [
      Case("GET", "/_mock/cloc", 404, "there is nothing at /_mock/cloc; did you mean GET /_mock/clock? \(list)"),
      Case("POST", "/_mock/", 405, "/_mock/ takes GET, HEAD, not POST"),
      Case("GET", "/_mock/request", 404, "there is nothing at /_mock/request; did you mean GET /_mock/requests? \(list)"),
      Case("GET", "/_mock/requests/a/b", 404, "there is nothing at /_mock/requests/a/b; did you mean GET /_mock/requests? \(list)"),
      Case("POST", "/_mock/requests", 405, "/_mock/requests takes GET, HEAD, not POST"),
      Case("PATCH", "/_mock/scenario", 405, "/_mock/scenario takes DELETE, GET, HEAD, PUT, not PATCH"),
      Case("HEAD", "/_mock/reset", 405, "/_mock/reset takes POST, not HEAD"),
      Case("OPTIONS", "/_mock/health", 405, "/_mock/health takes GET, HEAD, not OPTIONS"),
      Case("GET", "/_mock/scenarios/x", 405, "/_mock/scenarios/x takes DELETE, not GET"),
      Case("GET", "/_mock/health?a=1", 400, "`a` is no parameter of /_mock/health; it takes none"),
      Case("GET", "/_mock/verify?sess%69on=a&session=b", 400, "`session` is there twice; write it once"),
      Case(
        "GET", "/_mock/conduct?Session=a", 400, "`Session` is no parameter of /_mock/conduct; did you mean `session`? There are: session"),
      Case(
        "GET", "/_mock/requests/%4", 400, "the path cannot be read: expected two hexadecimal digits after '%' but found the end of the text"
      ),
      Case("GET", "/_mock/requests?session=%zz", 400, "the query cannot be read: expected two hexadecimal digits after '%' but found 'z'"),
    ])
  func mistakes(one: Case) throws {
    let response = Site().send(one.method, one.target)
    #expect(response.status == one.status)
    #expect(response.error == one.error)
    #expect(try OpenAPI().faults(response) == [])
    #expect((response.headers["allow"] != nil) == (one.status == 405))
    if let allowed = response.headers["allow"] { #expect(one.error.contains("takes \(allowed), not")) }
  }

  @Test("One added scenario too many is refused, and an existing one can be replaced")
  func tooManyScenarios() {
    let site = Site()
    func add(_ number: Int) -> Response {
      site.send("POST", "/_mock/scenarios", text: "{ name: s\(number), description: One of many., steps: [{ respond: { status: 500 } }] }")
    }
    for number in 0..<ScenarioEngine.additionLimit { #expect(add(number).status == 201) }
    let refused = add(ScenarioEngine.additionLimit)
    #expect(refused.status == 400)
    #expect(refused.error == "1000 scenarios have been added; take some away with DELETE /_mock/scenarios/NAME")
    #expect(add(0).status == 201)
    #expect(site.send("DELETE", "/_mock/scenarios/s0").status == 200)
    #expect(add(ScenarioEngine.additionLimit).status == 201)
  }

  @Test("A body that is too large is refused with the limit")
  func largeBody() throws {
    let site = Site()
    let response = site.send("POST", "/_mock/scenarios", body: [UInt8](repeating: 0x23, count: 2 << 20 | 1))
    #expect(response.status == 413)
    #expect(response.error == "the body has more than 2097152 bytes; a scenario has at most 1048576")
    #expect(try OpenAPI().faults(response, to: "POST", "/_mock/scenarios") == [])
    let longest = site.send("POST", "/_mock/scenarios", body: [UInt8](repeating: 0x23, count: 2 << 20))
    #expect(longest.status == 400)
    #expect(longest.error == "the scenario, line 1, column 1: the file has 2097152 bytes; write at most 1048576")
  }

  @Test("Every mistake of a document is reported with its position and line")
  func positions() throws {
    let response = Site().send("POST", "/_mock/scenarios", text: "name: My\ndescription: d\nsteps:\n  - dely: 1s\n")
    let problems = try #require(try response.object["problems"] as? [[String: Any]])
    #expect(problems.map { [$0["line"] as? Int, $0["column"] as? Int] } == [[1, 7], [4, 5]])
    #expect(problems.map { $0["excerpt"] as? String } == ["    1 | name: My\n      |       ^", "    4 |   - dely: 1s\n      |     ^"])
    #expect(
      response.error?.hasPrefix("the scenario has 2 mistakes; the first: line 1, column 7: `name` is 'My'; write small letters") ?? false)
  }

  @Test("Long texts of a client are shortened in refusals")
  func longTexts() throws {
    let long = String(repeating: "x", count: 10_000)
    for target in [
      "/_mock/\(long)", "/_mock/requests?\(long)=1", "/_mock/requests?limit=\(long)", "/_mock/requests?rule=\(long)",
      "/_mock/requests/\(long)", "/_mock/requests?since=\(long)",
    ] {
      let response = Site().send("GET", target)
      #expect(400..<500 ~= response.status)
      #expect(response.body.count < 600, "\(target.prefix(40))")
    }
  }

  @Test("Other paths go to the APIs, and requests to /_mock are not in the journal")
  func otherPaths() {
    let site = Site()
    #expect(site.send("GET", "/_mockery").headers["cache-control"] == nil)
    #expect(site.journal.entries.map(\.record.head.path) == ["/_mockery"])
    site.send("GET", "/_mock/health")
    #expect(site.journal.counters.requests == 1)
  }

  @Test("A port of its own serves nothing but /_mock")
  func ownPort() {
    let context = Site().context
    let site = AdminSite(context, originGuard: OriginGuard(host: "127.0.0.1"), servesAPIs: false)
    guard case .refuse(let plan) = site.admit(RequestHead(method: "GET", path: "/v1/models")) else {
      Issue.record("it was admitted")
      return
    }
    #expect(plan.response.status == 404)
  }
}
