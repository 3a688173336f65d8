package import Formats
package import HTTPMessage

/// A named error of Venice: its status and the text that goes over the wire.
///
/// Names are those of the error table and are not on the wire. Source: docs.venice.ai, api-reference/error-codes, June 2026.
package struct VeniceError: Sendable, Equatable {
  /// The body's `code` and its place beside `error`.
  package enum Code: Sendable, Equatable {
    case first(String)
    case last(String)
  }

  package let name: String
  package let status: Int
  package let message: String
  /// Ordinary errors have none.
  package let code: Code?
  /// Another prompt that would be let through; of refused content only.
  package var suggestedPrompt: String?
  /// Header lines beside the content type.
  package var headers: [HeaderField] = []

  init(_ name: String, _ status: Int, _ message: String, code: Code? = nil, headers: [HeaderField] = []) {
    self.name = name
    self.status = status
    self.message = message
    self.code = code
    self.headers = headers
  }

  /// A refusal of the mock's own, in Venice's shape so that clients show its message.
  package static func mocksOwn(_ status: Int, _ message: String) -> VeniceError { VeniceError("MOCK", status, message) }

  /// `{"error":"…"}` with what else the error has.
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

  /// For a rule's `answers` column.
  var summary: String { "\(status) \(message)" }
}

extension Response {
  /// A JSON answer; `application/json` without a charset, as captured from Venice.
  package static func json(_ status: Int, _ body: JSONOutput) -> Response {
    Response(status: status, headers: HeaderList([HeaderField("content-type", "application/json")]), body: body.serialized())
  }
}
