package import Contract

/// What a request must be like: everything that is said has to hold.
///
/// One vocabulary for the steps of a scenario (`when:`) and for verification.
package struct RequestPattern: Sendable, Equatable {
  package var api: API?
  /// Empty: every one but `generated`, since fetching a picture is part of an edit's answer and no step's business unless it says so.
  package var endpoints: [RequestFacts.Endpoint] = []
  /// Compared without regard to case.
  package var method: TextPattern?
  package var path: TextPattern?
  package var model: TextPattern?
  package var prompt: TextPattern?
  package var key: TextPattern?
  package var session: TextPattern?
  /// The media type, without its parameters and without regard to case.
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

  /// Whether it cannot be decided from the head alone.
  package var needsBody: Bool { model != nil || prompt != nil || !fields.isEmpty || image != nil || isValid != nil }

  /// The endpoints that it lets through.
  package var admittedEndpoints: [RequestFacts.Endpoint] {
    endpoints.isEmpty ? RequestFacts.Endpoint.allCases.filter { $0 != .generated } : endpoints
  }
}
