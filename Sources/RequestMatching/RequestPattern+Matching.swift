internal import Contract
internal import HTTPMessage
internal import Support

extension RequestPattern {
  private enum Part {
    case api, endpoint, valid, method, path, key, session, contentType, model, prompt
    case header(NamedPattern)
    case field(NamedPattern)
    case image(ImagePattern, ImagePattern.Part)
  }

  /// Tells whether a request fits, `nth` aside, which needs the session's count. Allocates no strings.
  package func matches(_ facts: RequestFacts) -> Bool { firstFailure(facts) == nil }

  /// Returns the first part that does not fit, `nth` aside: cheap ones are tried first, globs and regular expressions last.
  package func firstMismatch(_ facts: RequestFacts) -> Mismatch? { firstFailure(facts).map { mismatch($0, facts) } }

  /// Compares every part that is set, `nth` aside, with the request.
  package func comparisons(_ facts: RequestFacts) -> [PatternComparison] {
    distances(facts).map { part, distance in PatternComparison(mismatch(part, facts), distance: distance) }
  }

  /// Returns the sum of the distances of all parts, `nth` aside; 0: the request fits.
  package func distance(_ facts: RequestFacts) -> Double { distances(facts).reduce(0) { $0 + $1.1 } }

  private func distances(_ facts: RequestFacts) -> [(Part, Double)] {
    var parts: [(Part, Double)] = []
    if let api { parts.append((.api, api == facts.api ? 0 : PatternDistance.otherKind)) }
    // Not set, it still leaves out one endpoint.
    if !endpoints.isEmpty || !admits(facts.endpoint) { parts.append((.endpoint, admits(facts.endpoint) ? 0 : PatternDistance.otherKind)) }
    if let isValid { parts.append((.valid, isValid == (facts.refusal == nil) ? 0 : PatternDistance.wrong)) }
    if let method { parts.append((.method, method.distance(to: facts.head.method, ignoringCase: true))) }
    if let path { parts.append((.path, path.distance(to: facts.head.path))) }
    if let key { parts.append((.key, key.distance(to: facts.key))) }
    if let session { parts.append((.session, session.distance(to: facts.session))) }
    if let contentType { parts.append((.contentType, contentType.distance(to: facts.mediaType, ignoringCase: true))) }
    if let model { parts.append((.model, model.distance(to: facts.model))) }
    if let prompt { parts.append((.prompt, prompt.distance(to: facts.prompt))) }
    parts += headers.map { (.header($0), $0.value.distance(header: $0.name, of: facts.head)) }
    parts += fields.map { (.field($0), $0.value.distance(field: $0.name, of: facts.form)) }
    if let image { parts += image.parts.map { (.image(image, $0), image.distance($0, facts.image)) } }
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

  /// Returns the first text that does not fit, among the cheap patterns or the costly ones.
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
      Mismatch(matcher: "endpoint", expected: admittedEndpoints.map(\.rawValue).joined(separator: ", "), found: facts.endpoint.rawValue)
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

/// The first part of a pattern that a request does not fit.
package struct Mismatch: Sendable, Equatable {
  /// The part: `prompt`, `header x-test`, `image.width`, `nth`.
  package let matcher: String
  /// What the pattern asks for.
  package let expected: String
  /// What the request has.
  package let found: String

  /// Makes a mismatch of texts for a message.
  package init(matcher: String, expected: String, found: String) {
    self.matcher = matcher
    self.expected = expected
    self.found = found
  }

  private static let longest = 200

  /// Cuts what was found after 200 characters: a prompt can be long. Two prompts or fields with the same long beginning lose that:
  /// what differs is shown. (Secrets stay as they are, since they are recognised by their beginning.)
  fileprivate init(_ matcher: String, _ pattern: TextPattern?, _ found: String?) {
    var expected = pattern?.description ?? ""
    var shown = found ?? "none"
    let isText = matcher == "prompt" || matcher.hasPrefix("field ")
    if isText, case .exact(let text)? = pattern, let found, !text.isSame(as: found), text.utf8.count > Self.longest / 2 {
      let skipped = zip(text, found).prefix { $0 == $1 }.count - 20
      if skipped > Self.longest / 2 { (expected, shown) = ("…\(text.dropFirst(skipped))", "…\(found.dropFirst(skipped))") }
    }
    self.init(matcher: matcher, expected: expected, found: shown.cut(Self.longest))
  }
}

/// One part of a pattern beside what the request has there.
package struct PatternComparison: Sendable, Equatable {
  /// The part: `prompt`, `header x-test`, `image.width`.
  package let matcher: String
  /// What the pattern asks for.
  package let expected: String
  /// What the request has.
  package let found: String
  /// How far the request is from fitting here: 0 fits, up to 1 is a wrong value, 2 a missing one, 3 another API or endpoint.
  package let distance: Double

  /// Whether the request fits here.
  package var isSame: Bool { distance == 0 }

  /// Makes a comparison of a part.
  package init(_ part: Mismatch, distance: Double) {
    (matcher, expected, found) = (part.matcher, part.expected, part.found)
    self.distance = distance
  }
}

extension String {
  /// Returns the text, or its beginning if it has more than so many bytes.
  package func cut(_ longest: Int) -> String { utf8.count > longest ? "\(prefix(longest))…" : self }
}

extension SubmittedValue {
  fileprivate var shown: String {
    switch self {
    case .text(let text): text.isLonger(than: 1000) ? "a text of more than 1000 bytes" : text.string
    case .boolean(let flag): flag ? "true" : "false"
    case .number(let lexeme): lexeme
    case .file(let file): "a file of \(file.count) bytes"
    case .other(let type): type
    }
  }
}

extension RequestFacts {
  fileprivate var mediaType: String? {
    guard let header = head.headers["content-type"] else { return nil }
    guard let end = header.utf8.firstIndex(of: UInt8(ascii: ";")) else { return header.trimmed }
    return String(header[..<end]).trimmed
  }
}

/// The step of a scenario that came nearest to a request which no step answers.
package struct NearMiss: Sendable {
  /// The step, counted from 1.
  package let step: Int
  /// What kept the step from answering; nil: its pattern fits, but the step was used up, not due, or not drawn.
  package let mismatch: Mismatch?

  /// Most steps that are tried: a log line is not worth more.
  private static let mostSteps = 200

  /// Finds the step that came nearest to the request, the first of several, given the steps' patterns in order; nil when there are none.
  package init?(_ steps: [RequestPattern], _ facts: RequestFacts) {
    let distances = steps.prefix(Self.mostSteps).map { $0.distance(facts) }
    guard let index = distances.indices.min(by: { distances[$0] < distances[$1] }) else { return nil }
    step = index + 1
    mismatch = steps[index].firstMismatch(facts)
  }

  /// Describes the near miss in one sentence. `shown` returns what may be shown of a text that was found: some are secret.
  package func text(showing shown: (_ matcher: String, _ found: String) -> String) -> String {
    guard let mismatch else { return "step \(step) fits, but was used up, not due or not drawn" }
    let found = shown(mismatch.matcher, mismatch.found)
    return "nearest is step \(step): \(mismatch.matcher) is to be \(mismatch.expected), found \(found)"
  }
}

/// A scenario none of whose steps answered a request.
package struct UnmatchedScenario: Sendable {
  /// The scenario's name.
  package let name: String
  /// The steps' patterns, in the scenario's order.
  package let steps: [RequestPattern]

  /// Makes an unmatched scenario from its steps' patterns.
  package init(name: String, steps: [RequestPattern]) {
    self.name = name
    self.steps = steps
  }
}
