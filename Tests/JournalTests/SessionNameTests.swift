import HTTPMessage
import Support
import Testing

@testable import Journal

@Suite("Names of sessions", .timeLimit(.minutes(15)))
struct SessionNameTests {
  private static let short = String(repeating: "k", count: 24)
  private static let long = String(repeating: "k", count: 25)

  struct Case: Sendable {
    let headers: [(String, String)]
    let raw: String
    let shown: String
  }

  @Test(
    "A session is named by the header, else the key, and a key that looks real is redacted",
    arguments: [
      Case(headers: [], raw: "", shown: ""),
      Case(headers: [("authorization", "Bearer \(short)")], raw: short, shown: short),
      // The digest is coreutils' own: printf kkkkkkkkkkkkkkkkkkkkkkkkk | sha256sum
      Case(headers: [("authorization", "Bearer \(long)")], raw: long, shown: "kkkk…98dc7fbd"),
      Case(headers: [("authorization", "bearer  \(long)")], raw: long, shown: "kkkk…98dc7fbd"),
      Case(headers: [("authorization", "Bearer scenario:slow:\(long)")], raw: "scenario:slow:\(long)", shown: "scenario:slow:\(long)"),
      Case(headers: [("authorization", long)], raw: "", shown: ""),
      Case(headers: [("X-Mock-Session", long), ("authorization", "Bearer x")], raw: long, shown: long),
      Case(headers: [("x-mock-session", "mine"), ("authorization", "Bearer \(long)")], raw: "mine", shown: "mine"),
      Case(headers: [("x-mock-session", ""), ("authorization", "Bearer \(long)")], raw: "", shown: ""),
    ])
  func names(one: Case) {
    let list = HeaderList(one.headers.map { HeaderField($0.0, $0.1) })
    let name = SessionName(RequestHead(method: "GET", path: "/", headers: list))
    #expect(name.raw == one.raw)
    #expect(name.shown == one.shown)
    #expect(name.isCalled(one.raw) && name.isCalled(one.shown))
    #expect(!name.isCalled("another"))
  }

  @Test("Only a session that is named by its key can be called by a redacted name")
  func redactedHeader() {
    let shown = SessionName.shown(key: Self.long)
    let head = RequestHead(method: "GET", path: "/", headers: HeaderList([HeaderField("x-mock-session", Self.long)]))
    #expect(!SessionName(head).isCalled(shown))
  }

  @Test("The journal resolves both names of a session, and shows the redacted one")
  func bothNames() {
    let mock = Mock()
    mock.edit("p", key: Self.long)
    let shown = SessionName.shown(key: Self.long)
    #expect(mock.journal.session(called: shown) == Self.long)
    #expect(mock.journal.session(called: Self.long) == Self.long)
    #expect(mock.journal.session(called: "other") == "other")
    #expect(mock.journal.shownName(of: Self.long) == shown)
    #expect(mock.journal.sessions.map(\.name.shown) == [shown])
  }

  @Test("The name of a forgotten session is redacted like a key")
  func forgottenName() {
    let journal = Journal()
    journal.append(.made(session: Self.long))
    #expect(journal.shownName(of: Self.long) == Self.long)
    journal.forget(session: nil)
    #expect(journal.shownName(of: Self.long) == SessionName.shown(key: Self.long))
    #expect(journal.shownName(of: Self.short) == Self.short)
  }

  @Test("The counters of a session count its requests by outcome")
  func counters() throws {
    let mock = Mock()
    mock.edit("p", key: "a")
    mock.clock.advance(by: .seconds(2))
    mock.send("GET", "/v1/models", [("Authorization", "Bearer a"), ("X-Mock-Scenario", "dgrid-down")])
    mock.send("GET", "/v1/models", [("Authorization", "Bearer b")])
    let (first, second) = (try #require(mock.journal.sessions.first), try #require(mock.journal.sessions.last))
    #expect((first.name.raw, first.requests, first.refused, first.warned, first.scripted) == ("a", 2, 1, 0, 1))
    #expect((first.lastScenario, first.last - first.first) == ("dgrid-down", 2_000))
    #expect((second.name.raw, second.requests, second.scripted) == ("b", 1, 0))
  }
}
