package import Formats

/// A header line that answers can have.
package struct ResponseHeader: Sendable {
  package let name: String
  package let says: String
  package let source: String
  package let shape: Shape
  package let span: ContractSpan

  package init(_ name: String, _ says: String, _ source: String, _ shape: Shape = .string, since: ContractDate? = nil) {
    self.name = name
    self.says = says
    self.source = source
    self.shape = shape
    span = ContractSpan(since: since)
  }
}
