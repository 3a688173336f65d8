internal import Contract
internal import RequestMatching

/// What the steps so far leave over: a step that would get nothing of it can never be reached.
struct ReachabilityCheck {
  /// A step, or several that differ only in `nth`, which answers for ever.
  private struct Cover {
    /// nil: several steps.
    var step: Int?
    let pattern: RequestPattern
    let kinds: RequestKinds
    let actsOnRequest: Bool
    /// nil: every count.
    var nth: CountPattern?
  }

  enum Finding: Equatable {
    case reachable
    /// By its index in the file.
    case coveredBy(step: Int)
    case coveredTogether
  }

  private var covers: [Cover] = []

  /// What those that were added leave of the step.
  func finding(on step: ScenarioStep) -> Finding {
    let kinds = RequestKinds(step.when)
    // What fits no request at all has a message of its own.
    guard !kinds.isEmpty else { return .reachable }
    var left = kinds
    for cover in covers where !cover.kinds.isDisjoint(with: left) && covers(cover, step) {
      if let index = cover.step, cover.kinds.isSuperset(of: kinds) { return .coveredBy(step: index) }
      left.subtract(cover.kinds)
      if left.isEmpty { return .coveredTogether }
    }
    return .reachable
  }

  mutating func add(_ step: ScenarioStep, _ index: Int) {
    guard step.times == nil, step.span == nil, step.chance == 1 else { return }
    let nth = step.when.nth.flatMap { $0.letsAll ? nil : $0 }
    let cover = Cover(
      step: index, pattern: step.when.uncounted, kinds: RequestKinds(step.when), actsOnRequest: step.actsOnRequest, nth: nth)
    guard let nth, let known = covers.firstIndex(where: { $0.nth != nil && shareCount($0, cover.pattern, cover.actsOnRequest) }) else {
      covers.append(cover)
      return
    }
    let all = covers[known].nth?.united(with: nth)
    covers[known].step = nil
    covers[known].nth = all.flatMap { $0.letsAll ? nil : $0 }
  }

  private func covers(_ cover: Cover, _ step: ScenarioStep) -> Bool {
    guard let nth = cover.nth else { return cover.pattern.coversContents(of: step.when) }
    guard let asked = step.when.nth, shareCount(cover, step.when.uncounted, step.actsOnRequest) else { return false }
    return nth.covers(asked)
  }

  private func shareCount(_ cover: Cover, _ pattern: RequestPattern, _ actsOnRequest: Bool) -> Bool {
    cover.actsOnRequest == actsOnRequest && cover.pattern == pattern
  }
}
