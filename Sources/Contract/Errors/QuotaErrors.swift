package import HTTPMessage
internal import Support

/// Responses for a quota that is used up, with its own figures.
///
/// Times are Unix times in milliseconds. Source: docs.venice.ai, api-reference/rate-limiting; the client notes.
package enum QuotaErrors {
  /// Returns the 429 for a minute whose requests are used up; at `reset` requests are accepted again.
  package static func rateLimit(_ api: API, _ circumstances: NamedError.Circumstances, limit: Int, reset: Int) -> Response {
    switch api {
    case .venice: veniceRateLimit(circumstances, limit: limit, reset: reset).response
    case .dgrid:
      DGridError.rateLimit(circumstances.model, limit: limit, retryAfter: circumstances.wait(until: reset)).response(to: circumstances)
    }
  }

  static func veniceRateLimit(_ circumstances: NamedError.Circumstances, limit: Int, reset: Int) -> VeniceError {
    let headers = AccountHeaders(circumstances.settings)
    return .rateLimitExceeded(headers.requests(limit: limit, remaining: 0) + headers.resets(at: reset, now: circumstances.now))
  }

  /// Returns the number of failures that Venice lets through in 30 s: 20 by the page, 50 by the client notes.
  package static func errorBudgetFailures(_ settings: Settings) -> Int {
    settings[Ambiguities.veniceErrorBudget] == .twenty ? 20 : 50
  }

  /// Returns the 429 for more failed requests than are allowed; after them all are refused for the time of `block`, until `reset`.
  package static func errorBudget(
    _ api: API, _ circumstances: NamedError.Circumstances, failures: Int, block: Duration, reset: Int
  ) -> Response {
    switch api {
    case .venice: return veniceErrorBudget(circumstances, failures: failures, reset: reset).response
    case .dgrid:
      let wait = circumstances.wait(until: reset)
      let minutes = (block.secondsRoundedUp + 59) / 60
      return DGridError.totalRateLimit(circumstances.model, limit: failures, minutes: minutes, retryAfter: wait).response(to: circumstances)
    }
  }

  /// The text says what is left of the wait, as the headers do.
  static func veniceErrorBudget(_ circumstances: NamedError.Circumstances, failures: Int, reset: Int) -> VeniceError {
    let headers = AccountHeaders(circumstances.settings)
    let resets = headers.resets(at: reset, now: circumstances.now).filter { $0.name != "x-ratelimit-resets" }
    return .errorBudget(
      failures: failures, wait: circumstances.wait(until: reset), for: circumstances.settings,
      headers.budget(remaining: 0, reset: reset) + resets)
  }

  /// Returns the response for a balance that is used up: 402 at Venice, 403 at DGrid.
  package static func insufficientBalance(_ api: API, _ circumstances: NamedError.Circumstances) -> Response {
    var response = NamedErrors.balance.response(of: api, circumstances)
    // The error by itself says that nothing is left; the quota knows how much is.
    for field in AccountHeaders.balance(microDollars: 0) { response.headers.remove(field.name) }
    return response
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
