package import Contract
package import Formats

/// One API as the mock serves it, as OpenAPI 3.1: made of the ledger, the fields and the error catalogue.
package struct ContractDocument: Sendable {
  let api: API
  let settings: Settings
  let version: String

  /// - Parameter version: the mock's own.
  package init(_ api: API, settings: Settings, version: String) {
    self.api = api
    self.settings = settings
    self.version = version
  }

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

  private var securitySchemes: [(String, JSONOutput)] {
    api == .venice ? VeniceDocument.securitySchemes : DGridDocument.securitySchemes
  }
}
