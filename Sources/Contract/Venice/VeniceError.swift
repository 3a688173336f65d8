package import Formats
package import HTTPMessage
internal import Support

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
    var members: [(String, JSONOutput)] = [("error", .string(message))]
    switch code {
    case .first(let code): members.insert(("code", .string(code)), at: 0)
    case .last(let code): members.append(("code", .string(code)))
    case nil: break
    }
    return members + (suggestedPrompt.map { [("suggested_prompt", .string($0))] } ?? [])
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

/// Errors for requests that break a rule.
extension VeniceError {
  static let authenticationFailed = VeniceError("AUTHENTICATION_FAILED", 401, "Authentication failed")
  /// The text is the error table's; that sign-in failures carry a `code` on inference routes, and which, is from the client notes.
  static let invalidSignIn = VeniceError(
    "X402_INVALID_SIGN_IN", 401, "Invalid Sign-in-with-x signature", code: .last("X402_SIGN_IN_INVALID_SIGNATURE"))

  /// The codes are from the client notes; which text goes with them is not known.
  static func signIn(_ code: String, _ message: String) -> VeniceError {
    VeniceError("X402_INVALID_SIGN_IN", 401, message, code: .last("X402_SIGN_IN_\(code)"))
  }

  /// There is nothing at the path.
  package static let notFound = VeniceError("NOT_FOUND", 404, "Not found")
  /// The path does not have the method.
  package static let methodNotAllowed = VeniceError("METHOD_NOT_ALLOWED", 405, "Method not allowed")
  /// The header lines are too many or too long.
  package static let headersTooLarge = VeniceError("HEADERS_TOO_LARGE", 431, "Request header fields too large")
  static let invalidContentType = VeniceError("INVALID_CONTENT_TYPE", 415, "Invalid request content-type")
  static let wrongContentTypeLive = VeniceError("INVALID_CONTENT_TYPE", 400, "'Content-Type' must be 'application/json'")
  static let unsupportedEncoding = VeniceError("INVALID_CONTENT_TYPE", 415, "Request encoding is not supported")
  static let bodyTooLarge = payloadTooLarge("Request body exceeds the maximum allowed size.")
  static let fileTooLarge = payloadTooLarge("File exceeds the maximum allowed size of 25 MB.")
  static let invalidJSON = VeniceError("INVALID_REQUEST", 400, "Invalid JSON request")
  static let invalidMultipart = VeniceError("INVALID_REQUEST", 400, "Invalid multipart request")
  static let oneFileOnly = VeniceError("INVALID_REQUEST", 400, "Only one image file is allowed")
  static let invalidModel = VeniceError("INVALID_MODEL", 400, "Invalid model id")
  static let imageTooSmall = VeniceError("IMAGE_TOO_SMALL", 400, "Image dimensions are too small")
  static let imageTooLarge = VeniceError("IMAGE_TOO_LARGE", 422, "Image dimensions exceed the maximum allowed.")
  static let corruptedImage = VeniceError("CORRUPTED_IMAGE", 400, "The image file is corrupted or unreadable")
  static let corruptedImageLive = VeniceError("CORRUPTED_IMAGE", 400, "Invalid or corrupt image")
  static let mediaNotFound = VeniceError("MEDIA_NOT_FOUND", 404, "The image could not be fetched from the provided URL")
  static let mediaUnreachable = VeniceError("INVALID_REQUEST", 400, "The image could not be fetched from the provided URL")
  static let privateHost = VeniceError("INVALID_REQUEST", 400, "The provided image URL is not allowed")
  /// The edit failed, through no fault of the client.
  package static let editFailed = VeniceError("IMAGE_EDIT_ERROR", 500, "Image edit failed")

  private static func payloadTooLarge(_ message: String) -> VeniceError {
    VeniceError("PAYLOAD_TOO_LARGE", 413, message, code: .first("PAYLOAD_TOO_LARGE"))
  }

  /// Returns the error with the error table's text, or with the text that a user saw.
  static func corrupted(for settings: Settings) -> VeniceError {
    settings[Ambiguities.veniceCorruptImageText] == .seen ? corruptedImageLive : corruptedImage
  }

  /// Returns the 415 of the OpenAPI document, or the 400 that clients report.
  static func wrongContentType(for settings: Settings) -> VeniceError {
    settings[Ambiguities.veniceWrongContentType] == .unsupported ? invalidContentType : wrongContentTypeLive
  }

  // The errors below are of the service: no request causes them by itself, only scenarios and quotas respond with them.

  static let inactiveKey = VeniceError(
    "AUTHENTICATION_FAILED_INACTIVE_KEY", 401,
    "Authentication failed - Pro subscription is inactive. Please upgrade your subscription to continue using the API")
  static let unauthorized = VeniceError("UNAUTHORIZED", 403, "Unauthorized access")
  static let accessDisabled = VeniceError(
    "API_ACCESS_DISABLED", 403, "API access has been disabled for this account. Please contact support@venice.ai")
  static let proOnlyModel = VeniceError("PRO_ONLY_MODEL", 401, "This model is only available to Pro users")

  /// Seen by clients; how the key's setting is spelled in it is not known.
  static func modelPrivacy(_ model: String) -> VeniceError {
    VeniceError(
      "MODEL_PRIVACY", 403,
      "This API key is set to 'PRIVATE_ONLY', but `\(model)` is an Anonymous model. Choose a Private, TEE, or E2EE model, or change the model privacy setting of this API key."
    )
  }

  static let insufficientBalance = VeniceError(
    "INSUFFICIENT_BALANCE", 402,
    "Insufficient USD or Diem balance to complete request. Visit https://venice.ai/settings/api to add credits.",
    headers: AccountHeaders.balance(microDollars: 0))

  /// - Parameter currency: `USD` or `DIEM`.
  static func spendLimit(_ currency: String) -> VeniceError {
    VeniceError(
      "API_KEY_\(currency)_SPEND_LIMIT_EXCEEDED", 402,
      "API key \(currency) spend limit exceeded. Your account may still have \(currency) balance, but this API key has reached its configured \(currency) spending limit."
    )
  }

  static let paymentHeader = VeniceError(
    "PAYMENT_HEADER_NOT_ACCEPTED", 400, "Payment headers are only accepted on POST /x402/top-up.",
    code: .last("PAYMENT_HEADER_NOT_ACCEPTED"))
  static let concurrencyLimit = VeniceError(
    "X402_CONCURRENCY_LIMIT", 429, "Too many concurrent requests", code: .last("X402_CONCURRENCY_LIMIT"))

  static let modelNotFound = VeniceError("MODEL_NOT_FOUND", 404, "Specified model not found")

  /// The status is documented, the text is not.
  static func modelRetired(_ model: String) -> VeniceError { VeniceError("MODEL_RETIRED", 410, "Model \(model) has been retired") }

  static let contentPolicy = VeniceError(
    "CONTENT_POLICY_VIOLATION", 422, "Your prompt violates the content policy of Venice.ai or the model provider")
  /// The table's text, its typing error included.
  static let mediaGone = VeniceError("MEDIA_NOT_FOUND", 404, "Media could not be found. Request may may be invalid, expired, or deleted.")

  /// - Parameter headers: what is left and until when.
  static func rateLimitExceeded(_ headers: [HeaderField]) -> VeniceError {
    VeniceError("RATE_LIMIT_EXCEEDED", 429, "Rate limit exceeded", headers: headers)
  }

  /// Returns the 429 in the page's words, or in those of the client notes of October.
  ///
  /// - Parameter headers: what is left and until when.
  static func errorBudget(failures: Int, wait: Duration, for settings: Settings, _ headers: [HeaderField]) -> VeniceError {
    let advice =
      switch settings[Ambiguities.veniceErrorBudget] {
      case .twenty: "Please wait \(wait.secondsRoundedUp)s and try again."
      case .fifty:
        "Please wait \(wait.secondsRoundedUp) seconds and try again. See https://docs.venice.ai/api-reference/rate-limiting for more information."
      }
    return VeniceError(
      "FAILED_REQUESTS", 429, "Too many failed attempts (> \(failures)) resulting in a non-success status code. \(advice)",
      headers: headers)
  }

  /// The one error with `Retry-After`, by the client notes: in seconds, 30 by default.
  static func modelOverloaded(wait: Duration) -> VeniceError {
    VeniceError(
      "MODEL_OVERLOADED", 429, "The model is currently overloaded. Please try again later.",
      headers: [HeaderField("retry-after", "\(wait.secondsRoundedUp)")])
  }

  /// The status is in the client notes, for what Venice asks upstream; the text is not known.
  static let upstreamFailed = VeniceError("UPSTREAM_FAILURE", 502, "The upstream provider did not give a valid response")
  static let inferenceFailed = VeniceError("INFERENCE_FAILED", 500, "Inference processing failed")
  static let unknown = VeniceError("UNKNOWN_ERROR", 500, "An unknown error occurred")
  static let modelOffline = VeniceError("MODEL_OFFLINE", 503, "The model is temporarily offline. Please try again later.")
  static let atCapacity = VeniceError("MODEL_AT_CAPACITY", 503, "The model is at capacity. Please try again later.")
  static let timeout = VeniceError(
    "REQUEST_TIMEOUT", 504,
    "The request took too long to complete and was timed-out. For long-running inference requests, use the streaming API by setting `stream=true` in your request."
  )
}
