internal import Contract
package import Formats
internal import HTTPMessage
package import RequestMatching
internal import Support

/// What the placeholders of a template stand for in one response.
package struct TemplateFacts: Sendable {
  package let facts: RequestFacts
  private let scenario: String
  private let step: Int?
  private let nth: Int
  package let requestID: String
  /// Unix time in milliseconds.
  package let now: Int

  /// Collects the facts of a request and the response to it.
  package init(_ facts: RequestFacts, response: ScriptedResponse, requestID: String, now: Int) {
    self.facts = facts
    scenario = response.scenario
    step = response.step
    nth = response.nth
    self.requestID = requestID
    self.now = now
  }

  /// Returns the text with every placeholder replaced; what the request does not have is empty.
  package func text(of template: Template) -> String {
    template.parts.map { part in
      switch part {
      case .text(let text): text
      case .placeholder(let placeholder): value(of: placeholder)
      }
    }.joined()
  }

  /// Returns the JSON with every placeholder in its strings replaced.
  package func json(of template: JSONTemplate) -> JSONOutput {
    switch template {
    case .null: .null
    case .bool(let flag): .bool(flag)
    case .number(let lexeme): .number(lexeme: lexeme)
    case .string(let template): .string(text(of: template))
    case .array(let elements): .array(elements.map(json(of:)))
    case .object(let members): .object(members.map { ($0.key, json(of: $0.value)) })
    }
  }

  private func value(of placeholder: Placeholder) -> String {
    switch placeholder {
    case .api: facts.api.rawValue
    case .endpoint: facts.endpoint.rawValue
    case .method: facts.head.method
    case .path: facts.head.path
    case .model: facts.model ?? ""
    case .prompt: facts.prompt ?? ""
    case .key: facts.key ?? ""
    case .session: facts.session
    case .scenario: scenario
    case .step: step.map(String.init) ?? ""
    case .nth: String(nth)
    case .requestID: requestID
    case .field(let name): facts.form?[name]?.text?.string ?? ""
    case .header(let name): facts.head.headers[name] ?? ""
    case .unix(let offset): String((now + offset.millisecondsRoundedDown) / 1_000)
    case .unixMilliseconds(let offset): String(now + offset.millisecondsRoundedDown)
    case .httpDate(let offset): HTTPDate.text(unixTime: (now + offset.millisecondsRoundedDown) / 1_000)
    }
  }
}
