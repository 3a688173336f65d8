package import Contract
package import HTTPMessage

/// The facts about a request that scenarios and verification look at.
package struct RequestFacts: Sendable {
  /// What a request is for, by its path.
  package enum Endpoint: String, Sendable, CaseIterable {
    case edit, models
    /// A picture that the `url` of an edit's response points to.
    case generated
    /// Another path than those of the APIs.
    case other
  }

  package var api: API
  package var endpoint: Endpoint
  package var head: RequestHead
  /// The bearer token, whole.
  package var key: String?
  /// The test that a request belongs to: the `X-Mock-Session` header, else the key, else empty.
  package var session: String
  /// The model that edits: as sent, or the API's default.
  package var model: String?
  package var prompt: String?
  /// The fields of the body, if there are any and it can be read.
  package var form: SubmittedForm?
  /// The first image, if there is one.
  package var image: ImageFacts?
  /// The contract's refusal; nil: the request is valid.
  package var refusal: Refusal?
  /// The documented price of the edit, in micro-dollars; nil: it is not documented.
  package var price: Int?
  /// The number of pictures asked for.
  package var pictures = 1
  /// Whether its refusal is none of the failures that Venice's error budget counts.
  package var sparesErrorBudget = false

  /// Makes the facts that the head of a request gives.
  package init(api: API, endpoint: Endpoint, head: RequestHead, key: String?, session: String) {
    self.api = api
    self.endpoint = endpoint
    self.head = head
    self.key = key
    self.session = session
  }
}
