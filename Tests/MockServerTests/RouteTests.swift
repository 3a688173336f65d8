import HTTPMessage
import Journal
import MockService
import Support
import TestSupport
import Testing

@testable import MockServer

@Suite("Routes of /_mock", .timeLimit(.minutes(15)))
struct RouteTests {
  /// Returns a site with an added scenario and a request of each kind, and the ids of the requests.
  private static func site() throws -> (Site, edit: String, models: String) {
    let site = Site()
    let edit = try #require(site.edit().headers["x-mock-request-id"])
    let models = try #require(site.models().headers["x-mock-request-id"])
    site.send("POST", "/_mock/scenarios", text: "name: added\ndescription: d\nsteps: [{ delay: 1s }]")
    return (site, edit, models)
  }

  /// Returns the route of a case.
  private static func route(_ one: RouteCase) -> AdminRoute? {
    let path = one.target.prefix { $0 != "?" }.split(separator: "/").dropFirst().map(String.init)
    return AdminRoutes.all.first { $0.method == (one.method == "HEAD" ? "GET" : one.method) && $0.segments(of: path) != nil }
  }

  @Test("A response is as documented", arguments: RouteCase.all)
  func responses(one: RouteCase) throws {
    let (site, edit, models) = try Self.site()
    let filled = [one.target, one.part].map { $0.replacing("{id}", with: edit).replacing("{models}", with: models) }
    let response = site.send(one.method, filled[0], text: one.body)
    #expect(response.status == one.status, "\(response.text)")
    #expect(response.text.contains(filled[1]) || (filled[1].isEmpty && response.body.isEmpty), "\(response.text)")
    let route = try #require(Self.route(one))
    #expect(try OpenAPI().faults(response, to: route.method, route.pathText) == [])
    #expect(response.headers["cache-control"] == "no-store")
    #expect(response.headers["access-control-allow-origin"] == nil)
  }

  @Test("Every route has a successful case, and the document has the same routes")
  func complete() throws {
    let granted = Set(RouteCase.all.filter { $0.status < 300 }.compactMap(Self.route).map { "\($0.method) \($0.pathText)" })
    let routes = AdminRoutes.all.map { "\($0.method) \($0.pathText)" }
    #expect(Set(routes).subtracting(granted) == [])
    #expect(Set(routes).count == routes.count)
    let documented = try OpenAPI().paths.flatMap { path, operations in operations.keys.map { "\($0.uppercased()) \(path)" } }
    #expect(Set(documented) == Set(routes))
  }

  @Test("Every documented parameter and refusal has a case")
  func documented() throws {
    for route in AdminRoutes.all {
      let cases = RouteCase.all.filter { Self.route($0).map { $0.pathText == route.pathText && $0.method == route.method } ?? false }
      for item in route.query {
        #expect(cases.contains { $0.target.contains("\(item.name)=") && $0.status < 300 }, "\(route.pathText) \(item.name)")
      }
      for refusal in route.refusals where ![409, 410].contains(refusal.status) {
        #expect(cases.contains { $0.status == refusal.status }, "\(route.pathText) \(refusal.status)")
      }
    }
  }

  @Test("A body that is not kept any more is 410", arguments: ["body", "response", "curl"])
  func gone(part: String) throws {
    let site = Site { $0.journal.bytes = 20_000 }
    let old = try #require(site.edit().headers["x-mock-request-id"])
    site.fill()
    let response = site.send("GET", "/_mock/requests/\(old)/\(part)")
    #expect(response.status == 410)
    #expect(response.error?.contains("is not kept") ?? false)
    #expect(try OpenAPI().faults(response, to: "GET", "/_mock/requests/{id}/\(part)") == [])
    #expect(site.send("GET", "/_mock/requests/\(old)").status == 200)
  }

  @Test("An empty response body is available after bodies were dropped")
  func emptyBody() throws {
    let site = Site { $0.journal.bytes = 20_000 }
    site.send("POST", "/_mock/scenarios", text: "name: empty\ndescription: d\nsteps: [{ validate: off, respond: { status: 204 } }]")
    let response = site.send(
      "POST", "/v1/images/edits", [("Authorization", "Bearer k"), ("X-Mock-Scenario", "empty"), ("Content-Type", "")], text: "x")
    let id = try #require(response.headers["x-mock-request-id"])
    #expect(response.status == 204)
    #expect(site.send("GET", "/_mock/requests/\(id)/body").headers["content-type"] == "application/octet-stream")
    site.fill()
    #expect(site.send("GET", "/_mock/requests/\(id)/body").status == 410)
    let kept = site.send("GET", "/_mock/requests/\(id)/response")
    #expect((kept.status, kept.body) == (200, []))
  }

  @Test("Without a journal, its routes respond 409 with the reason")
  func noJournal() throws {
    let site = Site { $0.journal.requests = 0 }
    let id = try #require(site.models().headers["x-mock-request-id"])
    #expect(site.send("GET", "/_mock/requests/\(id)").error?.hasSuffix("the journal is switched off (--journal-requests 0)") ?? false)
    for (method, target) in [("GET", "requests"), ("GET", "requests.har"), ("GET", "verify"), ("POST", "verify"), ("GET", "conduct")] {
      let response = site.send(method, "/_mock/\(target)", text: method == "POST" ? #"{"expect": [{"when": {}}]}"# : "")
      #expect(
        response.status == 409 && response.error == "the journal is switched off; start the mock without --journal-requests 0", "\(target)")
      #expect(try OpenAPI().faults(response, to: method, "/_mock/\(target)") == [])
    }
  }

  @Test("The schema evaluator finds mistakes, and throws on unknown keywords")
  func evaluator() throws {
    let evaluator = SchemaEvaluator(document: ["d": ["S": ["type": "string", "enum": ["a"]]]])
    let shape: [String: Any] = [
      "type": "object", "required": ["a", "b"], "additionalProperties": false,
      "properties": ["a": ["$ref": "#/d/S"], "c": ["anyOf": [["type": "null"], ["type": "array", "items": ["type": "integer"]]]]],
    ]
    #expect(try evaluator.problems(["a": "a", "b": 1], shape) == [" has b"])
    #expect(try evaluator.problems(["a": "b", "c": [1, 1.5]] as [String: Any], shape).count == 4)
    #expect(try evaluator.problems(true, ["type": "integer"]) == [" is no integer"])
    #expect(throws: SchemaEvaluator.UnknownKeyword.self) { try evaluator.problems(1, ["multipleOf": 2]) }
    #expect(throws: SchemaEvaluator.Dangling.self) { try evaluator.problems(1, ["$ref": "#/d/T"]) }
  }
}
