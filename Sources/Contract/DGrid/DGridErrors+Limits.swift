extension DGridError {
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
