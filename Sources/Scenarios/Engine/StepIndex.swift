internal import RequestMatching

/// Which steps may fit a request, found without looking at all of them: a file with a thousand steps, each for a prompt of its own, then
/// costs a request hardly more than one with two.
struct StepIndex: Sendable {
  /// Steps that ask for the same requests: one step without `nth`, or all that differ only in it.
  final class Group: Sendable {
    let pattern: RequestPattern
    /// The first step of the group.
    let first: Int
    let counts: Bool
    /// Steps of a group that counts, for one count alone, by the count.
    let byCount: [Int: [Int]]
    /// Other steps of a group that counts.
    let others: [(step: Int, nth: CountPattern)]

    init(_ pattern: RequestPattern, steps: [(step: Int, nth: CountPattern?)]) {
      self.pattern = pattern
      first = steps[0].step
      let counted = steps.compactMap { step, nth in nth.map { (step: step, nth: $0) } }
      counts = !counted.isEmpty
      byCount = Dictionary(grouping: counted.filter { $0.nth.single != nil }) { $0.nth.single ?? 0 }.mapValues { $0.map(\.step) }
      others = counted.filter { $0.nth.single == nil }
    }

    /// The steps for the request of that count.
    func steps(_ count: Int) -> [Int] { (byCount[count] ?? []) + others.lazy.filter { $0.nth.matches(count) }.map(\.step) }
  }

  private var groups: [Group] = []
  private var marks = RequestMarks()

  /// - Parameter included: the steps it is about, by their indices in the file.
  init(_ steps: [ScenarioStep], _ included: [Int]) {
    for (pattern, members) in Self.grouped(steps, included) {
      groups.append(Group(pattern, steps: members))
    }
    marks = RequestMarks(groups.map(\.pattern))
  }

  /// The groups that may ask for such a request, by their first steps.
  func candidates(_ facts: RequestFacts) -> [Group] { marks.candidates(facts).map { groups[$0] } }

  private static func grouped(
    _ steps: [ScenarioStep], _ included: [Int]
  ) -> [(pattern: RequestPattern, members: [(step: Int, nth: CountPattern?)])] {
    var groups: [(pattern: RequestPattern, members: [(step: Int, nth: CountPattern?)])] = []
    // Only steps that look alike in short are compared whole.
    var byLook: [String: [Int]] = [:]
    for index in included {
      var pattern = steps[index].when
      let nth = pattern.nth
      pattern.nth = nil
      guard nth != nil else {
        groups.append((pattern, [(index, nil)]))
        continue
      }
      let look = "\(pattern.prompt?.description ?? "") \(pattern.model?.description ?? "") \(pattern.key?.description ?? "")"
      if let known = byLook[look]?.first(where: { groups[$0].pattern == pattern }) {
        groups[known].members.append((index, nth))
      } else {
        byLook[look, default: []].append(groups.count)
        groups.append((pattern, [(index, nth)]))
      }
    }
    return groups
  }
}
