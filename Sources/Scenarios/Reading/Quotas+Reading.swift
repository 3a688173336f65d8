internal import Formats

extension Quotas {
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
  /// The word `on`, or a mapping of what differs from Venice's; nil when it is `off`.
  init?(reading node: YAMLNode, _ problems: inout ProblemList) {
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
  init?(reading node: YAMLNode, _ problems: inout ProblemList) {
    guard let mapping = YAMLMapping(node, "`balance`", keys: ScenarioKeys.balance.map(\.name), &problems) else { return nil }
    let price = mapping["price"]?.dollars("price", &problems)
    guard let amount = mapping.required("usd", "`balance`", "`usd: 0.10`, the dollars there are", &problems)?.dollars("usd", &problems)
    else {
      return nil
    }
    self.init(amount: amount, price: price)
  }
}

extension YAMLNode {
  /// Dollars in micro-dollars, exactly.
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
