import HTTPMessage
import Journal
import MockService
import Testing

@testable import MockServer

@Suite("Protection of /_mock against web pages", .timeLimit(.minutes(15)))
struct OriginGuardTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let listens: String
    let headers: [(String, String)]
    var method = "GET"
    let isAllowed: Bool

    init(_ listens: String, _ headers: [(String, String)], _ isAllowed: Bool, method: String = "GET") {
      (self.listens, self.headers, self.method, self.isAllowed) = (listens, headers, method, isAllowed)
    }

    var testDescription: String { "\(listens) \(method) \(headers.map { "\($0): \($1)" })" }
  }

  private static func host(_ name: String, on address: String = "127.0.0.1", _ isAllowed: Bool) -> Case {
    Case(address, [("Host", name)], isAllowed)
  }

  private static func origin(_ origin: String, host: String = "localhost:8080", on address: String = "127.0.0.1", _ isAllowed: Bool) -> Case
  {
    Case(address, [("Host", host), ("Origin", origin)], isAllowed)
  }

  private static func fetch(_ site: String, mode: String? = nil, method: String = "GET", _ isAllowed: Bool) -> Case {
    Case(
      "127.0.0.1", [("Host", "localhost:8080"), ("Sec-Fetch-Site", site)] + (mode.map { [("Sec-Fetch-Mode", $0)] } ?? []), isAllowed,
      method: method)
  }

  static let hosts = [
    host("127.0.0.1", true), host("127.0.0.1:8080", true), host("localhost", true), host("LOCALHOST:1", true),
    host("localhost.:8080", true),
    host("app.localhost:8080", true), host("[::1]:8080", true), host("[::1]", true), host("127.1.2.3", true), host("mock.test:8080", true),
    host("MOCK.test", true), host("mock.test.:80", true), host("evil.example", false), host("evil.example:8080", false),
    host("127.0.0.1.evil.example", false), host("localhost.evil.example", false), host("evillocalhost", false), host("128.0.0.1", false),
    host("127.0.0.256", false), host("127.0.0", false), host("[::2]:8080", false), host("", false), host(":8080", false),
    Case("127.0.0.1", [], true),
    host("evil.example", on: "localhost", false), host("evil.example", on: "::1", false), host("evil.example", on: "127.0.0.9", false),
    host("evil.example", on: "0.0.0.0", true), host("mock", on: "::", true), host("mock", on: "10.0.0.1", true),
  ]

  static let origins = [
    origin("http://localhost:8080", true), origin("HTTP://LOCALHOST:8080", true), origin("https://localhost:8080", true),
    origin("http://localhost:3000", false), origin("http://localhost", false), origin("http://127.0.0.1:8080", false),
    origin("null", false),
    origin("", false), origin("https://evil.example", false), origin("http://localhost:8080.evil.example", false), origin("file://", false),
    origin("http://10.0.0.1:8080", host: "10.0.0.1:8080", on: "0.0.0.0", true),
    origin("https://evil.example", host: "10.0.0.1:8080", on: "0.0.0.0", false),
    Case("0.0.0.0", [("Origin", "http://mock")], false),
    // A foreign name that resolves to the mock (DNS rebinding): only browsers are refused.
    origin("http://rebind.example:8080", host: "rebind.example:8080", on: "0.0.0.0", false),
    Case("0.0.0.0", [("Host", "rebind.example:8080"), ("User-Agent", "Mozilla/5.0")], false),
    Case("::", [("Host", "rebind.example"), ("Referer", "http://rebind.example/")], false),
    Case("0.0.0.0", [("Host", "rebind.example"), ("Sec-Fetch-Site", "same-origin")], false),
    Case("0.0.0.0", [("Host", "rebind.example"), ("User-Agent", "curl/8")], true),
    Case("0.0.0.0", [("Host", "mock.test:80"), ("User-Agent", "Mozilla/5.0")], true),
    Case("::", [("Host", "[fd00::1]:80"), ("Origin", "http://[fd00::1]:80")], true),
    Case("127.0.0.1", [("Host", "10.0.0.1"), ("User-Agent", "Mozilla/5.0")], false),
    Case("127.0.0.1", [("Host", "localhost"), ("Origin", "http://localhost"), ("Origin", "https://evil.example")], false),
  ]

  static let fetches = [
    fetch("none", true), fetch("same-origin", true), fetch("cross-site", false), fetch("same-site", false), fetch("Cross-Site", false),
    fetch("cross-site", mode: "navigate", true), fetch("same-site", mode: "navigate", true),
    fetch("cross-site", mode: "navigate", method: "POST", false),
    fetch("cross-site", mode: "no-cors", false),
  ]

  @Test("Requests of foreign pages and hosts are refused", arguments: hosts + origins + fetches)
  func access(one: Case) throws {
    let site = AdminSite(Site().context, originGuard: OriginGuard(host: one.listens, allowed: ["mock.test"]))
    let head = RequestHead(method: one.method, path: "/_mock/health", headers: HeaderList(one.headers.map { HeaderField($0.0, $0.1) }))
    switch site.admit(head) {
    case .collect: #expect(one.isAllowed)
    case .refuse(let plan):
      #expect(!one.isAllowed)
      #expect(plan.response.status == 403)
      #expect(try OpenAPI().faults(plan.response, to: "GET", "/_mock/health") == [])
      #expect(plan.response.headers["access-control-allow-origin"] == nil)
    }
  }

  @Test("A refused request changes nothing, and is told how to get access")
  func refusal() {
    let site = Site()
    let foreign = site.send("POST", "/_mock/reset", [("Host", "mock:8080")])
    #expect(
      foreign.error
        == "the Host 'mock:8080' is no name of the mock's; call it by its address, or start it with --allow-host mock")
    site.models()
    site.send("POST", "/_mock/reset", [("Origin", "https://evil.example")])
    #expect(site.journal.entries.count == 1)
    site.send("POST", "/_mock/reset")
    #expect(site.journal.entries.isEmpty)
  }

  @Test("The APIs accept requests of any origin")
  func apis() {
    #expect(Site().models("k", [("Origin", "https://evil.example"), ("Host", "evil.example")]).status == 200)
  }
}
