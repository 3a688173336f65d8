package import Contract
package import HTTPMessage

/// What is known of a request by the time a scenario looks at it.
package struct RequestFacts: Sendable {
  package enum Endpoint: String, Sendable, CaseIterable {
    case edit, models
    /// A picture that a `url` answer points to.
    case generated
    /// A path that neither API has.
    case other
  }

  package var api: API
  package var endpoint: Endpoint
  package var head: RequestHead
  /// The bearer token, whole.
  package var key: String?
  /// Which tests belong together: the `X-Mock-Session` header, else the key, else nothing.
  package var session: String
  /// The model that edits: as sent, or the API's default.
  package var model: String?
  package var prompt: String?
  /// The fields of the body, if there are any and it can be read.
  package var form: SubmittedForm?
  /// The first image, if it has come.
  package var image: ImageFacts?
  /// The refusal that the contract has for it; nil: none.
  package var refusal: Refusal?
  /// What the edit costs by the documentation, in micro-dollars; nil: it is not documented.
  package var price: Int?
  /// How many pictures are asked for.
  package var pictures = 1
  /// Whether its refusal is none of the failures that Venice's error budget counts.
  package var sparesErrorBudget = false

  package init(api: API, endpoint: Endpoint, head: RequestHead, key: String?, session: String) {
    self.api = api
    self.endpoint = endpoint
    self.head = head
    self.key = key
    self.session = session
  }
}
