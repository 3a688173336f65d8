package import HTTPMessage
internal import Support

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
      .documented(VeniceSource.rateLimits + "; headers: " + VeniceSource.clientNotes, note: "20 failures and 30 s; newer notes say 50.")
    ) { .errorBudget(failures: 20, block: 30, reset: $0.now + 30_000) },
    dgrid: .dgrid(.nearest("a rate limit; under newapi the gateway's on all requests, failed ones included.", DGridSource.gateway)) {
      .totalRateLimit($0.model, limit: 20, minutes: 1, retryAfter: .seconds(30))
    })

  private static let overloaded = NamedError(
    "model-overloaded", "The model has too much to do.",
    venice: .venice(
      .modelOverloaded,
      .documented(
        VeniceSource.errorTable("MODEL_OVERLOADED") + "; Retry-After: " + VeniceSource.clientNotes,
        note: "The only answer with Retry-After.")),
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
    dgrid: .dgrid(.nearest("the rate limit.", DGridSource.captured("429") + "; newapi: " + DGridSource.gateway), error: minuteFull))

  @Sendable private static func minuteFull(_ circumstances: NamedError.Circumstances) -> DGridError {
    .rateLimit(circumstances.model, limit: 5, retryAfter: .seconds(12))
  }
}

/// Responses for a quota that is used up, with its own figures, and the headers on quotas of all other responses.
///
/// Times are Unix times in milliseconds, as Venice sends them: 13 digits. Source: docs.venice.ai, api-reference/rate-limiting; that they
/// are milliseconds was seen live.
package enum QuotaErrors {
  /// Returns the 429 for a minute whose requests are used up; at `reset` requests are accepted again.
  package static func rateLimit(_ api: API, _ circumstances: NamedError.Circumstances, limit: Int, reset: Int) -> Response {
    switch api {
    case .venice: veniceRateLimit(limit: limit, reset: reset).response
    case .dgrid:
      DGridError.rateLimit(circumstances.model, limit: limit, retryAfter: circumstances.wait(until: reset)).response(to: circumstances)
    }
  }

  /// Returns the headers on the minute's requests for a response that is no refusal.
  ///
  /// DGrid has none: it documents none, and the gateway sends none.
  package static func rateLimitHeaders(_ api: API, limit: Int, remaining: Int, reset: Int) -> [HeaderField] {
    switch api {
    case .venice:
      [
        HeaderField("x-ratelimit-limit-requests", "\(limit)"), HeaderField("x-ratelimit-remaining-requests", "\(remaining)"),
        HeaderField("x-ratelimit-reset-requests", "\(reset)"), HeaderField("x-ratelimit-type", "user"),
      ]
    case .dgrid: []
    }
  }

  static func veniceRateLimit(limit: Int, reset: Int) -> VeniceError {
    .rateLimitExceeded(rateLimitHeaders(.venice, limit: limit, remaining: 0, reset: reset))
  }

  /// Returns the 429 for more failed requests than are allowed; after them all are refused for the time of `block`, until `reset`.
  package static func errorBudget(
    _ api: API, _ circumstances: NamedError.Circumstances, failures: Int, block: Duration, reset: Int
  ) -> Response {
    switch api {
    case .venice: return VeniceError.errorBudget(failures: failures, block: block.secondsRoundedUp, reset: reset).response
    case .dgrid:
      let wait = circumstances.wait(until: reset)
      let minutes = (block.secondsRoundedUp + 59) / 60
      return DGridError.totalRateLimit(circumstances.model, limit: failures, minutes: minutes, retryAfter: wait).response(to: circumstances)
    }
  }

  /// Returns the response for a balance that is used up: 402 at Venice, 403 at DGrid.
  package static func insufficientBalance(_ api: API, _ circumstances: NamedError.Circumstances) -> Response {
    NamedErrors.balance.response(of: api, circumstances)
  }

  /// Returns the headers on the balance before the request. DGrid has none.
  ///
  /// The mock counts in dollars, so the other currency is zero. Source: docs.venice.ai, api-reference/api-spec; the number of decimals is
  /// assumed.
  package static func balanceHeaders(_ api: API, microDollars: Int) -> [HeaderField] {
    switch api {
    case .venice: [HeaderField("x-venice-balance-usd", microDollars.decimal(places: 6)), HeaderField("x-venice-balance-diem", "0")]
    case .dgrid: []
    }
  }
}

extension NamedError.Circumstances {
  /// Returns the time until then; zero when it is past.
  fileprivate func wait(until reset: Int) -> Duration { .milliseconds(max(0, reset - now)) }
}

extension DGridError {
  fileprivate func response(to circumstances: NamedError.Circumstances) -> Response {
    response(circumstances.settings, requestID: circumstances.requestID)
  }
}
