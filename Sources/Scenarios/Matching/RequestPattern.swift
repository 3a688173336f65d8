package import EditContract

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

  /// Whether everything that the other lets through gets through here, too.
  ///
  /// Careful: where a part is here and not the same there, it says no, though the other might still be the narrower.
  package func covers(_ other: RequestPattern) -> Bool {
    covers(api, other.api) && coversEndpoints(of: other) && covers(method, other.method) && covers(path, other.path)
      && covers(model, other.model) && covers(prompt, other.prompt) && covers(key, other.key) && covers(session, other.session)
      && covers(contentType, other.contentType) && headers.allSatisfy(other.headers.contains)
      && fields.allSatisfy(other.fields.contains) && covers(image, other.image) && covers(isValid, other.isValid)
      && covers(nth, other.nth)
  }

  /// The endpoints that it lets through.
  package var admittedEndpoints: [RequestFacts.Endpoint] {
    endpoints.isEmpty ? RequestFacts.Endpoint.allCases.filter { $0 != .generated } : endpoints
  }

  private func covers<Part: Equatable>(_ part: Part?, _ other: Part?) -> Bool { part == nil || part == other }

  private func coversEndpoints(of other: RequestPattern) -> Bool {
    other.admittedEndpoints.allSatisfy(admittedEndpoints.contains)
  }
}
