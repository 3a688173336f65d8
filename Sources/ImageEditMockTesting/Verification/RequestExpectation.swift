internal import Contract
internal import Formats

/// How many requests are to be like this; without a number, at least one.
public struct RequestExpectation: Sendable {
  /// The mapping of a scenario's `when`, YAML or JSON.
  let when: String
  let times: Int?
  let atLeast: Int?
  let atMost: Int?

  /// Requests that are all of this; texts are patterns as in scenario files: `*sunrise*`, `/sun(rise|set)/i`, `> 5`, `*` for any at all.
  ///
  /// - Parameters:
  ///   - endpoint: nil: all but `generated`.
  ///   - fields: what the fields of the body must be; nil: there must be none of that name.
  ///   - headers: the same for headers.
  ///   - isValid: whether the contract accepts it.
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

  /// Requests that a scenario's `when` would be for: `endpoint: edit`, `{ model: [nano-*, flux-*], image: { width: "> 1024" } }`.
  public static func matching(yaml: String, times: Int? = nil, atLeast: Int? = nil, atMost: Int? = nil) -> RequestExpectation {
    RequestExpectation(when: yaml, times: times, atLeast: atLeast, atMost: atMost)
  }
}

extension JSONOutput {
  /// In the order of their names, so that messages are the same each time.
  fileprivate static func patterns(_ patterns: [String: String?]) -> JSONOutput {
    .object(patterns.sorted { $0.key < $1.key }.map { ($0.key, .optional($0.value)) })
  }
}
