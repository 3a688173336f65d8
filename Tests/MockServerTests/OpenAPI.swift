import Contract
import HTTPMessage
import TestSupport

@testable import MockServer

/// The OpenAPI document of `/_mock`, for checking responses.
struct OpenAPI {
  let document: [String: Any]

  init() throws { document = try Site().send("GET", "/_mock/openapi/mock.json").object }

  var paths: [String: [String: Any]] { document["paths"] as? [String: [String: Any]] ?? [:] }

  /// Returns the differences between a response and its documentation.
  func faults(_ response: Response, to method: String, _ path: String) throws -> [String] {
    let operation = paths[path]?[method.lowercased()] as? [String: Any] ?? [:]
    let responses = operation["responses"] as? [String: [String: Any]] ?? [:]
    guard let documented = responses["\(response.status)"] ?? responses["\(response.status / 100)XX"] else {
      return ["\(method) \(path) has no response \(response.status)"]
    }
    let content = documented["content"] as? [String: [String: Any]] ?? [:]
    let type = response.headers["content-type"] ?? ""
    guard let media = content[type] ?? content["*/*"] else { return ["\(method) \(path) \(response.status) has no \(type)"] }
    if type != "application/json" || media["schema"] == nil { return [] }
    return try SchemaEvaluator(document: document).problems(response.object, media["schema"], at: "response")
  }

  /// Returns the differences between a refusal without an operation and its documentation.
  func faults(_ refusal: Response) throws -> [String] {
    try SchemaEvaluator(document: document).problems(refusal.object, ["$ref": "#/components/schemas/Refusal"], at: "response")
  }
}
