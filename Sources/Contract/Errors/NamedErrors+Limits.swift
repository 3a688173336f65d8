extension NamedErrors {
  static let money = [balance, spendLimit, spendLimitDiem, quotaExhausted, billingHardLimit]

  /// Also the response of a quota whose balance is used up.
  static let balance = NamedError(
    "insufficient-balance", "The account has not enough money for this edit.",
    venice: .venice(.insufficientBalance),
    dgrid: .dgrid(
      .userBalance, .observed("captured from the gateway at another site", note: "The amount is the capture's, whatever the balance is.")))

  private static let spendLimit = keyLimit("spend-limit", "USD")
  private static let spendLimitDiem = keyLimit("spend-limit-diem", "DIEM")

  private static func keyLimit(_ name: String, _ currency: String) -> NamedError {
    NamedError(
      name, "The account has money left, but the key has reached its \(currency) limit.",
      venice: .venice(.spendLimit(currency)),
      dgrid: .dgrid(
        .keyQuotaExhausted,
        .assumed(
          DGridSource.openAIKnowledge + "; newapi: " + DGridSource.gateway,
          note: "A key's own quota is the gateway's 401 under newapi; OpenAI's envelope has its 429 for a used-up quota.")))
  }

  private static let quotaExhausted = NamedError(
    "quota-exhausted", "What was paid for in advance is used up.",
    venice: .venice(nearest: .insufficientBalance, "the 402 for an account without money."),
    dgrid: .dgrid(
      .quotaExhausted,
      .assumed(
        DGridSource.openAIKnowledge + "; newapi: captured from the gateway at another site",
        note: "429 insufficient_quota, or 403 insufficient_user_quota under newapi; the amounts in its text are assumed.")))

  private static let billingHardLimit = NamedError(
    "billing-hard-limit", "The account has reached the limit that its owner set.",
    venice: .venice(nearest: .spendLimit("USD"), "the 402 for a key at its limit."),
    dgrid: .dgrid(.billingHardLimit, .observed(DGridSource.captured("billing_hard_limit_reached"))))

  static let limits = [rateLimited, errorBudget, overloaded, atCapacity, concurrency]

  private static let rateLimited = NamedError(
    "rate-limited", "Too many requests in a minute.",
    venice: .venice(.documented(VeniceSource.errorTable("RATE_LIMIT_EXCEEDED") + "; " + VeniceSource.rateLimits), wait: .seconds(60)) {
      QuotaErrors.veniceRateLimit($0, limit: 20, reset: $0.reset)
    },
    dgrid: .dgrid(
      .observed(
        DGridSource.captured("429") + "; newapi: " + DGridSource.gateway,
        note: "Limit and wait are the capture's. retry-after and retry-after-ms are OpenAI's, and not sent under newapi."),
      wait: .seconds(12), error: minuteFull))

  private static let errorBudget = NamedError(
    "error-budget", "Too many requests have failed: nothing is answered for a while.",
    venice: .venice(
      .documented(
        VeniceSource.rateLimits + "; headers: " + VeniceSource.clientNotes,
        note: "20 failures and 30 s; 50 in another text by venice.error-budget."), wait: .seconds(30)
    ) {
      QuotaErrors.veniceErrorBudget($0, failures: QuotaErrors.errorBudgetFailures($0.settings), reset: $0.reset)
    },
    dgrid: .dgrid(
      .nearest("a rate limit; under newapi the gateway's on all requests, failed ones included.", DGridSource.gateway), wait: .seconds(30)
    ) { .totalRateLimit($0.model, limit: 20, minutes: 1, retryAfter: $0.wait) })

  private static let overloaded = NamedError(
    "model-overloaded", "The model has too much to do.",
    venice: .venice(
      .documented(
        VeniceSource.errorTable("MODEL_OVERLOADED") + "; Retry-After: " + VeniceSource.clientNotes,
        note: "The only answer with Retry-After."), wait: .seconds(30)
    ) { .modelOverloaded(wait: $0.wait) },
    dgrid: .dgrid(.busy(429), busy))

  private static let atCapacity = NamedError(
    "at-capacity", "The model takes no more requests at the moment.",
    venice: .venice(.atCapacity),
    dgrid: .dgrid(.busy(503), busy))

  private static let busy = NamedError.Origin.observed(
    "captured from the gateway at another site: bad_response_status_code", note: "The capture has no status: it is assumed.")

  private static let concurrency = NamedError(
    "concurrency-limit", "The sixth request of a wallet while five are running.",
    venice: .venice(.concurrencyLimit, .observed(VeniceSource.clientNotes)),
    dgrid: .dgrid(
      .nearest("the rate limit.", DGridSource.captured("429") + "; newapi: " + DGridSource.gateway), wait: .seconds(12), error: minuteFull))

  @Sendable private static func minuteFull(_ circumstances: NamedError.Circumstances) -> DGridError {
    .rateLimit(circumstances.model, limit: 5, retryAfter: circumstances.wait)
  }
}
