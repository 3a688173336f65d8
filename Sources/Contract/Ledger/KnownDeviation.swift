/// A difference between the mock's contract and the API's own OpenAPI document that is meant: `drift` explains it with this.
package struct KnownDeviation: Sendable {
  /// The difference in `drift`'s words: `status 422 of POST /image/edit`.
  package let subject: String
  /// Why, as one sentence.
  package let says: String
  package let source: String

  init(_ subject: String, _ says: String, source: String) {
    self.subject = subject
    self.says = says
    self.source = source
  }

  /// Those from the document of an API; DGrid publishes none.
  package static func all(of api: API) -> [KnownDeviation] { api == .venice ? VeniceKnownDeviations.all : [] }
}
