package import Contract
package import Formats

/// One API as the mock serves it, as OpenAPI 3.1: made from the ledger, the fields and the error catalogue.
///
/// ContractDocument(.venice, settings: Settings(), version: "0.1.0").json.serialized()
package struct ContractDocument: Sendable {
  let api: API
  let settings: Settings
  let version: String

  /// Describes an API under the given settings.
  ///
  /// - Parameter version: the mock's own version.
  package init(_ api: API, settings: Settings, version: String) {
    self.api = api
    self.settings = settings
    self.version = version
  }

  /// Returns the document.
  package var json: JSONOutput {
    .object([
      ("openapi", .string("3.1.0")),
      (
        "info",
        .object([("title", .string("image-edit-mock: \(api.label)")), ("version", .string(version)), ("description", .string(says))])
      ),
      ("servers", .array([.object([("url", .string(base))])])),
      ("paths", .object(paths)),
      ("components", .object([("securitySchemes", .object(securitySchemes))])),
    ])
  }

  private var says: String {
    let decisions = Ambiguities.all.filter { $0.name.hasPrefix("\(api.rawValue).") }.map { "\($0.name)=\(settings.value(of: $0))" }
    let contract = api == .venice ? "Venice's contract of \(settings.veniceContract), served" : "Served"
    return "\(contract) under these decisions: \(decisions.joined(separator: ", ")). `image-edit-mock rules` says where each rule is from."
  }

  private var base: String { api == .venice ? "/api/v1" : "/v1" }

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

/// The list of models as an operation; a HEAD has the answers of the GET without their bodies.
struct ModelsOperation {
  let method: String
  let security: [JSONOutput]
  let parameters: [JSONOutput]
  /// For `responses`.
  let answers: [(String, JSONOutput)]

  var json: JSONOutput {
    let isHead = method == "HEAD"
    return .object([
      ("operationId", .string(isHead ? "headModels" : "listModels")), ("summary", .string("The models, with what they can do.")),
      ("security", .array(security)), ("parameters", .array(parameters)),
      ("responses", .object(isHead ? answers.map { ($0.0, $0.1.withoutContent) } : answers)),
    ])
  }
}

extension JSONOutput {
  /// The members but `content`.
  fileprivate var withoutContent: JSONOutput {
    if case .object(let members) = self { .object(members.filter { $0.0 != "content" }) } else { self }
  }
}
