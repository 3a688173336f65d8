/// One difference between a document and the mock's contract, as it is told.
package struct Difference: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// In the document only.
    case new
    /// In the mock's contract only.
    case gone
    case changed
  }

  package let kind: Kind
  /// `field modelId of POST /image/edit: value 'qwen-edit'`.
  package let subject: String
  /// What the mock has; nil: nothing.
  package let mock: String?
  /// What the document has; nil: nothing.
  package let document: String?
  /// Why it is meant to be so; nil: it is drift.
  package var explanation: String?

  init(_ kind: Kind, _ subject: String, mock: String? = nil, document: String? = nil) {
    self.kind = kind
    self.subject = subject
    self.mock = mock
    self.document = document
  }
}
