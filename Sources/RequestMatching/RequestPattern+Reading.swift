internal import Contract
package import Formats
internal import Images

extension RequestPattern {
  /// The keys of a `when`, in the order in which messages list them.
  package static let keys = [
    "api", "endpoint", "method", "path", "model", "prompt", "header", "field", "key", "session", "content-type", "image", "valid", "nth",
  ]

  /// What a request must be like, from a mapping such as a step's `when`.
  ///
  /// - Parameter name: what the mapping is called in messages.
  /// - Returns: what could be read; what could not is among the problems.
  package init(reading node: YAMLNode, as name: String = "`when`", _ problems: inout ProblemList) {
    self.init()
    guard let mapping = YAMLMapping(node, name, keys: Self.keys, &problems) else { return }
    readPlace(mapping, &problems)
    readTexts(mapping, &problems)
    headers = mapping["header"].map { NamedPattern.list(reading: $0, "header", areHeaders: true, &problems) } ?? []
    fields = mapping["field"].map { NamedPattern.list(reading: $0, "field", areHeaders: false, &problems) } ?? []
    image = mapping["image"].flatMap { ImagePattern(reading: $0, &problems) }
    isValid = mapping["valid"].flatMap { $0.flag("valid", &problems) }
    nth = mapping["nth"].flatMap { CountPattern(reading: $0, "nth", &problems) }
  }

  private mutating func readPlace(_ mapping: YAMLMapping, _ problems: inout ProblemList) {
    api = mapping["api"].flatMap { $0.word("api", of: API.allCases.map(\.rawValue), &problems) }.flatMap(API.init)
    endpoints = (mapping["endpoint"].map { $0.words("endpoint", of: RequestFacts.Endpoint.allCases.map(\.rawValue), &problems) } ?? [])
      .compactMap(RequestFacts.Endpoint.init)
  }

  private mutating func readTexts(_ mapping: YAMLMapping, _ problems: inout ProblemList) {
    method = mapping["method"].flatMap { TextPattern(reading: $0, "method", &problems) }
    path = mapping["path"].flatMap { TextPattern(reading: $0, "path", role: .path, &problems) }
    model = mapping["model"].flatMap { TextPattern(reading: $0, "model", &problems) }
    prompt = mapping["prompt"].flatMap { TextPattern(reading: $0, "prompt", &problems) }
    key = mapping["key"].flatMap { TextPattern(reading: $0, "key", &problems) }
    session = mapping["session"].flatMap { TextPattern(reading: $0, "session", &problems) }
    contentType = mapping["content-type"].flatMap { TextPattern(reading: $0, "content-type", &problems) }
  }
}

extension ImagePattern {
  /// The keys of `image`.
  package static let keys = ["width", "height", "bytes", "format", "alpha"]

  init?(reading node: YAMLNode, _ problems: inout ProblemList) {
    guard let mapping = YAMLMapping(node, "`image`", keys: Self.keys, &problems) else { return nil }
    self.init()
    if mapping.isEmpty { problems.add(node, "`image` is empty; write what it must be, such as `{ width: \"> 1024\" }`") }
    width = mapping["width"].flatMap { NumberPattern(someOf: $0, "image.width", &problems) }
    height = mapping["height"].flatMap { NumberPattern(someOf: $0, "image.height", &problems) }
    bytes = mapping["bytes"].flatMap { NumberPattern(someOf: $0, "image.bytes", inBytes: true, &problems) }
    formats = (mapping["format"].map { $0.words("image.format", of: ImageFormat.allCases.map(\.rawValue), &problems) } ?? [])
      .compactMap(ImageFormat.init)
    hasAlpha = mapping["alpha"].flatMap { $0.flag("image.alpha", &problems) }
  }
}

extension YAMLNode {
  /// One of the words, or a list of some of them.
  func words(_ key: String, of words: [String], _ problems: inout ProblemList) -> [String] {
    guard let elements else { return word(key, of: words, &problems).map { [$0] } ?? [] }
    if elements.isEmpty { problems.add(self, "`\(key)` is an empty list, which nothing fits; write \(words.listed)") }
    return elements.compactMap { $0.word(key, of: words, &problems) }
  }
}
