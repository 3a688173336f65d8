extension NamedErrors {
  static let limits = [rateLimited, errorBudget, overloaded, atCapacity, concurrency]

  private static let rateLimited = NamedError(
    "rate-limited", "Too many requests in a minute.",
    venice: .venice(.documented(VeniceSource.errorTable("RATE_LIMIT_EXCEEDED") + "; " + VeniceSource.rateLimits)) {
      QuotaErrors.veniceRateLimit(limit: 20, reset: $0.now + 60_000)
    },
    dgrid: .dgrid(
      .observed(
        DGridSource.captured("429") + "; newapi: " + DGridSource.gateway,
        note: "Limit and wait are the capture's. retry-after and retry-after-ms are OpenAI's, and not sent under newapi."),
      error: minuteFull))

  private static let errorBudget = NamedError(
    "error-budget", "Too many requests have failed: nothing is answered for a while.",
    venice: .venice(
      .documented(VeniceSource.rateLimits + "; headers: " + VeniceSource.skill, note: "20 failures and 30 s; newer notes say 50.")
    ) { .errorBudget(failures: 20, block: 30, reset: $0.now + 30_000) },
    dgrid: .dgrid(.nearest("a rate limit; under newapi the gateway's on all requests, failed ones included.", DGridSource.gateway)) {
      .totalRateLimit($0.model, limit: 20, minutes: 1, retryAfter: .seconds(30))
    })

  private static let overloaded = NamedError(
    "model-overloaded", "The model has too much to do.",
    venice: .venice(
      .modelOverloaded,
      .documented(
        VeniceSource.errorTable("MODEL_OVERLOADED") + "; Retry-After: " + VeniceSource.skill, note: "The only answer with Retry-After.")
    ),
    dgrid: .dgrid(.busy(429), busy))

  private static let atCapacity = NamedError(
    "at-capacity", "The model takes no more requests at the moment.",
    venice: .venice(.atCapacity, .documented(VeniceSource.errorTable("MODEL_AT_CAPACITY"))),
    dgrid: .dgrid(.busy(503), busy))

  private static let busy = NamedError.Origin.observed(
    "captured from the gateway at another site: bad_response_status_code", note: "The capture has no status: it is assumed.")

  private static let concurrency = NamedError(
    "concurrency-limit", "The sixth request of a wallet while five are running.",
    venice: .venice(.concurrencyLimit, .observed(VeniceSource.skill)),
    dgrid: .dgrid(.nearest("the rate limit.", DGridSource.captured("429") + "; newapi: " + DGridSource.gateway), error: minuteFull))

  @Sendable private static func minuteFull(_ circumstances: NamedError.Circumstances) -> DGridError {
    .rateLimit(circumstances.model, limit: 5, retryAfter: .seconds(12))
  }
}
