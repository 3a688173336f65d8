import Contract
import HTTPMessage

@testable import AdminAPI

/// What the mock's own document says of its answers.
struct OpenAPI {
  let document: [String: Any]

  init() throws { document = try Site().send("GET", "/_mock/openapi/mock.json").object }

  var paths: [String: [String: Any]] { document["paths"] as? [String: [String: Any]] ?? [:] }

  /// What is wrong with an answer, by what the document says of it.
  func faults(_ response: Response, to method: String, _ path: String) throws -> [String] {
    let operation = paths[path]?[method.lowercased()] as? [String: Any] ?? [:]
    let responses = operation["responses"] as? [String: [String: Any]] ?? [:]
    guard let answer = responses["\(response.status)"] ?? responses["\(response.status / 100)XX"] else {
      return ["\(method) \(path) has no answer \(response.status)"]
    }
    let content = answer["content"] as? [String: [String: Any]] ?? [:]
    let type = response.headers["content-type"] ?? ""
    guard let media = content[type] ?? content["*/*"] else { return ["\(method) \(path) \(response.status) has no \(type)"] }
    if type != "application/json" || media["schema"] == nil { return [] }
    return try SchemaEvaluator(document: document).faults(response.object, media["schema"], at: "answer")
  }

  /// What is wrong with a refusal that no operation is there for.
  func faults(_ refusal: Response) throws -> [String] {
    try SchemaEvaluator(document: document).faults(refusal.object, ["$ref": "#/components/schemas/Refusal"], at: "answer")
  }
}
