import Contract
import HTTPMessage
import Testing

@testable import Journal

@Suite("Curl commands", .timeLimit(.minutes(15)))
struct CurlTests {
  private static let long = "sk-" + String(repeating: "a", count: 22)

  private static func curl(_ record: RequestRecord) throws -> String? {
    let entry = try #require(Journal().append(record))
    return entry.curl(mock: "http://m:1", admin: "http://m:2")
  }

  @Test("The command has everything that was sent")
  func completeCommand() throws {
    let record = RequestRecord.made(
      session: nil, method: "POST", target: "/v1/images/edits?a=1",
      headers: [
        ("Host", "m"), ("Content-Length", "2"), ("Authorization", "Bearer k"), ("X-A", "it's"), ("X-B", ""), ("Content-Type", "text/x"),
      ],
      body: Array("a'b\n".utf8))
    #expect(
      try Self.curl(record) == #"""
        curl \
          'http://m:1/v1/images/edits?a=1' \
          -H 'Authorization: Bearer k' \
          -H 'X-A: it'\''s' \
          -H 'X-B;' \
          -H 'Content-Type: text/x' \
          --data-raw 'a'\''b
        '

        """#)
  }

  @Test(
    "The method is given when curl would use another",
    arguments: [
      ("GET", nil as String?, ""), ("POST", "b", ""), ("HEAD", nil, "--head"), ("POST", nil, "-X 'POST'"), ("PUT", "b", "-X 'PUT'"),
      ("GET", "b", "-X 'GET'"),
    ])
  func methods(method: String, body: String?, option: String) throws {
    let lines = try #require(try Self.curl(.made(method: method, body: body.map { Array($0.utf8) }))).split(separator: " \\\n  ")
    #expect(lines[1] == (option.isEmpty ? "'http://m:1/v1/models'" : option))
  }

  @Test(
    "A key that looks real is taken from the environment",
    arguments: [
      ("Authorization", "Bearer \(long)", #"-H 'Authorization: Bearer '"$API_KEY""#),
      ("Authorization", "Bearer short", "-H 'Authorization: Bearer short'"),
      ("authorization", long, #"-H 'authorization: '"$API_KEY""#), ("X-API-Key", "short", #"-H 'X-API-Key: '"$API_KEY""#),
      ("Authorization", "a'b \(long)", #"-H 'Authorization: a'\''b '"$API_KEY""#),
      ("Authorization", "\(long) \(long)", #"-H 'Authorization: '"$API_KEY""#),
      ("Authorization", "\(long) x", #"-H 'Authorization: '"$API_KEY""#), ("Cookie", "a=b", #"-H 'Cookie: '"$API_KEY""#),
    ])
  func keys(name: String, value: String, option: String) throws {
    let text = try #require(try Self.curl(.made(session: nil, headers: [(name, value)])))
    #expect(text == "curl \\\n  'http://m:1/v1/models' \\\n  \(option)\n")
  }

  @Test(
    "A key in the query is taken from the environment, and brackets are not expanded",
    arguments: [
      ("api_key=\(long)&b=1", #"'http://m:1/?api_key='"$API_KEY"'&b=1'"#), ("api_key=short", "'http://m:1/?api_key=short'"),
      ("a[]={b}", "--globoff 'http://m:1/?a[]={b}'"), ("a='", #"'http://m:1/?a='\'''"#),
    ])
  func queries(query: String, word: String) throws {
    #expect(try Self.curl(.made(session: nil, target: "/?\(query)")) == "curl \\\n  \(word)\n")
  }

  @Test(
    "A body that a terminal would spoil, or that contains a key, is fetched from the journal",
    arguments: [
      [0], [0xFF, 0xFE], Array("a\u{1B}[31m".utf8), Array("a\r\n".utf8), [UInt8](repeating: 65, count: 4_097),
      Array(#"{"api_key": "x"}"#.utf8),
    ])
  func fetched(body: [UInt8]) throws {
    #expect(
      try Self.curl(.made("req_7", session: nil, method: "POST", headers: [("content-type", "a/b")], body: body)) == """
        curl -sS 'http://m:2/_mock/requests/req_7/body' | \\
        curl \\
          'http://m:1/v1/models' \\
          -H 'content-type: a/b' \\
          --data-binary @-

        """)
  }

  @Test("Without its body, a request has no command")
  func droppedBody() throws {
    let entry = try #require(Journal().append(.made(method: "POST", body: [65])))
    #expect(entry.strip() == 1)
    #expect(entry.curl(mock: "http://m", admin: "http://m") == nil)
    let empty = try #require(Journal().append(.made()))
    #expect(empty.strip() == 0)
    #expect(empty.curl(mock: "http://m", admin: "http://m") != nil)
  }
}
