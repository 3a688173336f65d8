internal import Contract
internal import HTTPMessage

extension RequestPattern {
  /// A part of a pattern.
  private enum Part {
    case api, endpoint, valid, method, path, key, session, contentType, model, prompt
    case header(NamedPattern)
    case field(NamedPattern)
    case image(ImagePattern, ImagePattern.Part)
  }

  /// Whether everything holds but `nth`, which takes somebody who counts. Makes no text on the way.
  package func matches(_ facts: RequestFacts) -> Bool { firstFailure(facts) == nil }

  /// The first part that does not hold, `nth` aside: what is cheap to look at first, globs and regular expressions last.
  package func firstMismatch(_ facts: RequestFacts) -> Mismatch? {
    firstFailure(facts).map { mismatch($0, facts) }
  }

  /// Every part that asks for something, `nth` aside, and how the request compares with it.
  package func comparisons(_ facts: RequestFacts) -> [PatternComparison] {
    parts(facts).map { part, isSame in PatternComparison(mismatch(part, facts), isSame: isSame) }
  }

  private func parts(_ facts: RequestFacts) -> [(Part, Bool)] {
    var parts: [(Part, Bool)] = []
    if let api { parts.append((.api, api == facts.api)) }
    // Without a word on it every endpoint will do but one.
    if !endpoints.isEmpty || !admits(facts.endpoint) { parts.append((.endpoint, admits(facts.endpoint))) }
    if let isValid { parts.append((.valid, isValid == (facts.refusal == nil))) }
    if let method { parts.append((.method, method.matches(facts.head.method, ignoringCase: true))) }
    if let path { parts.append((.path, path.matches(facts.head.path))) }
    if let key { parts.append((.key, key.matches(facts.key))) }
    if let session { parts.append((.session, session.matches(facts.session))) }
    if let contentType { parts.append((.contentType, contentType.matches(facts.mediaType, ignoringCase: true))) }
    if let model { parts.append((.model, model.matches(facts.model))) }
    if let prompt { parts.append((.prompt, prompt.matches(facts.prompt))) }
    parts += headers.map { (.header($0), $0.value.matches(header: $0.name, of: facts.head)) }
    parts += fields.map { (.field($0), $0.value.matches(field: $0.name, of: facts.form)) }
    if let image { parts += image.parts.map { (.image(image, $0), image.holds($0, facts.image)) } }
    return parts
  }

  private func firstFailure(_ facts: RequestFacts) -> Part? {
    if let api, api != facts.api { return .api }
    if !admits(facts.endpoint) { return .endpoint }
    if let isValid, isValid != (facts.refusal == nil) { return .valid }
    if let image, let part = image.firstFailure(facts.image) { return .image(image, part) }
    return failure(facts, costly: false) ?? failure(facts, costly: true)
  }

  private func admits(_ endpoint: RequestFacts.Endpoint) -> Bool {
    endpoints.isEmpty ? endpoint != .generated : endpoints.contains(endpoint)
  }

  /// The first text that is not as asked, among the patterns that are cheap or those that are not.
  private func failure(_ facts: RequestFacts, costly: Bool) -> Part? {
    if let method, method.isCostly == costly, !method.matches(facts.head.method, ignoringCase: true) { return .method }
    if let path, path.isCostly == costly, !path.matches(facts.head.path) { return .path }
    if let key, key.isCostly == costly, !key.matches(facts.key) { return .key }
    if let session, session.isCostly == costly, !session.matches(facts.session) { return .session }
    if let contentType, contentType.isCostly == costly, !contentType.matches(facts.mediaType, ignoringCase: true) { return .contentType }
    if let model, model.isCostly == costly, !model.matches(facts.model) { return .model }
    if let prompt, prompt.isCostly == costly, !prompt.matches(facts.prompt) { return .prompt }
    for header in headers where header.value.isCostly == costly && !header.value.matches(header: header.name, of: facts.head) {
      return .header(header)
    }
    for field in fields where field.value.isCostly == costly && !field.value.matches(field: field.name, of: facts.form) {
      return .field(field)
    }
    return nil
  }

  private func mismatch(_ part: Part, _ facts: RequestFacts) -> Mismatch {
    switch part {
    case .api: Mismatch(matcher: "api", expected: api?.rawValue ?? "", found: facts.api.rawValue)
    case .endpoint:
      Mismatch(
        matcher: "endpoint", expected: admittedEndpoints.map(\.rawValue).joined(separator: ", "), found: facts.endpoint.rawValue)
    case .valid: Mismatch(matcher: "valid", expected: isValid.map { "\($0)" } ?? "", found: "\(facts.refusal == nil)")
    case .method: Mismatch("method", method, facts.head.method)
    case .path: Mismatch("path", path, facts.head.path)
    case .key: Mismatch("key", key, facts.key)
    case .session: Mismatch("session", session, facts.session)
    case .contentType: Mismatch("content-type", contentType, facts.mediaType)
    case .model: Mismatch("model", model, facts.model)
    case .prompt: Mismatch("prompt", prompt, facts.prompt)
    case .header(let header): Mismatch("header \(header.name)", header.value, facts.head.headers[header.name])
    case .field(let field): Mismatch("field \(field.name)", field.value, facts.form?[field.name]?.shown)
    case .image(let image, let part):
      Mismatch(matcher: "image.\(part.rawValue)", expected: image.expected(part), found: ImagePattern.found(part, facts.image))
    }
  }
}

extension Mismatch {
  /// What was found is cut after 200 characters: a prompt can be long.
  fileprivate init(_ matcher: String, _ pattern: TextPattern?, _ found: String?) {
    let shown = found.map { $0.utf8.count > 200 ? "\($0.prefix(200))…" : $0 }
    self.init(matcher: matcher, expected: pattern?.description ?? "", found: shown ?? "none")
  }
}
