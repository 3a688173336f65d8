package import Contract
package import Formats

/// A pattern of a request: every part that is set must hold.
///
/// Scenarios (`when:`) and verification use the same patterns, read from the same keys.
package struct RequestPattern: Sendable, Equatable {
  package var api: API?
  /// Empty: all but `generated`, since fetching a picture belongs to the edit before it.
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

  /// A header or field by name, and what it must be.
  package struct NamedPattern: Sendable, Equatable {
    let name: String
    let value: TextPattern
  }

  /// Makes a pattern that accepts every request but those for generated pictures.
  package init() {}

  /// Tells whether the head of a request is not enough to try the pattern.
  package var needsBody: Bool { model != nil || prompt != nil || !fields.isEmpty || image != nil || isValid != nil }

  /// The endpoints that the pattern accepts.
  var admittedEndpoints: [RequestFacts.Endpoint] {
    endpoints.isEmpty ? RequestFacts.Endpoint.allCases.filter { $0 != .generated } : endpoints
  }
}

// MARK: - Reading a file

extension RequestPattern {
  /// Reads a pattern from a mapping such as a step's `when`; keys that cannot be read are left out, and are among the problems.
  ///
  /// - Parameter name: what messages call the mapping.
  package init(reading node: YAMLNode, as name: String = "`when`", _ problems: inout ProblemList) {
    self.init()
    guard let mapping = YAMLMapping(node, name, keys: Self.keys.map(\.name), &problems) else { return }
    func text(_ key: String, role: TextPattern.Role = .text) -> TextPattern? {
      mapping[key].flatMap { TextPattern(reading: $0, key, role: role, &problems) }
    }
    func named(_ key: String, areHeaders: Bool) -> [NamedPattern] {
      mapping[key].map { NamedPattern.list(reading: $0, key, areHeaders: areHeaders, &problems) } ?? []
    }
    api = mapping["api"].flatMap { $0.word("api", of: API.allCases.map(\.rawValue), &problems) }.flatMap(API.init)
    endpoints = (mapping["endpoint"].map { $0.words("endpoint", of: RequestFacts.Endpoint.allCases.map(\.rawValue), &problems) } ?? [])
      .compactMap(RequestFacts.Endpoint.init)
    method = text("method")
    path = text("path", role: .path)
    model = text("model")
    prompt = text("prompt")
    key = text("key")
    session = text("session")
    contentType = text("content-type")
    headers = named("header", areHeaders: true)
    fields = named("field", areHeaders: false)
    image = mapping["image"].flatMap { ImagePattern(reading: $0, &problems) }
    isValid = mapping["valid"].flatMap { $0.flag("valid", &problems) }
    nth = mapping["nth"].flatMap { CountPattern(reading: $0, "nth", &problems) }
  }
}

extension YAMLNode {
  /// Reads one of the words, or a list of some of them.
  func words(_ key: String, of words: [String], _ problems: inout ProblemList) -> [String] {
    guard let elements else { return word(key, of: words, &problems).map { [$0] } ?? [] }
    if elements.isEmpty { problems.add(self, "`\(key)` is an empty list, which nothing fits; write \(words.listed)") }
    return elements.compactMap { $0.word(key, of: words, &problems) }
  }
}
