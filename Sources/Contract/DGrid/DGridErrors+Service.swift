/// Errors of the service that no request causes by itself: only scenarios and quotas respond with them.
extension DGridError {
  /// A wrong key, masked as in the capture.
  static let wrongKey = incorrectKey(masked: capturedKey)
  static let expiredKey = incorrectKey(
    masked: capturedKey, gateway: Gateway(status: 401, code: "", message: "This token has expired", layer: .middleware))
  private static let capturedKey = "sk-***********************"

  /// Status and code are the gateway's for an address that is not allowed; its Chinese text is not known.
  static let accessDenied = DGridError(
    403, "access_denied", "Access denied",
    gateway: Gateway(status: 403, code: "access_denied", message: "Access denied", layer: .middleware))

  static func noAccess(to model: String) -> DGridError {
    let message = "This token has no access to model \(model)"
    return DGridError(403, nil, param: "model", message, gateway: Gateway(status: 403, code: "", message: message, layer: .middleware))
  }

  static let paymentHeader = DGridError(400, nil, "Payment headers are not accepted on this path.")

  /// Captured from the gateway at another site.
  static let userBalance = userQuota("用户额度不足, 剩余额度: ¥-0.013362")
  /// Captured without its amounts, which are the mock's.
  private static let preconsumeFailed = "预扣费额度失败, 用户剩余额度: ¥0.013362, 需要预扣费额度: ¥0.040000"

  private static func userQuota(_ message: String) -> DGridError {
    let code = "insufficient_user_quota"
    return DGridError(403, code, type: "new_api_error", message, gateway: Gateway(status: 403, code: code, message: message))
  }

  static let quotaExhausted = insufficientQuota(gateway: Gateway(status: 403, code: "insufficient_user_quota", message: preconsumeFailed))
  static let keyQuotaExhausted = insufficientQuota(
    gateway: Gateway(status: 401, code: "", message: "This token quota is exhausted TokenStatusExhausted[sk-abc***xyz]", layer: .middleware)
  )

  private static func insufficientQuota(gateway: Gateway) -> DGridError {
    DGridError(
      429, "insufficient_quota", type: "insufficient_quota", "You exceeded your current quota, please check your plan and billing details.",
      gateway: gateway)
  }

  static let billingHardLimit = DGridError(
    400, "billing_hard_limit_reached", type: "billing_limit_user_error", "Billing hard limit has been reached.")

  /// The gateway's own text in both envelopes, because it is the gateway that has no channel.
  static func noChannel(for model: String) -> DGridError {
    let message = "No available channel for model \(model) under group default (distributor)"
    return DGridError(
      503, "model_not_found", param: "model", type: "new_api_error", message,
      gateway: Gateway(status: 503, code: "model_not_found", message: message, layer: .middleware))
  }

  static func notAnEditModel(_ id: String) -> DGridError {
    DGridError(400, "invalid_value", param: "model", "Invalid value: '\(id)'. Value must be 'dall-e-2'.")
  }

  static let moderationBlocked = DGridError(
    400, "moderation_blocked", type: "image_generation_user_error",
    "Your request was rejected by the safety system. safety_violations=[sexual].")

  /// Captured with an upstream's own type in `type`, and without its status.
  static func busy(_ status: Int) -> DGridError {
    DGridError(status, "bad_response_status_code", type: "bad_response_status_code", "The model is currently busy, please try again later")
  }

  /// The gateway's error for an upstream response that is no JSON.
  static func badResponse(_ status: Int) -> DGridError {
    DGridError(status, "bad_response_status_code", type: "upstream_error", "bad response status code \(status)")
  }

  /// A minute's requests are used up; OpenAI's captured text, and the gateway's own.
  static func rateLimit(_ model: String, limit: Int, retryAfter: Duration) -> DGridError {
    let gateway = Gateway(
      status: 429, code: "", message: "You have reached the request limit: maximum \(limit) requests in 1 minutes", layer: .middleware)
    return rateLimit(model, limit: limit, retryAfter: retryAfter, gateway: gateway)
  }

  /// Failed requests count, too; OpenAI has no such limit, and so no text of its own.
  static func totalRateLimit(_ model: String, limit: Int, minutes: Int, retryAfter: Duration) -> DGridError {
    let message = "You have reached the total request limit: maximum \(limit) requests in \(minutes) minutes, including failed attempts"
    let gateway = Gateway(status: 429, code: "", message: message, layer: .middleware)
    return rateLimit(model, limit: limit, retryAfter: retryAfter, gateway: gateway)
  }

  private static func rateLimit(_ model: String, limit: Int, retryAfter: Duration, gateway: Gateway) -> DGridError {
    let group = DGridModel(model).isGPT ? " (for limit gpt-image)" : ""
    let usage = "Limit \(limit), Used \(limit), Requested 1. Please try again in \(retryAfter.goText)."
    var error = DGridError(
      429, "rate_limit_exceeded", type: "input-images",
      "Rate limit reached for \(model)\(group) in organization org-mock on input-images per min: \(usage)", gateway: gateway)
    error.retryAfter = retryAfter
    return error
  }
}
