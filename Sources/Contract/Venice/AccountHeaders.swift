internal import Formats
package import HTTPMessage
internal import Support

/// Makes the headers in which Venice tells how an account stands: its minute, its error budget and its money.
///
/// Sources: docs.venice.ai, api-reference/rate-limiting and api-spec ("every response includes"); the client notes of 2026-10-02, which
/// have them on all responses of routes that need credentials.
package struct AccountHeaders: Sendable {
  private let unit: Ambiguities.ResetUnit
  /// Whether responses tell of the error budget.
  package let tellsBudget: Bool

  /// Chooses the units and the headers by the settings.
  package init(_ settings: Settings) {
    unit = settings[Ambiguities.veniceRateLimitReset]
    tellsBudget = settings[Ambiguities.veniceErrorBudget] == .fifty
  }

  /// The requests and the tokens of a minute where no quota counts them, and the money. Assumed, and so generous that a client that paces
  /// itself by them is never slowed.
  package static let (freeRequests, freeTokens, freeMicroDollars) = (10_000, 10_000_000, 10_000_000)

  /// Returns the headers on what is left of the minute. An edit has no tokens: all of them are left.
  package func requests(limit: Int, remaining: Int) -> [HeaderField] {
    [
      HeaderField("x-ratelimit-limit-requests", "\(limit)"), HeaderField("x-ratelimit-remaining-requests", "\(remaining)"),
      HeaderField("x-ratelimit-limit-tokens", "\(Self.freeTokens)"), HeaderField("x-ratelimit-remaining-tokens", "\(Self.freeTokens)"),
      HeaderField("x-ratelimit-type", "user"),
    ]
  }

  /// Returns the headers on when the minute begins anew: all say the same time, and none is earlier than it.
  ///
  /// - Parameters:
  ///   - reset: Unix time in milliseconds.
  ///   - now: the same.
  package func resets(at reset: Int, now: Int) -> [HeaderField] {
    let (requests, tokens) =
      switch unit {
      case .milliseconds: (reset, reset)
      case .seconds: ((reset + 999) / 1_000, max(0, reset - now + 999) / 1_000)
      }
    let fields = [HeaderField("x-ratelimit-reset-requests", "\(requests)"), HeaderField("x-ratelimit-reset-tokens", "\(tokens)")]
    return tellsBudget ? fields + [HeaderField("x-ratelimit-resets", "\(reset)")] : fields
  }

  /// Returns the headers on the failures that are left; `reset` in Unix milliseconds, in every profile: no page has them.
  package func budget(remaining: Int, reset: Int) -> [HeaderField] {
    [HeaderField("x-ratelimit-remaining", "\(remaining)"), HeaderField("x-ratelimit-resets", "\(reset)")]
  }

  /// Returns the headers on the balance before the request.
  ///
  /// The mock counts in dollars, so the other currency is zero. Source: docs.venice.ai, api-reference/api-spec; the number of decimals is
  /// assumed.
  package static func balance(microDollars: Int) -> [HeaderField] {
    [HeaderField("x-venice-balance-usd", microDollars.decimal(places: 6)), HeaderField("x-venice-balance-diem", "0")]
  }
}

/// The same headers for documents.
extension AccountHeaders {
  /// The headers that every response of Venice has.
  package static let general = [
    ResponseHeader("x-venice-version", "The version of the API.", VeniceSource.headersPage),
    ResponseHeader("CF-RAY", "The id of the request at the content delivery network; made up of the mock's own.", VeniceSource.headersPage),
  ]

  /// The headers on the account, which every response to credentials has.
  package var documented: [ResponseHeader] {
    let unix = unit == .seconds ? "in Unix seconds" : "in Unix milliseconds"
    let tokens = unit == .seconds ? "in seconds from now" : "in Unix milliseconds"
    let minute = [
      ResponseHeader("x-ratelimit-limit-requests", "The edits of a minute for this model.", VeniceSource.rateLimits, .integer),
      ResponseHeader("x-ratelimit-remaining-requests", "How many of them are left.", VeniceSource.rateLimits, .integer),
      ResponseHeader("x-ratelimit-reset-requests", "When they begin anew, \(unix).", VeniceSource.rateLimits, .integer),
      ResponseHeader("x-ratelimit-limit-tokens", "The tokens of a minute; an edit uses none.", VeniceSource.rateLimits, .integer),
      ResponseHeader("x-ratelimit-remaining-tokens", "How many of them are left.", VeniceSource.rateLimits, .integer),
      ResponseHeader("x-ratelimit-reset-tokens", "When they begin anew, \(tokens).", VeniceSource.rateLimits, .integer),
      ResponseHeader("x-ratelimit-type", "Whose limits they are.", VeniceSource.rateLimits, .words(["user", "api_key", "global"])),
      ResponseHeader("x-venice-balance-usd", "The dollars of the account before the request.", VeniceSource.headersPage),
      ResponseHeader("x-venice-balance-diem", "The Diem of the account before the request.", VeniceSource.headersPage),
    ]
    let budget = [
      ResponseHeader("x-ratelimit-remaining", "The failures that are left in this half minute.", VeniceSource.clientNotes, .integer),
      ResponseHeader("x-ratelimit-resets", "When they begin anew, in Unix milliseconds.", VeniceSource.clientNotes, .integer),
    ]
    return minute + (tellsBudget ? budget : [])
  }
}
