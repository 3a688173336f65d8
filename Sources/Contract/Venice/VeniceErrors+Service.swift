internal import HTTPMessage

/// The errors that no request earns by its own fields: only scenarios and quotas answer with them.
extension VeniceError {
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
    "Insufficient USD or Diem balance to complete request. Visit https://venice.ai/settings/api to add credits.")

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

  /// - Parameters:
  ///   - block: in seconds.
  ///   - reset: Unix time in milliseconds.
  static func errorBudget(failures: Int, block: Int, reset: Int) -> VeniceError {
    VeniceError(
      "FAILED_REQUESTS", 429,
      "Too many failed attempts (> \(failures)) resulting in a non-success status code. Please wait \(block)s and try again.",
      headers: [HeaderField("x-ratelimit-remaining", "0"), HeaderField("x-ratelimit-resets", "\(reset)")])
  }

  /// The one error with `Retry-After`, by the client notes: in seconds, 30 by default.
  static let modelOverloaded = VeniceError(
    "MODEL_OVERLOADED", 429, "The model is currently overloaded. Please try again later.", headers: [HeaderField("retry-after", "30")])

  static let inferenceFailed = VeniceError("INFERENCE_FAILED", 500, "Inference processing failed")
  static let unknown = VeniceError("UNKNOWN_ERROR", 500, "An unknown error occurred")
  static let modelOffline = VeniceError("MODEL_OFFLINE", 503, "The model is temporarily offline. Please try again later.")
  static let atCapacity = VeniceError("MODEL_AT_CAPACITY", 503, "The model is at capacity. Please try again later.")
  static let timeout = VeniceError(
    "REQUEST_TIMEOUT", 504,
    "The request took too long to complete and was timed-out. For long-running inference requests, use the streaming API by setting `stream=true` in your request."
  )
}
