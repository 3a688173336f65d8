internal import Contract
package import Formats

/// The OpenAPI 3.1 document of `/_mock`, made from the table of its routes.
package struct OpenAPIDocument {
  private let version: String

  /// - Parameter version: the version of the mock.
  package init(version: String) { self.version = version }

  /// The document as JSON.
  package var json: JSONOutput {
    [
      "openapi": "3.1.0",
      "info": [
        "title": "image-edit-mock: /_mock", "version": .string(version),
        "description": "Journal, verification, conduct and control of the mock. docs/witness.md tells the same to people.",
      ],
      "servers": [["url": "/"]], "paths": .object(paths),
      "components": ["schemas": .object(Shapes.named.map { ($0.name, $0.shape.schema) })],
    ]
  }

  private var paths: [(String, JSONOutput)] {
    var seen: [String] = []
    for route in AdminRoutes.all where !seen.contains(route.pathText) { seen.append(route.pathText) }
    return seen.map { path in
      (path, .object(AdminRoutes.all.filter { $0.pathText == path }.map { ($0.method.lowercased(), operation($0)) }))
    }
  }

  private func operation(_ route: AdminRoute) -> JSONOutput {
    var members: [(String, JSONOutput)] = [("summary", .string(route.says)), ("operationId", .string(operationID(route)))]
    let parameters = route.path.filter { $0.hasPrefix("{") }.map(pathParameter) + route.query.map(queryParameter)
    if !parameters.isEmpty { members.append(("parameters", .array(parameters))) }
    if let body = route.body {
      members.append(("requestBody", ["required": .bool(body.isRequired), "content": ["application/json": media(body.shape)]]))
    }
    members.append(("responses", .object(responses(route))))
    return .object(members)
  }

  /// Returns `getRequestsIdBody` for `GET /_mock/requests/{id}/body`.
  private func operationID(_ route: AdminRoute) -> String {
    let words = route.path.flatMap { $0.split { !$0.isLetter } }
    return route.method.lowercased() + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private func pathParameter(_ segment: String) -> JSONOutput {
    ["name": .string(String(segment.dropFirst().dropLast())), "in": "path", "required": true, "schema": Shape.string.schema]
  }

  private func queryParameter(_ item: AdminRoute.QueryItem) -> JSONOutput {
    ["name": .string(item.name), "in": "query", "description": .string(item.says), "schema": item.shape.schema]
  }

  private func responses(_ route: AdminRoute) -> [(String, JSONOutput)] {
    let content: (String, JSONOutput) =
      switch route.content {
      case .json(let shape): ("application/json", media(shape))
      case .bytes(let type): (type, [:])
      }
    let success: (String, JSONOutput) = ("\(route.status)", ["description": "As asked.", "content": .object([content])])
    var refusals = [(400, "A mistake in the request."), (403, "The request comes from a web page, or by a foreign name.")] + route.refusals
    if route.body != nil { refusals.append((413, "The body is too large.")) }
    var others = refusals.sorted { $0.0 < $1.0 }.map { ("\($0)", $1) }
    var shape = Shape.named("Refusal")
    if route.choosesStatus, case .json(let wanted) = route.content {
      shape = .either(wanted, shape)
      others += ["4XX", "5XX"].map { ($0, "As asked, with the status that was asked for.") }
    }
    return [success]
      + others.map { status, when in (status, ["description": .string(when), "content": ["application/json": media(shape)]]) }
  }

  private func media(_ shape: Shape) -> JSONOutput { ["schema": shape.schema] }
}
