internal import Formats

/// What a session may use up; each part is off unless the file switches it on.
package struct Quotas: Sendable, Equatable {
  /// Edits in a minute for each model.
  package var requestsPerMinute: Int?
  package var errorBudget: ErrorBudget?
  package var balance: Balance?

  /// Makes quotas; what is nil is not limited.
  package init(requestsPerMinute: Int? = nil, errorBudget: ErrorBudget? = nil, balance: Balance? = nil) {
    self.requestsPerMinute = requestsPerMinute
    self.errorBudget = errorBudget
    self.balance = balance
  }

  /// Venice's limit on failures: more than `failures` within `window` lead to 429 for `block`.
  package struct ErrorBudget: Sendable, Equatable {
    package var failures = 20
    package var window: Duration = .seconds(30)
    package var block: Duration = .seconds(30)

    /// Makes the budget that Venice documents.
    package init() {}
  }

  /// Money that runs out.
  package struct Balance: Sendable, Equatable {
    /// In micro-dollars.
    package var amount: Int
    /// Micro-dollars for each picture; nil: the documented price, which only Venice has.
    package var price: Int?

    /// Makes a balance of so many micro-dollars.
    package init(amount: Int, price: Int? = nil) {
      self.amount = amount
      self.price = price
    }
  }
}

extension Quotas {
  /// Reads `quotas`.
  init(reading node: YAMLNode, _ problems: inout ProblemList) {
    self.init()
    guard let mapping = YAMLMapping(node, "`quotas`", keys: ScenarioKeys.quotas.map(\.name), &problems) else { return }
    if mapping.isEmpty { problems.add(node, "`quotas` is empty; write `{ requests-per-minute: 20 }`") }
    requestsPerMinute = mapping["requests-per-minute"]?.count("requests-per-minute", in: 1...ValueLimits.mostCount, &problems)
    errorBudget = mapping["error-budget"].flatMap { ErrorBudget(reading: $0, &problems) }
    balance = mapping["balance"].flatMap { Balance(reading: $0, &problems) }
  }
}

extension Quotas.ErrorBudget {
  /// Reads the word `on`, or a mapping of what differs from Venice's; nil when it is `off`.
  fileprivate init?(reading node: YAMLNode, _ problems: inout ProblemList) {
    self.init()
    // Editors for YAML 1.1 write `on` as `true`.
    if let word = node.text, ["on", "true"].contains(word) { return }
    if let word = node.text, ["off", "false"].contains(word) { return nil }
    guard node.members != nil else {
      problems.add(node, "`error-budget` is \(node.kind); write `on`, `off`, or `{ failures: 20, within: 30s, block: 30s }`")
      return nil
    }
    guard let mapping = YAMLMapping(node, "`error-budget`", keys: ScenarioKeys.errorBudget.map(\.name), &problems) else { return nil }
    if let count = mapping["failures"]?.count("failures", in: 1...ValueLimits.mostCount, &problems) { failures = count }
    if let time = mapping["within"]?.duration("within", isPositive: true, &problems) { window = time }
    if let time = mapping["block"]?.duration("block", isPositive: true, &problems) { block = time }
  }
}

extension Quotas.Balance {
  fileprivate init?(reading node: YAMLNode, _ problems: inout ProblemList) {
    guard let mapping = YAMLMapping(node, "`balance`", keys: ScenarioKeys.balance.map(\.name), &problems) else { return nil }
    let price = mapping["price"]?.dollars("price", &problems)
    guard let amount = mapping.required("usd", "`balance`", "`usd: 0.10`, the dollars there are", &problems)?.dollars("usd", &problems)
    else { return nil }
    self.init(amount: amount, price: price)
  }
}

extension YAMLNode {
  /// Reads dollars as micro-dollars, exactly.
  fileprivate func dollars(_ key: String, _ problems: inout ProblemList) -> Int? {
    let hint = "dollars from 0 with up to 6 places, such as 0.10"
    guard let text = text(key, hint, &problems) else { return nil }
    guard let amount = DecimalNumber(text)?.scaled(by: 1_000_000), amount <= 1_000_000_000_000 else {
      problems.add(self, "`\(key)` is \(kind); write \(hint)")
      return nil
    }
    return amount
  }
}
