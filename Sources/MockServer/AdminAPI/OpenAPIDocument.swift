internal import Contract
package import Formats
internal import Journal
internal import RequestMatching
internal import RetryAnalysis
internal import Scenarios

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

/// The shapes that the document names, because several routes use them.
enum Shapes {
  static let named: [(name: String, shape: Shape)] = [
    ("Entry", entry), ("Header", header), ("Breach", violation), ("JudgedBreach", judgedViolation), ("Finding", finding), ("Clock", clock),
    ("Assignment", assignment), ("Refusal", refusal), ("RuleID", .words(Ledger.rules.map(\.id))),
    ("Scenario", ScenarioSchema.added), ("When", ScenarioSchema.when),
  ]

  private static let header = Shape.object([.member("name", .string), .member("value", .string, "Credentials are `***`.")])

  private static let violation = Shape.object(violationMembers)

  private static let violationMembers: [Shape.Member] = [
    .member("rule", .string), .member("path", .string, "The field; empty for the request as a whole."), .member("expected", .string),
    .member("found", .string),
  ]

  private static let judgedViolation = Shape.object(
    [.member("id", .string, "Of the request."), .member("session", .string)] + violationMembers
      + [.member("scripted", .boolean, "Whether a scenario's step answered the request.")])

  private static let entry = Shape.object([
    .member("id", .string, "As `x-mock-request-id` has it."), .member("order", .integer), .member("time", .moment),
    .member("session", .string),
    .member("api", .nullable(.words(API.allCases.map(\.rawValue)))),
    .member("endpoint", .words(RequestFacts.Endpoint.allCases.map(\.rawValue))),
    .member("method", .string), .member("path", .string), .member("query", .string),
    .member("status", .nullable(.integer), "Null: there was no answer."), .member("connection", .nullable(.integer)),
    .member("headers", .list(.named("Header"))), .member("fields", .list(field)), .member("model", .nullable(.string)),
    .member("prompt", .nullable(.string)), .member("images", .list(image)), .member("violations", .list(.named("Breach"))),
    .member("warnings", .list(.named("Breach"))), .member("scenario", .nullable(.string)), .member("step", .nullable(.integer)),
    .member("draws", .nullable(draws)), .member("near-miss", .nullable(.string)), .member("plan", .nullable(plan)), .member("body", body),
    .member("digest", .nullable(.string), "The same for attempts at the same thing."), .member("response", .nullable(response)),
    .member("timings", timings), .member("delivery", .words(JournalEntry.Delivery.allCases.map(\.rawValue))), .member("hung-up", .boolean),
  ])

  private static let field = Shape.object([
    .member("name", .string), .member("type", .words(["string", "boolean", "number", "file", "null", "array", "object"])),
    .optional("value", .any), .optional("filename", .string), .optional("bytes", .integer, "Of what is not shown."),
  ])

  private static let image = Shape.object([
    .member("format", .string), .member("width", .nullable(.integer)), .member("height", .nullable(.integer)),
    .member("orientation", .integer, "How it is turned to be seen, by EXIF's numbers; 1: as it is stored."),
    .member("seen-width", .nullable(.integer)), .member("seen-height", .nullable(.integer)), .member("alpha", .boolean),
    .member("bytes", .integer), .member("sha256", .string), .member("defect", .nullable(.string)),
  ])

  private static let draws = Shape.object([
    .member("nth", .nullable(.integer), "Which of the session's requests in the scenario."),
    .member("reached", .nullable(.integer), "How often the session had reached the step."),
    .member("chance", .nullable(.number), "What was drawn against the step's chance."),
  ])

  private static let plan = Shape.object([
    .member("delay", .number, "Milliseconds."), .member("pace", .nullable(.string)), .member("faults", .list(.string)),
    .member("ending", .words(DeliveryNotes.Ending.allCases.map(\.rawValue))),
  ])

  private static let body = Shape.object([.member("bytes", .integer), .member("kept", .boolean)])

  private static let response = Shape.object([
    .member("status", .integer), .member("headers", .list(.named("Header"))), .member("bytes", .integer), .member("kept", .boolean),
  ])

  private static let timings = Shape.object(
    ["received", "validated", "rendered", "first-byte", "last-byte"].map { .member($0, .nullable(.number)) })

  private static let finding = Shape.object([
    .member("finding", .words(ClientProblemKind.allCases.map(\.rawValue))), .member("session", .string), .member("says", .string),
    .member("count", .integer),
    .member("evidence", .list(.object([.member("id", .string), .member("time", .moment), .member("note", .string)]))),
  ])

  private static let clock = Shape.object([
    .member("frozen", .boolean), .member("now", .moment),
    .member("ahead", .number, "Milliseconds before the real clock; below zero, behind."),
  ])

  private static let assignment = Shape.object([
    .member("session", .nullable(.string)), .member("scenario", .nullable(.string), "What is in force."),
    .member("own", .nullable(.string), "What the session was given."),
    .member("standard", .nullable(.string), "What all have that were given none."),
  ])

  private static let refusal = Shape.object([
    .member("error", .string, "What is wrong, and what to write instead."),
    .optional(
      "problems",
      .list(.object([.member("line", .integer), .member("column", .integer), .member("message", .string), .member("excerpt", .string)])),
      "Every mistake in the text that was sent, with its place."),
  ])
}
