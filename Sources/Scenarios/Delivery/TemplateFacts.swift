internal import Contract
package import Formats
internal import HTTPMessage
package import RequestMatching
internal import Support

/// What the placeholders of a template stand for in one answer.
package struct TemplateFacts: Sendable {
  package let facts: RequestFacts
  let scenario: String
  let step: Int?
  let nth: Int
  package let requestID: String
  /// Unix time in milliseconds.
  package let now: Int

  package init(_ facts: RequestFacts, answer: ScriptedResponse, requestID: String, now: Int) {
    self.facts = facts
    scenario = answer.scenario
    step = answer.step
    nth = answer.nth
    self.requestID = requestID
    self.now = now
  }

  /// The text with every placeholder replaced; what the request does not have is empty.
  package func text(of template: Template) -> String {
    template.parts.map { part in
      switch part {
      case .text(let text): text
      case .placeholder(let placeholder): value(of: placeholder)
      }
    }.joined()
  }

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
