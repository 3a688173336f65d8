package import Contract
package import HTTPMessage
internal import Support

/// What a scenario responds to one request.
package struct ScriptedResponse: Sendable {
  /// What the response is made of.
  package enum Content: Sendable {
    case reply(Reply)
    case rateLimit(limit: Int, resetMilliseconds: Int)
    case errorBudget(failures: Int, block: Duration, resetMilliseconds: Int)
    case insufficientBalance
  }

  /// The scenario's name.
  package let scenario: String
  /// The number of the step that responds, counted from 1; nil: a quota, which has run out or has something to say in headers.
  package let step: Int?
  /// What the response is.
  package let content: Content
  /// Which of the session's requests in this scenario it is, counted from 1.
  package let nth: Int
  /// How often the session had reached the step, this time included; nil: no step responds.
  package var reached: Int?
  /// What was drawn against the step's chance, from 0 up to 1; nil: it was certain.
  package var drawn: Double?
  /// Headers that are set or removed.
  package var headers: [HeaderChange] = []
  /// What the quotas in force say in headers.
  package var quotaState = QuotaState()
  /// How long the response waits.
  package var delay = Duration.zero
  /// How fast the body is sent; nil: as fast as it goes.
  package var pace: Pace?
  /// What is broken in the response or its delivery.
  package var faults: [any Fault] = []
  /// The faults with their parameters, for people.
  package var faultTexts: [String] = []
  /// The random numbers of faults.
  package var draws: SeededRandom

  /// Whether the normal response is sent, however it is changed.
  package var keepsNormalResponse: Bool { if case .reply(.edit) = content { true } else { false } }
}

/// Where a session stands with its quotas.
package struct QuotaState: Sendable, Equatable {
  /// The requests of the current minute.
  package struct Rate: Sendable, Equatable {
    /// Requests a minute.
    package let limit: Int
    /// Requests that are left of them.
    package let remaining: Int
    /// Unix time in milliseconds.
    package let reset: Int
  }

  /// The failures that are counted at the moment.
  package struct Budget: Sendable, Equatable {
    /// Failures that are left.
    package let remaining: Int
    /// Unix time in milliseconds when the first of them is forgotten, or the block is over.
    package let reset: Int
  }

  /// The requests of this minute; nil: they are not limited.
  package var rate: Rate?
  /// The failures, after the request; nil: they are not limited.
  package var budget: Budget?
  /// In micro-dollars, before the request.
  package var balance: Int?

  /// Whether no quota is in force.
  package var isEmpty: Bool { rate == nil && budget == nil && balance == nil }
}

extension ScriptedResponse {
  /// Returns the response in short, as the API has it: `429 rate-limited`, `the normal answer`.
  package func summary(for api: API) -> String {
    var page = ResponseDraft(Response(status: 0), api: api, draws: draws)
    for fault in faults { fault.apply(to: &page) }
    // Only a page instead of the response has a status of its own.
    return page.response.status == 0 ? contentSummary(api) : "\(page.response.status) a page instead"
  }

  private func contentSummary(_ api: API) -> String {
    switch content {
    case .reply(.edit(let status)): status.map { "the normal answer as \($0)" } ?? "the normal answer"
    case .reply(.error(let error, let status)): "\(status ?? error.variant(of: api).status) \(error.name)"
    case .reply(.literal(let literal)): "\(literal.status) written out"
    case .rateLimit(let limit, _): "429 rate limit of \(limit) a minute"
    case .errorBudget(let failures, _, _): "429 error budget of \(failures)"
    case .insufficientBalance: "\(NamedErrors.named("insufficient-balance")?.variant(of: api).status ?? 402) balance used up"
    }
  }

  /// Returns what else happens, for people: headers, pace and faults.
  package var extras: String {
    let changes = headers.map { change in change.value.map { "\(change.name): \($0)" } ?? "no \(change.name)" }
    let pacing = [pace?.download.map { "\($0)" }, pace?.upload.map { "upload \($0) B/s" }].compactMap { $0 }
    return (changes + pacing + faultTexts).joined(separator: ", ")
  }
}

extension Pace.Download: CustomStringConvertible {
  /// Returns `2000 B/s` or `5 pieces over 2s`.
  package var description: String {
    switch self {
    case .bytesPerSecond(let rate): "\(rate) B/s"
    case .chunks(let count, let time): "\(count) pieces over \(time.shortText)"
    }
  }
}

extension Duration {
  /// Returns `0`, `250ms` or `1.5s`, rounded to milliseconds.
  package var shortText: String {
    let milliseconds = Int(inMilliseconds.rounded())
    if milliseconds < 1_000 { return milliseconds == 0 ? "0" : "\(milliseconds)ms" }
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1_000)
    guard rest > 0 else { return "\(seconds)s" }
    let digits = String(rest + 1_000).dropFirst()
    return "\(seconds).\(String(digits.reversed().drop { $0 == "0" }.reversed()))s"
  }
}
