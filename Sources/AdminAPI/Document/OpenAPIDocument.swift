internal import Contract
package import Formats

/// `/_mock` as OpenAPI 3.1, made from its routes.
package struct OpenAPIDocument {
  let version: String

  /// - Parameter version: the mock's own.
  package init(version: String) { self.version = version }

  package var json: JSONOutput {
    .object([
      ("openapi", .string("3.1.0")),
      (
        "info",
        .object([
          ("title", .string("image-edit-mock: /_mock")), ("version", .string(version)),
          ("description", .string("Journal, verification, conduct and control of the mock. docs/witness.md tells the same to people.")),
        ])
      ),
      ("servers", .array([.object([("url", .string("/"))])])), ("paths", .object(paths)),
      ("components", .object([("schemas", .object(Shapes.named.map { ($0.name, $0.shape.schema) }))])),
    ])
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
      members.append(
        ("requestBody", .object([("required", .bool(body.isRequired)), ("content", .object([("application/json", media(body.shape))]))])))
    }
    members.append(("responses", .object(responses(route))))
    return .object(members)
  }

  /// `getRequestsBody` of `GET /_mock/requests/{id}/body`.
  private func operationID(_ route: AdminRoute) -> String {
    let words = route.path.flatMap { $0.split { !$0.isLetter } }
    return route.method.lowercased() + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private func pathParameter(_ segment: String) -> JSONOutput {
    .object([
      ("name", .string(String(segment.dropFirst().dropLast()))), ("in", .string("path")), ("required", .bool(true)),
      ("schema", Shape.string.schema),
    ])
  }

  private func queryParameter(_ item: AdminRoute.QueryItem) -> JSONOutput {
    .object([
      ("name", .string(item.name)), ("in", .string("query")), ("description", .string(item.says)), ("schema", item.shape.schema),
    ])
  }

  private func responses(_ route: AdminRoute) -> [(String, JSONOutput)] {
    let content: (String, JSONOutput) =
      switch route.content {
      case .json(let shape): ("application/json", media(shape))
      case .bytes(let type): (type, .object([]))
      }
    let well: (String, JSONOutput) = (
      "\(route.status)", .object([("description", .string("As asked.")), ("content", .object([content]))])
    )
    var refusals = [(400, "A mistake in the request."), (403, "The request comes from a web page, or by a foreign name.")] + route.refusals
    if route.body != nil { refusals.append((413, "The body is too large.")) }
    var answers = refusals.sorted { $0.0 < $1.0 }.map { ("\($0)", $1) }
    var shape = Shape.named("Refusal")
    if route.choosesStatus, case .json(let wanted) = route.content {
      shape = .either(wanted, shape)
      answers += ["4XX", "5XX"].map { ($0, "As asked, with the status that was asked for.") }
    }
    return [well]
      + answers.map { status, when in
        (status, .object([("description", .string(when)), ("content", .object([("application/json", media(shape))]))]))
      }
  }

  private func media(_ shape: Shape) -> JSONOutput { .object([("schema", shape.schema)]) }
}
