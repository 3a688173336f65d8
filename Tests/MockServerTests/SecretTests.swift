import Contract
import HTTPMessage
import Journal
import MockService
import Support
import Testing

@testable import MockServer

@Suite("Secrets in responses of /_mock", .timeLimit(.minutes(15)))
struct SecretTests {
  private static let secret = "sk-live-0123456789abcdefghijklmnop"

  /// Sends requests with the secret in headers, query, fields, nested fields, broken bodies and forms, and returns their ids.
  private static func requests(_ site: Site) throws -> [String] {
    let (json, auth) = (("Content-Type", "application/json"), ("Authorization", "Bearer \(secret)"))
    let headers = ["X-API-Key", "Api-Key", "Cookie", "Proxy-Authorization", "X-Auth-Token", "X-Payment", "Sign-In-With-X"].map {
      ($0, secret)
    }
    let form = "--b\r\nContent-Disposition: form-data; name=\"api_key\"\r\n\r\n\(secret)\r\n--b--\r\n"
    let edit = "/api/v1/image/edit"
    let responses = [
      site.send(
        "POST", edit, [auth, json] + headers, text: #"{"prompt": "p", "modelId": "x", "api_key": "\#(secret)", "token": "\#(secret)"}"#),
      site.send("POST", edit, [auth, json], text: #"{"prompt": "p", "extra": {"api_key": "\#(secret)"}}"#),
      site.send("POST", edit, [auth, json], text: #"{"prompt": "p", "api_key": "\#(secret)"#),
      site.send("POST", "/v1/images/edits", [auth, ("Content-Type", "multipart/form-data; boundary=b")], text: form),
      site.send("GET", "/v1/models?api%5Fkey=\(secret)&key=\(secret)&token=\(secret)", headers),
      site.send("GET", "/v1/models", [("Authorization", secret)]),
      site.send("GET", "/v1/models", [("Authorization", "\(secret) \(secret)")]),
      site.models(secret, [("X-Mock-Scenario", "picky")]), site.models(secret, [("X-Mock-Scenario", "picky")]),
    ]
    return try responses.map { try #require($0.headers["x-mock-request-id"]) }
  }

  private static let picky = """
    name: picky
    description: d
    steps:
      - { when: { key: other, header: { authorization: other, x-api-key: other } }, delay: 1s }
    """

  private static let questions = [
    "key: other", "header: { authorization: other }", "header: { x-api-key: other }", "session: other", "field: { api_key: other }",
    "field: { token: other }",
  ]
  .map { "expect: [{ when: { \($0) } }]" }

  @Test("No route reveals a key that looks real", arguments: [[] as [String], [secret], ["another"]])
  func silent(keys: [String]) throws {
    let site = Site { $0.keys = keys }
    #expect(site.send("POST", "/_mock/scenarios", text: Self.picky).status == 201)
    let ids = try Self.requests(site)
    var responses: [(String, Response)] = []
    for route in AdminRoutes.all where route.method == "GET" && !route.pathText.hasSuffix("/body") {
      for id in route.path.contains("{id}") ? ids : [""] {
        let path = route.pathText.replacing("{id}", with: id)
        responses.append((path, site.send("GET", path)))
      }
    }
    responses += Self.questions.map { ($0, site.send("POST", "/_mock/verify", text: $0)) }
    for (source, response) in responses {
      #expect(response.status == 200, "\(source): \(response.text)")
      #expect(!response.text.contains(Self.secret), "\(source): \(response.text)")
    }
    #expect(responses.filter { $0.1.text.contains("…") }.count > 10)
  }

  @Test("A short key is shown as a session's name and in commands, and nowhere else")
  func shortKey() throws {
    let site = Site()
    site.send("POST", "/_mock/scenarios", text: Self.picky)
    let id = try #require(site.models("test-key-of-mine", [("X-Mock-Scenario", "picky")]).headers["x-mock-request-id"])
    let entry = try site.send("GET", "/_mock/requests/\(id)").object
    #expect(entry["session"] as? String == "test-key-of-mine")
    let headers = try #require(entry["headers"] as? [[String: String]])
    #expect(headers.first { $0["name"] == "Authorization" }?["value"] == "Bearer ***")
    #expect(site.send("GET", "/_mock/requests/\(id)/curl").text.contains("'Authorization: Bearer test-key-of-mine'"))
  }
}
