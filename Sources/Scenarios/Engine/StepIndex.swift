/// Which steps may fit a request, found without looking at all of them.
///
/// A file with a thousand steps, each for a prompt of its own, then costs a request no more than one with two.
struct StepIndex: Sendable {
  /// Steps for one exact text, by that text.
  private var byPrompt: [String: [Int]] = [:]
  private var bySession: [String: [Int]] = [:]
  private var byKey: [String: [Int]] = [:]
  private var byModel: [String: [Int]] = [:]
  private var others: [Int] = []
  /// For each step that counts requests, the first step that counts the same ones.
  let counters: [Int?]

  init(_ steps: [ScenarioStep]) {
    var counters: [Int?] = []
    for (index, step) in steps.enumerated() {
      counters.append(step.when.nth == nil ? nil : Self.counter(of: index, among: steps, counters))
    }
    self.counters = counters
    for (index, step) in steps.enumerated() { insert(index, step.when) }
  }

  /// Indices of the steps that may fit, in order.
  func candidates(_ facts: RequestFacts) -> [Int] {
    if byPrompt.isEmpty, bySession.isEmpty, byKey.isEmpty, byModel.isEmpty { return others }
    let found = [
      facts.prompt.flatMap { byPrompt[$0] }, bySession[facts.session], facts.key.flatMap { byKey[$0] }, facts.model.flatMap { byModel[$0] },
    ].compactMap { $0 }
    return found.isEmpty ? others : (others + found.flatMap { $0 }).sorted()
  }

  private mutating func insert(_ index: Int, _ when: RequestPattern) {
    if case .exact(let text)? = when.prompt {
      byPrompt[text, default: []].append(index)
    } else if case .exact(let text)? = when.session {
      bySession[text, default: []].append(index)
    } else if case .exact(let text)? = when.key {
      byKey[text, default: []].append(index)
    } else if case .exact(let text)? = when.model {
      byModel[text, default: []].append(index)
    } else {
      others.append(index)
    }
  }

  private static func counter(of index: Int, among steps: [ScenarioStep], _ counters: [Int?]) -> Int {
    for earlier in 0..<index where counters[earlier] == earlier && steps[earlier].when.counts(the: steps[index].when) { return earlier }
    return index
  }
}

extension RequestPattern {
  /// Whether both count the same requests: all but `nth` is equal.
  fileprivate func counts(the other: RequestPattern) -> Bool {
    var (left, right) = (self, other)
    left.nth = nil
    right.nth = nil
    return left == right
  }
}
