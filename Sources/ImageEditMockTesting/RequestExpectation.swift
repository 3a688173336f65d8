internal import Formats
internal import Journal
internal import RequestMatching
internal import Scenarios

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
}

extension RequestExpectation {
  private static let mostCount = 1_000_000_000

  /// Reads the pattern as scenario files are read.
  ///
  /// - Parameter number: the expectation's number in messages, counted from 1.
  func read(_ number: Int) throws(ImageEditMockError) -> Expectation {
    try checkCounts(number)
    let bytes = Array(when.utf8)
    var problems = ProblemList()
    let node: YAMLNode
    do { node = try YAMLText.parse(bytes, &problems) } catch {
      throw ImageEditMockError(DocumentProblems([error.problem], file: "expectation \(number)", bytes: bytes))
    }
    let pattern = RequestPattern(reading: node, as: "the expectation", &problems)
    guard problems.all.isEmpty else {
      throw ImageEditMockError(DocumentProblems(problems.all, file: "expectation \(number)", bytes: bytes))
    }
    // Without a number there must be one request; with an upper bound alone there may be none.
    return Expectation(pattern, when: node.json, atLeast: times ?? atLeast ?? (atMost == nil ? 1 : 0), atMost: times ?? atMost)
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
