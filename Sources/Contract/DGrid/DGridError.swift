internal import Formats
package import HTTPMessage
internal import Support

/// An error of DGrid in OpenAI's shape, and how the new-api gateway words it where that is known.
package struct DGridError: Sendable, Equatable {
  /// How the gateway says it, when it answers by itself instead of passing on what its upstream said.
  struct Gateway: Sendable, Equatable {
    /// Which of its layers speaks: each has an envelope of its own.
    enum Layer: Sendable {
      case relay
      /// No `param` key, and the request named without a space.
      case middleware
      /// OpenAI's type, and the request not named at all.
      case router
    }

    let status: Int
    let code: String
    let message: String
    var layer = Layer.relay
  }

  let status: Int
  let type: String
  let param: String?
  let code: String?
  package let message: String
  var gateway: Gateway?
  var allow: String?
  /// When to try again, in OpenAI's two headers; the gateway sends neither.
  var retryAfter: Duration?

  init(
    _ status: Int, _ code: String?, param: String? = nil, type: String = "invalid_request_error", _ message: String,
    gateway: Gateway? = nil,
    allow: String? = nil
  ) {
    self.status = status
    self.type = type
    self.param = param
    self.code = code
    self.message = message
    self.gateway = gateway
    self.allow = allow
  }

  /// `{"error":{…}}` with all four keys: `type` and `code` are never numbers, `type` is never null, since clients fail to decode those.
  package func response(_ settings: Settings, requestID: String) -> Response {
    var response =
      switch settings[Ambiguities.dgridErrorEnvelope] {
      case .openai: openAIResponse(settings)
      case .newapi: gatewayResponse(settings, requestID)
      }
    if let allow { response.headers.append("allow", allow) }
    return response
  }

  private func openAIResponse(_ settings: Settings) -> Response {
    var response = Response.json(
      openAIStatus(settings), envelope(message, type, param.map { .string($0) } ?? .null, code.map { .string($0) } ?? .null))
    if let retryAfter {
      response.headers.append("retry-after", "\(retryAfter.secondsRoundedUp)")
      response.headers.append("retry-after-ms", "\(retryAfter.millisecondsRoundedUp)")
    }
    return response
  }

  private func openAIStatus(_ settings: Settings) -> Int {
    gateway?.status == 500 && settings[Ambiguities.dgridBadInputStatus] == .serverError ? 500 : status
  }

  private func gatewayResponse(_ settings: Settings, _ requestID: String) -> Response {
    guard let gateway else {
      return .json(status, envelope("\(message) (request id: \(requestID))", type, .string(param ?? ""), .string(code ?? "")))
    }
    let keepsStatus = gateway.status != 500 || settings[Ambiguities.dgridBadInputStatus] == .serverError
    let status = keepsStatus ? gateway.status : status
    switch gateway.layer {
    case .relay:
      let text = "\(gateway.message) (request id: \(requestID))"
      return .json(status, envelope(text, "new_api_error", .string(""), .string(gateway.code)))
    case .router: return .json(status, envelope(gateway.message, type, .string(""), .string(gateway.code)))
    case .middleware:
      return .json(
        status,
        .object([
          (
            "error",
            .object([
              ("code", .string(gateway.code)), ("message", .string("\(gateway.message) (request id: \(requestID))")),
              ("type", .string("new_api_error")),
            ])
          )
        ]))
    }
  }

  private func envelope(_ message: String, _ type: String, _ param: JSONOutput, _ code: JSONOutput) -> JSONOutput {
    .object([("error", .object([("message", .string(message)), ("type", .string(type)), ("param", param), ("code", code)]))])
  }

  /// For a rule's `answers` column.
  var summary: String { "\(status) \(code ?? message)" }
}
