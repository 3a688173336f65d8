internal import Contract
package import HTTPMessage

/// What a scenario makes of one request.
package struct ScriptedResponse: Sendable {
  package enum Source: Sendable, Equatable {
    /// The step that answers, counted from 1.
    case step(Int)
    /// A quota, which has run out or has something to tell in headers.
    case quota
  }

  package enum Content: Sendable {
    case reply(Reply)
    case rateLimit(limit: Int, resetMilliseconds: Int)
    case errorBudget(Quotas.ErrorBudget, resetMilliseconds: Int)
    case insufficientBalance
  }

  package let scenario: String
  package let source: Source
  package let content: Content
  /// Which of the session's requests in this scenario it is, counted from 1.
  package let nth: Int
  /// How often the session had reached the step, this time included; nil: no step answers.
  package var reached: Int?
  /// What was drawn against the step's chance, from 0 up to 1; nil: it was certain.
  package var drawn: Double?
  package var headers: [HeaderChange] = []
  /// What the quotas in force tell on every answer.
  package var quotaState = QuotaState()
  package var delay = Duration.zero
  package var pace: Pace?
  package var faults: [any Fault] = []
  /// The faults with their parameters, for people.
  package var faultTexts: [String] = []
  /// What faults draw from.
  package var draws: SeededRandom

  /// The number of the step that answers.
  package var step: Int? {
    if case .step(let number) = source { number } else { nil }
  }

  /// Whether the normal answer is sent, however it is changed.
  package var keepsAnswer: Bool {
    if case .reply(.edit) = content { true } else { false }
  }
}

/// Where a session stands with its quotas.
package struct QuotaState: Sendable, Equatable {
  package struct Rate: Sendable, Equatable {
    package let limit: Int
    package let remaining: Int
    /// Unix time in milliseconds.
    package let reset: Int
  }

  package var rate: Rate?
  /// In micro-dollars, before the request.
  package var balance: Int?

  package var isEmpty: Bool { rate == nil && balance == nil }
}
