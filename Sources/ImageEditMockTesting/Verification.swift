internal import Formats
internal import Journal
internal import RequestMatching
internal import Scenarios

extension RequestInspector {
  /// Checks that the requests meet expectations.
  ///
  ///     try await session.verify(.request(endpoint: .models), .request(endpoint: .edit, prompt: "*red*", times: 1), inOrder: true)
  ///
  /// - Parameter inOrder: each expectation is looked for after the request that met the one before.
  /// - Throws: `VerificationFailure` with the counts and what came nearest; `ImageEditMockError` when an expectation cannot be read.
  public func verify(_ expectations: RequestExpectation..., inOrder: Bool = false) async throws {
    try await verify(expectations, inOrder: inOrder)
  }

  /// Checks that the requests meet a list of expectations.
  public func verify(_ expectations: [RequestExpectation], inOrder: Bool = false) async throws {
    guard !expectations.isEmpty else {
      throw ImageEditMockError("there is nothing to verify; write an expectation, such as .request(endpoint: .edit, times: 1)")
    }
    var read: [Expectation] = []
    for (index, expectation) in expectations.enumerated() { read.append(try expectation.read(index + 1)) }
    let request = VerificationRequest(isInOrder: inOrder, expectations: read)
    if let failure = await runBlocking({
      VerificationFailure(Verification(request, scope.entries, forgotten: scope.forgotten), of: expectations.count, scope)
    }) {
      throw failure
    }
  }
}

/// Requests are not what a test expects: the expectations that are not met, with the nearest request.
public struct VerificationFailure: Error, Sendable, CustomStringConvertible {
  /// An expectation that is not met.
  public struct Unmet: Sendable {
    /// The number of the expectation, counted from 1.
    public let number: Int
    /// The pattern, as JSON.
    public let when: String
    /// `exactly 1`, `at least 2`, `2 to 4`.
    public let expected: String
    /// The ids of the requests that match.
    public let matched: [String]
    /// One sentence with the counts.
    public let message: String
    /// The id of the nearest request; nil: there was none.
    public let nearest: String?
    /// The nearest request compared with the pattern.
    public let comparisons: [Comparison]
  }

  /// One part of a pattern compared with a request.
  public struct Comparison: Sendable, Equatable {
    /// `prompt`, `field aspect_ratio`, `image.width`.
    public let part: String
    /// The pattern's text.
    public let expected: String
    /// What the request has, without secrets.
    public let found: String
    /// Whether the request matches in this part.
    public let isSame: Bool
  }

  /// The expectations that are not met, in their order.
  public let unmet: [Unmet]
  /// The first line of the message.
  let summary: String

  /// The summary, and each unmet expectation with its comparisons.
  public var description: String { ([summary] + unmet.map(\.text)).joined(separator: "\n") }
}

extension VerificationFailure.Unmet {
  fileprivate var text: String {
    let lines = comparisons.map { part in
      part.isSame ? "  = \(part.part): \(part.found)" : "  ≠ \(part.part): expected \(part.expected); found \(part.found)"
    }
    return (["\(number). \(when)", message] + lines).joined(separator: "\n   ")
  }
}

extension VerificationFailure {
  /// Returns nil when all expectations are met.
  fileprivate init?(_ verification: Verification, of count: Int, _ scope: RequestScope) {
    guard !verification.isMet else { return nil }
    unmet = verification.failures.map(Unmet.init)
    let which = count == 1 ? "the expectation is not met" : "\(unmet.count) of \(count) expectations are not met"
    summary = "\(scope.title): \(which); \(verification.requests) \(verification.requests == 1 ? "request" : "requests") looked at"
  }
}

extension VerificationFailure.Unmet {
  fileprivate init(_ failure: Verification.Failure) {
    let comparisons = failure.nearest.map { nearest in nearest.comparisons.map { VerificationFailure.Comparison($0, nearest.entry) } }
    self.init(
      number: failure.number, when: String(decoding: failure.expectation.when.serialized(), as: UTF8.self),
      expected: failure.expectation.counts, matched: failure.matched.map(\.record.id), message: failure.message,
      nearest: failure.nearest?.entry.record.id, comparisons: comparisons ?? [])
  }
}

extension VerificationFailure.Comparison {
  fileprivate init(_ comparison: PatternComparison, _ entry: JournalEntry) {
    let found = Redaction.found(comparison.found, by: comparison.matcher, session: entry.record.session.shown)
    self.init(part: comparison.matcher, expected: comparison.expected, found: found.printable, isSame: comparison.isSame)
  }
}

/// A pattern of requests, and how many have to match it; without a number, at least one.
public struct RequestExpectation: Sendable {
  /// The mapping of a scenario's `when`, YAML or JSON.
  let when: String
  let times: Int?
  let atLeast: Int?
  let atMost: Int?

  /// Expects requests that match all of this; texts are patterns as in scenario files: `*sunrise*`, `/sun(rise|set)/i`, `> 5`, `*` for any.
  ///
  ///     .request(api: .venice, prompt: "*sunrise*", fields: ["aspect_ratio": "16:9", "seed": nil], times: 3)
  ///
  /// - Parameters:
  ///   - endpoint: nil: all but `generated`.
  ///   - fields: what the fields of the body must be; nil: there must be none of that name.
  ///   - headers: the same for headers.
  ///   - isValid: whether the contract accepts it.
  ///   - times: the exact number; excludes `atLeast` and `atMost`.
  public static func request(
    api: RecordedRequest.API? = nil, endpoint: RecordedRequest.Endpoint? = nil, model: String? = nil, prompt: String? = nil,
    fields: [String: String?] = [:], headers: [String: String?] = [:], isValid: Bool? = nil, times: Int? = nil, atLeast: Int? = nil,
    atMost: Int? = nil
  ) -> RequestExpectation {
    var members: [(String, JSONOutput)] = []
    if let api { members.append(("api", .string(api.rawValue))) }
    if let endpoint { members.append(("endpoint", .string(endpoint.rawValue))) }
    if let model { members.append(("model", .string(model))) }
    if let prompt { members.append(("prompt", .string(prompt))) }
    if !fields.isEmpty { members.append(("field", .patterns(fields))) }
    if !headers.isEmpty { members.append(("header", .patterns(headers))) }
    if let isValid { members.append(("valid", .bool(isValid))) }
    let when = String(decoding: JSONOutput.object(members).serialized(), as: UTF8.self)
    return RequestExpectation(when: when, times: times, atLeast: atLeast, atMost: atMost)
  }

  /// Expects requests that a scenario's `when` matches: `endpoint: edit`, `{ model: [nano-*, flux-*], image: { width: "> 1024" } }`.
  public static func matching(yaml: String, times: Int? = nil, atLeast: Int? = nil, atMost: Int? = nil) -> RequestExpectation {
    RequestExpectation(when: yaml, times: times, atLeast: atLeast, atMost: atMost)
  }

  private static let mostCount = 1_000_000_000

  /// Reads the pattern as scenario files are read; messages call it by its number, counted from 1.
  func read(_ number: Int) throws(ImageEditMockError) -> Expectation {
    try checkCounts(number)
    do {
      return try YAMLText.read(Array(when.utf8), file: "expectation \(number)") { node, problems in
        let pattern = RequestPattern(reading: node, as: "the expectation", &problems)
        // Without a number there must be one request; with an upper bound alone there may be none.
        return Expectation(pattern, when: node.json, atLeast: times ?? atLeast ?? (atMost == nil ? 1 : 0), atMost: times ?? atMost)
      }
    } catch { throw ImageEditMockError(error) }
  }

  private func checkCounts(_ number: Int) throws(ImageEditMockError) {
    for (name, count) in [("times", times), ("atLeast", atLeast), ("atMost", atMost)] {
      guard let count, !(0...Self.mostCount ~= count) else { continue }
      throw ImageEditMockError("expectation \(number): `\(name)` is \(count); write a whole number from 0 to \(Self.mostCount)")
    }
    if times != nil, atLeast != nil || atMost != nil {
      throw ImageEditMockError("expectation \(number): `times` says it all; take `atLeast` and `atMost` away, or write these instead")
    }
    if let atLeast, let atMost, atLeast > atMost {
      throw ImageEditMockError("expectation \(number): `atMost` is \(atMost) and `atLeast` is \(atLeast), which no count fits")
    }
  }
}

extension JSONOutput {
  /// In the order of their names, so that messages are the same each time.
  fileprivate static func patterns(_ patterns: [String: String?]) -> JSONOutput {
    .object(patterns.sorted { $0.key < $1.key }.map { ($0.key, .optional($0.value)) })
  }
}
