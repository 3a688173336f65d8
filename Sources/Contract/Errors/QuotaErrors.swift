package import HTTPMessage
internal import Support

/// Responses for a quota that is used up, with its own figures, and the headers on quotas of all other responses.
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
