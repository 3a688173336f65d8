package import HTTPMessage
internal import Support

/// What an API answers when a quota is used up, with the quota's own figures, and what it says of quotas on other answers.
///
/// Times are Unix times in milliseconds, as Venice sends them: 13 digits. Source: docs.venice.ai, api-reference/rate-limiting; that they
/// are milliseconds was seen live.
package enum QuotaErrors {
  /// 429: the minute's requests are used up.
  ///
  /// - Parameters:
  ///   - limit: requests in a minute.
  ///   - reset: when requests are taken again.
  package static func rateLimit(_ api: API, _ circumstances: NamedError.Circumstances, limit: Int, reset: Int) -> Response {
    switch api {
    case .venice: veniceRateLimit(limit: limit, reset: reset).response
    case .dgrid:
      DGridError.rateLimit(circumstances.model, limit: limit, retryAfter: circumstances.wait(until: reset)).response(to: circumstances)
    }
  }

  /// What an answer that was not refused says of the minute's requests.
  ///
  /// DGrid documents nothing of the kind, and the gateway sends nothing: no headers there.
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

  /// 429: too many requests have failed.
  ///
  /// - Parameters:
  ///   - failures: how many were allowed.
  ///   - block: how long nothing is answered, from the failure that was one too many.
  ///   - reset: when that ends.
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

  /// 402 at Venice, 403 at DGrid: the money is gone.
  package static func insufficientBalance(_ api: API, _ circumstances: NamedError.Circumstances) -> Response {
    NamedErrors.balance.response(of: api, circumstances)
  }

  /// What Venice says of the balance: what it was before the request. DGrid says nothing.
  ///
  /// The mock's money is dollars, so the other currency is at zero. Source: docs.venice.ai, api-reference/api-spec; how many decimals
  /// there are is assumed.
  package static func balanceHeaders(_ api: API, microDollars: Int) -> [HeaderField] {
    switch api {
    case .venice:
      [HeaderField("x-venice-balance-usd", microDollars.decimal(places: 6)), HeaderField("x-venice-balance-diem", "0")]
    case .dgrid: []
    }
  }
}

extension NamedError.Circumstances {
  /// From now; nothing when that is past.
  fileprivate func wait(until reset: Int) -> Duration { .milliseconds(max(0, reset - now)) }
}

extension DGridError {
  fileprivate func response(to circumstances: NamedError.Circumstances) -> Response {
    response(circumstances.settings, requestID: circumstances.requestID)
  }
}
