package import EditContract
package import Pixels

/// What a request must be like: everything that is said has to hold.
///
/// One vocabulary for the steps of a scenario (`when:`) and for verification.
package struct RequestPattern: Sendable, Equatable {
  package var api: API?
  package var endpoints: [RequestFacts.Endpoint] = []
  package var method: TextPattern?
  package var path: TextPattern?
  package var model: TextPattern?
  package var prompt: TextPattern?
  package var key: TextPattern?
  package var session: TextPattern?
  /// The media type, without its parameters.
  package var contentType: TextPattern?
  package var headers: [NamedPattern] = []
  package var fields: [NamedPattern] = []
  package var image: ImagePattern?
  /// Whether the contract accepts it; nil: either.
  package var isValid: Bool?
  package var nth: CountPattern?

  package init() {}

  /// A header or field by name, and what it must be.
  package struct NamedPattern: Sendable, Equatable {
    package let name: String
    package let value: TextPattern

    package init(name: String, value: TextPattern) {
      self.name = name
      self.value = value
    }
  }
}

/// What the first image of a request must be like.
package struct ImagePattern: Sendable, Equatable {
  package var width: NumberPattern?
  package var height: NumberPattern?
  package var bytes: NumberPattern?
  package var formats: [ImageFormat] = []
  package var hasAlpha: Bool?

  package init() {}
}

/// Why a request does not fit a pattern: the first part that failed.
package struct Mismatch: Sendable, Equatable {
  /// `prompt`, `header x-test`, `image.width`, `nth`.
  package let matcher: String
  package let expected: String
  package let found: String

  package init(matcher: String, expected: String, found: String) {
    self.matcher = matcher
    self.expected = expected
    self.found = found
  }
}
