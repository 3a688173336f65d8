package import Formats
package import HTTPMessage

/// An error of Venice: its status and the text of its body.
///
/// Names are those of the error table and are not sent. Source: docs.venice.ai, api-reference/error-codes, June 2026.
package struct VeniceError: Sendable, Equatable {
  /// The body's `code`, before or after `error`.
  package enum Code: Sendable, Equatable {
    case first(String)
    case last(String)
  }

  /// The name in Venice's error table.
  package let name: String
  /// The status of the response.
  package let status: Int
  /// The text of `error`.
  package let message: String
  /// The machine-readable code; nil: most errors have none.
  package let code: Code?
  /// A prompt that would be accepted, for refused content only.
  var suggestedPrompt: String?
  /// Header lines beside the content type.
  var headers: [HeaderField] = []

  init(_ name: String, _ status: Int, _ message: String, code: Code? = nil, headers: [HeaderField] = []) {
    self.name = name
    self.status = status
    self.message = message
    self.code = code
    self.headers = headers
  }

  /// Returns an error of the mock itself, in Venice's shape so that clients show its message.
  package static func mockError(_ status: Int, _ message: String) -> VeniceError { VeniceError("MOCK", status, message) }

  /// The whole response: `{"error":"…"}`, with the code, the suggested prompt and the headers that the error has.
  package var response: Response {
    var response = Response.json(status, .object(members))
    for field in headers { response.headers.append(field.name, field.value) }
    return response
  }

  private var members: [(String, JSONOutput)] {
    let rest: [(String, JSONOutput)] = suggestedPrompt.map { [("suggested_prompt", .string($0))] } ?? []
    let error = ("error", JSONOutput.string(message))
    return switch code {
    case .first(let code): [("code", .string(code)), error] + rest
    case .last(let code): [error, ("code", .string(code))] + rest
    case nil: [error] + rest
    }
  }

  /// Status and message in short, as rules and named errors list them.
  var summary: String { "\(status) \(message)" }
}

extension Response {
  /// Makes a JSON response; `application/json` without a charset, as captured from Venice.
  package static func json(_ status: Int, _ body: JSONOutput) -> Response {
    Response(status: status, headers: HeaderList([HeaderField("content-type", "application/json")]), body: body.serialized())
  }
}
