import Contract
import Formats
import HTTPMessage
import Scenarios
import Testing

@testable import Journal

@Suite("Redaction of credentials", .timeLimit(.minutes(15)))
struct RedactionTests {
  @Test(
    "Secrets in headers are redacted, and the scheme is shown",
    arguments: [
      ("Authorization", "Bearer sk-1", "Bearer ***"), ("authorization", "Basic dTpw", "Basic ***"), ("AUTHORIZATION", "sk-1", "***"),
      ("Authorization", "a-scheme-too-long sk-1", "***"), ("Authorization", "Bearer\tsk-1", "***"), ("Authorization", "", "***"),
      ("Cookie", "a=b", "***"), ("Set-Cookie", "a=b", "***"), ("X-API-Key", "k", "***"), ("api-key", "k", "***"),
      ("SIGN-IN-WITH-X", "e30", "***"), ("X-Payment", "e30", "***"), ("Proxy-Authorization", "Basic dTpw", "***"),
      ("X-Request-ID", "Bearer sk-1", "Bearer sk-1"), ("Accept", "*/*", "*/*"),
    ])
  func headers(name: String, value: String, shown: String) {
    #expect(Redaction.value(of: HeaderField(name, value)) == shown)
  }

  @Test(
    "Values of secret names in a query are redacted however the names are written",
    arguments: [
      ("", ""), ("a=1&b=2", "a=1&b=2"), ("api_key=sk", "api_key=***"), ("a=1&API_KEY=sk&b", "a=1&API_KEY=***&b"),
      ("api%5Fkey=sk", "api%5Fkey=***"), ("%61pi_key=sk%20a", "%61pi_key=***"), ("token=a=b&token=c", "token=***&token=***"),
      ("key", "key"), ("key=", "key=***"), ("keys=1", "keys=1"), ("&&key=1&", "&&key=***&"), ("%zz=1&key=2", "%zz=1&key=***"),
      ("a=1&\u{301}key=2", "a=1&\u{301}key=2"), ("a\u{301}&key=2", "a\u{301}&key=***"),
    ])
  func query(text: String, shown: String) {
    #expect(Redaction.query(text) == shown)
  }

  @Test(
    "A body that names a secret is treated as secret",
    arguments: [
      ("", false), (#"{"prompt": "a key"}"#, false), (#"{"api_key": 1}"#, true), (#"{"a": {"Api-Key": "x"}}"#, true),
      (#"{"token": "#, true), (#"{"monkey": 1}"#, false), (#"form-data; name="secret""#, true), (#""""key""#, true), (#""key"#, false),
      (#"{"a": "\"token\""}"#, false), (#"{"a": ""token"#, false),
    ])
  func bodies(text: String, holds: Bool) {
    #expect(Redaction.holdsSecret(Array(text.utf8)) == holds)
  }

  @Test(
    "Values that a comparison found are redacted according to the part",
    arguments: [
      ("key", "short", "short"), ("key", "sk-aaaaaaaaaaaaaaaaaaaaaaa", "sk-a…f7ea49be"), ("session", "whatever", "shown"),
      ("header authorization", "Bearer sk", "Bearer ***"), ("header x-api-key", "k", "***"), ("header accept", "k", "k"),
      ("field api_key", "k", "***"), ("field prompt", "k", "k"), ("prompt", "k", "k"), ("image.width", "12", "12"),
    ])
  func comparisons(matcher: String, found: String, shown: String) {
    #expect(Redaction.found(found, by: matcher, session: "shown") == shown)
  }

  @Test(
    "Fields that look like a key are shown without their values of any type",
    arguments: [JSONOutput.string("s3cret"), .number(lexeme: "4242424242"), .bool(true)])
  func fields(value: JSONOutput) throws {
    let entry = Mock().edit("p", [("api_key", value), ("seed", .int(7))])
    let fields = try #require(try read(entry.json)["fields"] as? [[String: Any]])
    #expect(fields.map { $0["name"] as? String } == ["prompt", "api_key", "seed"])
    #expect(fields[1]["value"] as? String == "***")
    #expect(fields[2]["value"] as? Int == 7)
  }

  @Test(
    "A misplaced key is reported with its location",
    arguments: [
      ([("Authorization", "Bearer k"), ("x-api-key", "k")], "", nil as String?), ([("X-API-Key", "k")], "", "in the header X-API-Key"),
      ([("Authorization", "sk-1234")], "", "in Authorization, without 'Bearer' before it"),
      ([("Authorization", "Basic dTpw")], "", "in Authorization, without 'Bearer' before it"), ([("Authorization", "X402 e30")], "", nil),
      ([], "?a=1&api%5Fkey=k", "in the query, as api_key"), ([], "?a=1", nil), ([("Cookie", "k=1")], "", nil),
    ])
  func locations(headers: [(String, String)], query: String, location: String?) {
    #expect(MisplacedKey.location(in: Mock().send("GET", "/v1/models\(query)", headers).record.head, nil) == location)
  }

  @Test("A key in the body is reported with its field")
  func keyInBody() {
    let body = Array(#"{"prompt": "p", "Api_Key": "k"}"#.utf8)
    let entry = Mock().send("POST", Mock.edit, [("Authorization", "Bearer k"), jsonType], body: body)
    #expect(MisplacedKey.location(in: RequestHead(method: "POST", path: "/"), entry.snapshot.form) == "in the body, as the field Api_Key")
  }
}
