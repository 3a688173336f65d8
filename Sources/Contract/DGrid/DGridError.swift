internal import Formats
package import HTTPMessage
internal import Support

/// An error of DGrid in OpenAI's shape, with the new-api gateway's own version of it where that is known.
package struct DGridError: Sendable, Equatable {
  /// The gateway's own error, for when it responds by itself and does not pass on its upstream's response.
  struct Gateway: Sendable, Equatable {
    /// The layer of the gateway that responds; each has its own envelope.
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

    static func middleware(_ status: Int, _ message: String, code: String = "") -> Gateway {
      Gateway(status: status, code: code, message: message, layer: .middleware)
    }
  }

  let status: Int
  let type: String
  let param: String?
  let code: String?
  /// The text in OpenAI's envelope.
  package let message: String
  var gateway: Gateway?
  var allow: String?
  /// The wait before a retry, in OpenAI's two headers; the gateway sends neither.
  var retryAfter: Duration?

  init(
    _ status: Int, _ code: String?, param: String? = nil, type: String = "invalid_request_error", _ message: String,
    gateway: Gateway? = nil, allow: String? = nil
  ) {
    self.status = status
    self.type = type
    self.param = param
    self.code = code
    self.message = message
    self.gateway = gateway
    self.allow = allow
  }

  /// Returns the whole response in the envelope of the settings: OpenAI's, or the gateway's with the request ID.
  ///
  /// `{"error":{…}}` has all four keys; `type` and `code` are never numbers and `type` is never null, because clients cannot decode those.
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
    var response = Response.json(openAIStatus(settings), envelope(message, type, .optional(param), .optional(code)))
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
      return .json(status, envelope(text, "new_api_error", "", .string(gateway.code)))
    case .router: return .json(status, envelope(gateway.message, type, "", .string(gateway.code)))
    case .middleware:
      let text = JSONOutput.string("\(gateway.message) (request id: \(requestID))")
      return .json(status, ["error": ["code": .string(gateway.code), "message": text, "type": "new_api_error"]])
    }
  }

  private func envelope(_ message: String, _ type: String, _ param: JSONOutput, _ code: JSONOutput) -> JSONOutput {
    ["error": ["message": .string(message), "type": .string(type), "param": param, "code": code]]
  }

  /// Status and code in short, as rules and named errors list them.
  var summary: String { "\(status) \(code ?? message)" }
}
