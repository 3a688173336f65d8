internal import OpenAPI

/// A header line that answers can have.
struct ResponseHeader: Sendable {
  let name: String
  let says: String
  let source: String
  let shape: Shape
  let span: ContractSpan

  init(_ name: String, _ says: String, _ source: String, _ shape: Shape = .string, since: ContractDate? = nil) {
    self.name = name
    self.says = says
    self.source = source
    self.shape = shape
    span = ContractSpan(since: since)
  }
}
