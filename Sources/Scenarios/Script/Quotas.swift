/// What a session may use up; each part is off unless the file switches it on.
package struct Quotas: Sendable, Equatable {
  /// Edits in a minute for each model.
  package var requestsPerMinute: Int?
  package var errorBudget: ErrorBudget?
  package var balance: Balance?

  package init(requestsPerMinute: Int? = nil, errorBudget: ErrorBudget? = nil, balance: Balance? = nil) {
    self.requestsPerMinute = requestsPerMinute
    self.errorBudget = errorBudget
    self.balance = balance
  }

  /// Venice's: more than `failures` within `window`, then 429 for `block`.
  package struct ErrorBudget: Sendable, Equatable {
    package var failures = 20
    package var window: Duration = .seconds(30)
    package var block: Duration = .seconds(30)

    package init() {}
  }

  /// Money that runs out.
  package struct Balance: Sendable, Equatable {
    /// In micro-dollars.
    package var amount: Int
    /// Micro-dollars for each picture; nil: the documented price, which only Venice has.
    package var price: Int?

    package init(amount: Int, price: Int? = nil) {
      self.amount = amount
      self.price = price
    }
  }
}
