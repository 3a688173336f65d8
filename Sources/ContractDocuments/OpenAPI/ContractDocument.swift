package import Contract
package import Formats
internal import HTTPMessage

/// One API as the mock serves it, as OpenAPI 3.1: made from the ledger, the fields and the error catalogue.
///
///     ContractDocument(.venice, settings: Settings(), version: "0.1.0").json.serialized()
package struct ContractDocument: Sendable {
  let api: API
  let settings: Settings
  let version: String

  /// Describes an API under the given settings. `version`: the mock's own version.
  package init(_ api: API, settings: Settings, version: String) {
    self.api = api
    self.settings = settings
    self.version = version
  }

  /// Returns the document.
  package var json: JSONOutput {
    [
      "openapi": "3.1.0", "info": ["title": "image-edit-mock: \(api.label)", "version": .string(version), "description": .string(says)],
      "servers": [["url": .string(base)]], "paths": .object(paths), "components": ["securitySchemes": .object(securitySchemes)],
    ]
  }

  private var says: String {
    let decisions = Ambiguities.all.filter { $0.name.hasPrefix("\(api.rawValue).") }.map { "\($0.name)=\(settings.value(of: $0))" }
    let contract = api == .venice ? "Venice's contract of \(settings.veniceContract), served" : "Served"
    return "\(contract) under these decisions: \(decisions.joined(separator: ", ")). `image-edit-mock rules` says where each rule is from."
  }

  private var base: String { api == .venice ? VeniceDocument.base : DGridDocument.base }

  private var paths: [(String, JSONOutput)] {
    api == .venice ? VeniceDocument(settings: settings).paths : DGridDocument(settings: settings).paths
  }

  private var securitySchemes: [(String, JSONOutput)] { api == .venice ? VeniceDocument.securitySchemes : DGridDocument.securitySchemes }
}

/// The header lines that are the mock's own, on the answers of both APIs.
enum OwnHeaders {
  static let all: [ResponseHeader] = [
    ResponseHeader("x-mock-request-id", "The request's id in the mock's journal.", mock),
    ResponseHeader("x-mock-scenario", "The scenario that had a hand in the answer.", mock),
  ]

  /// On answers that refuse.
  static let refused = all + [ResponseHeader("x-mock-rule", "The ids of the rules that the request broke.", mock)] + warnings

  /// On answers that accept.
  static let accepted = all + warnings

  private static let warnings = [ResponseHeader("x-mock-warning", "The ids of the rules that the request bent.", mock)]
  private static let mock = "the mock itself"
}

extension ContractDocument {
  /// Returns the list of models as an operation; a HEAD has the answers of the GET without their bodies. `answers`: for `responses`.
  static func modelsOperation(
    _ method: String, security: [JSONOutput], parameters: [JSONOutput] = [], answers: [(String, JSONOutput)]
  ) -> JSONOutput {
    let isHead = method == "HEAD"
    return [
      "operationId": isHead ? "headModels" : "listModels", "summary": "The models, with what they can do.", "security": .array(security),
      "parameters": .array(parameters), "responses": .object(isHead ? answers.map { ($0.0, $0.1.withoutContent) } : answers),
    ]
  }
}

extension JSONOutput {
  /// The members but `content`.
  fileprivate var withoutContent: JSONOutput {
    if case .object(let members) = self { .object(members.filter { $0.0 != "content" }) } else { self }
  }
}

/// The answers of one operation other than 200: by status, the reasons for them, their schema, and examples.
struct DocumentedResponses {
  /// What a status means, for a heading.
  struct Reason {
    let status: Int
    let says: String
  }

  /// An answer as it goes over the wire, under a name.
  struct Example {
    let name: String
    let says: String
    let response: Response
  }

  let reasons: [Reason]
  let examples: [Example]
  /// The schema of the JSON of a status.
  let schema: (Int) -> JSONOutput
  /// What every such answer carries.
  let headers: [ResponseHeader]

  /// For `responses`.
  var members: [(String, JSONOutput)] {
    // What a scenario answers with 200 is no refusal.
    Set(reasons.map(\.status)).filter { $0 >= 400 }.sorted().map { status in ("\(status)", answer(status)) }
  }

  private func answer(_ status: Int) -> JSONOutput {
    let own = examples.filter { $0.response.status == status }
    let description = reasons.filter { $0.status == status }.map { "- \($0.says)" }.joined(separator: "\n")
    return [
      "description": .string(description), "headers": .object(headers.map(\.member) + otherHeaders(of: own)),
      "content": ["application/json": ["schema": schema(status), "examples": .object(own.compactMap(Self.example))]],
    ]
  }

  /// The header lines that the examples have; all but what every answer has.
  private func otherHeaders(of examples: [Example]) -> [(String, JSONOutput)] {
    var seen = ["content-type"] + headers.map { $0.name.lowercased() }
    return examples.flatMap { example in
      example.response.headers.fields.compactMap { field in
        guard !seen.contains(field.name.lowercased()) else { return nil }
        seen.append(field.name.lowercased())
        return (field.name, ["schema": Shape.string.schema, "description": "With \(example.name)."])
      }
    }
  }

  private static func example(_ example: Example) -> (String, JSONOutput)? {
    guard let document = try? JSONDocument(parsing: example.response.body) else { return nil }
    return (example.name, ["summary": .string(example.says), "value": document.output(of: document.root)])
  }
}

extension ResponseHeader {
  /// For `headers`.
  var member: (String, JSONOutput) { (name, ["description": .string(says), "schema": shape.schema]) }
}

extension [Rule] {
  /// Why answers of a status come: each rule that is refused with one.
  var reasons: [DocumentedResponses.Reason] {
    compactMap { rule in
      guard rule.severity == .violation, let status = Int(rule.response.prefix(3)) else { return nil }
      return DocumentedResponses.Reason(status: status, says: "`\(rule.id)` (\(rule.basis.rawValue)): \(rule.says)")
    }
  }
}

extension [NamedError] {
  func reasons(of api: API) -> [DocumentedResponses.Reason] {
    map {
      DocumentedResponses.Reason(
        status: $0.variant(of: api).status, says: "`\($0.name)` (\($0.variant(of: api).basis.rawValue)): \($0.summary)")
    }
  }

  func examples(of api: API, path: String, settings: Settings) -> [DocumentedResponses.Example] {
    let model = api == .venice ? VeniceModels.defaultID : "gpt-image-2"
    let circumstances = NamedError.Circumstances(
      settings: settings, requestID: "req_00000000000000000000000000000000", path: path, model: model, now: 1_781_827_200_000)
    return map { DocumentedResponses.Example(name: $0.name, says: $0.summary, response: $0.response(of: api, circumstances)) }
  }
}
