/// The errors that no request earns by its own fields: only scenarios and quotas answer with them.
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

  static let quotaExhausted = insufficientQuota(
    gateway: Gateway(status: 403, code: "insufficient_user_quota", message: preconsumeFailed))
  static let keyQuotaExhausted = insufficientQuota(
    gateway: Gateway(
      status: 401, code: "", message: "This token quota is exhausted TokenStatusExhausted[sk-abc***xyz]", layer: .middleware))

  private static func insufficientQuota(gateway: Gateway) -> DGridError {
    DGridError(
      429, "insufficient_quota", type: "insufficient_quota",
      "You exceeded your current quota, please check your plan and billing details.", gateway: gateway)
  }

  static let billingHardLimit = DGridError(
    400, "billing_hard_limit_reached", type: "billing_limit_user_error", "Billing hard limit has been reached.")

  /// The gateway's own words in both envelopes: it is the gateway that has no channel.
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
    DGridError(
      status, "bad_response_status_code", type: "bad_response_status_code", "The model is currently busy, please try again later")
  }

  /// What the gateway makes of an upstream answer that is no JSON.
  static func badResponse(_ status: Int) -> DGridError {
    DGridError(status, "bad_response_status_code", type: "upstream_error", "bad response status code \(status)")
  }
}
