package import Contract
package import Formats
package import HTTPMessage
internal import Images

/// A pattern of a request, for scenarios (`when:`) and verification: every part that is set must hold.
package struct RequestPattern: Sendable, Equatable {
  /// The API; nil: either.
  package var api: API?
  /// Empty: all but `generated`, since fetching a picture belongs to the edit before it.
  package var endpoints: [RequestFacts.Endpoint] = []
  /// Compared without regard to case.
  package var method: TextPattern?
  /// What the path is like.
  package var path: TextPattern?
  /// What the model's id is like.
  package var model: TextPattern?
  /// What the prompt is like.
  package var prompt: TextPattern?
  /// What the API key is like.
  package var key: TextPattern?
  /// What the session's name is like.
  package var session: TextPattern?
  /// The media type, without its parameters and without regard to case.
  package var contentType: TextPattern?
  /// What headers are like.
  package var headers: [NamedPattern] = []
  /// What fields of the body are like.
  package var fields: [NamedPattern] = []
  /// What the first image is like.
  package var image: ImagePattern?
  /// Whether the contract accepts it; nil: either.
  package var isValid: Bool?
  /// Which of the session's requests it is, counted from 1.
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

  // MARK: - Reading a file

  /// The keys of `when`, in the order in which messages list them; the loader reads by these, and the JSON schema is made from them.
  package static let keys: [Shape.Member] = [
    .optional("api", .unquoted(API.allCases.map(\.rawValue)), "Which API."),
    .optional(
      "endpoint", .oneOrMore(.unquoted(RequestFacts.Endpoint.allCases.map(\.rawValue))),
      "Which endpoints; without it, all but `generated`."),
    .optional("method", .textPattern, "The HTTP method, whatever its case."),
    .optional("path", .textPattern, "The path without the query."),
    .optional("model", .textPattern, "The model that edits: as sent, or the API's default."),
    .optional("prompt", .textPattern, "The prompt: itself, a glob, a /regular expression/i, a list, or ~ for none."),
    .optional("header", .bounded(.namedPatterns, [("propertyNames", Shape.headerName.schema)]), "Headers by name, and what each must be."),
    .optional("field", .namedPatterns, "Fields of the body by name, and what each must be."),
    .optional("key", .textPattern, "The bearer token."),
    .optional("session", .textPattern, "The session: the X-Mock-Session header, else the key."),
    .optional("content-type", .textPattern, "The request's media type, without parameters."),
    .optional("image", .mapping(ImagePattern.keys, least: 1), "The first image."),
    .optional("valid", .unquoted(["true", "false"]), "Whether the contract accepts the request."),
    .optional("nth", .countPattern, "Which of the session's requests that fit: 3, 1-3, >= 5, every 3."),
  ]

  /// Reads a pattern from a mapping, which messages call `name`; keys that cannot be read are left out, and are among the problems.
  package init(reading node: YAMLNode, as name: String = "`when`", _ problems: inout ProblemList) {
    self.init()
    guard let mapping = YAMLMapping(node, name, keys: Self.keys.map(\.name), &problems) else { return }
    func text(_ key: String, role: TextPattern.Role = .text) -> TextPattern? {
      mapping[key].flatMap { TextPattern(reading: $0, key, role: role, &problems) }
    }
    func named(_ key: String, areHeaders: Bool) -> [NamedPattern] {
      mapping[key].map { NamedPattern.list(reading: $0, key, areHeaders: areHeaders, &problems) } ?? []
    }
    api = mapping["api"].flatMap { $0.word("api", of: API.allCases.map(\.rawValue), &problems) }.flatMap(API.init(rawValue:))
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
  func words(_ key: String, of words: [String], _ problems: inout ProblemList) -> [String] {
    guard let elements else { return word(key, of: words, &problems).map { [$0] } ?? [] }
    if elements.isEmpty { problems.add(self, "`\(key)` is an empty list, which nothing fits; write \(words.listed)") }
    return elements.compactMap { $0.word(key, of: words, &problems) }
  }
}

extension ImagePattern {
  /// The keys of `image`.
  package static let keys: [Shape.Member] = [
    .optional("width", .numberPattern, "Pixels: 1024, 512-1024, > 1024."),
    .optional("height", .numberPattern, "Pixels: 1024, 512-1024, > 1024."),
    .optional("bytes", .bytesPattern, "The file's size: > 1MB, 64KiB-1MiB."),
    .optional("format", .oneOrMore(.unquoted(ImageFormat.allCases.map(\.rawValue))), "What the bytes are."),
    .optional("alpha", .unquoted(["true", "false"]), "Whether a pixel can be transparent."),
  ]
}

/// How patterns are written.
extension Shape {
  /// A comparison must compare with a number.
  fileprivate static let textPattern = oneOrMore(
    bounded(types(["string", "number", "boolean", "null"]), [("pattern", "^(?!(>=?|<=?|!=) *(?![ =]|-?[0-9]+(\\.[0-9]+)?$))")]))
  fileprivate static let numberPattern = oneOrMore(quotable(0...ValueLimits.mostCount, "^((>=?|<=?|!=) *)?[0-9]+$|^[0-9]+ *- *[0-9]+$"))
  fileprivate static let bytesPattern = oneOrMore(
    quotable(
      0...ByteCountText.most,
      "^((>=?|<=?|!=) *)?[0-9]+(\\.[0-9]+)? *(B|KB|KiB|MB|MiB)?$|^[0-9]+(\\.[0-9]+)? *(B|KB|KiB|MB|MiB)? *- *[0-9]+(\\.[0-9]+)? *(B|KB|KiB|MB|MiB)?$"
    ))
  fileprivate static let countPattern = oneOrMore(
    quotable(1...ValueLimits.mostCount, "^((>=?|<=?|!=) *)?[0-9]+$|^[0-9]+ *- *[0-9]+$|^every +0*[1-9][0-9]*$"))
  fileprivate static let namedPatterns = bounded(
    .any, [("type", "object"), ("additionalProperties", textPattern.schema), ("minProperties", 1)])
}

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

  /// The API that was asked.
  package var api: API
  /// The endpoint that was asked.
  package var endpoint: Endpoint
  /// The request line and the headers.
  package var head: RequestHead
  /// The bearer token, whole.
  package var key: String?
  /// The test that a request belongs to: the `X-Mock-Session` header, else the key, else empty.
  package var session: String
  /// The model that edits: as sent, or the API's default.
  package var model: String?
  /// The prompt; nil: none, or the body is not read yet.
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
