internal import Contract
internal import Formats
internal import RequestMatching

/// The steps of a file together: an earlier one may leave nothing for a later one.
enum ScenarioSteps {
  static func read(_ node: YAMLNode, _ context: ReadingContext, _ problems: inout ProblemList) -> [ScenarioStep] {
    guard let elements = node.elements else {
      problems.add(node, "`steps` is \(node.kind); write a list, each step behind a `- `")
      return []
    }
    if elements.isEmpty { problems.add(node, "`steps` is an empty list; write a step, such as `- respond: edit`") }
    let steps = elements.map { ScenarioStep(reading: $0, context, &problems) }
    // What has been read with mistakes in it would be compared with mistakes.
    guard problems.all.isEmpty else { return steps }
    for index in steps.indices {
      noteUnreachable(steps, index, elements[index], &problems)
      noteLate(steps, index, elements, &problems)
    }
    return steps
  }

  /// Notes a step that gets no request, since an earlier one without an end asks for nothing or for the same.
  private static func noteUnreachable(_ steps: [ScenarioStep], _ index: Int, _ node: YAMLNode, _ problems: inout ProblemList) {
    let step = steps[index]
    if !step.when.endpoints.isEmpty, step.when.endpoints.allSatisfy({ $0 == .other }), step.when.isValid == true {
      problems.add(node, "the step can never fit: no path but the APIs' own is valid; write `validate: off`")
    } else if let earlier = steps[..<index].firstIndex(where: { $0.leavesNothing(for: step) }) {
      problems.add(
        node,
        "step \(index + 1) can never be reached: step \(earlier + 1) answers all of its requests and is never used up; put it first, or give step \(earlier + 1) a `times`, `for` or narrower `when`"
      )
    }
  }

  private static func noteLate(_ steps: [ScenarioStep], _ index: Int, _ elements: [YAMLNode], _ problems: inout ProblemList) {
    guard steps[index].actsOnRequest, let earlier = steps[..<index].firstIndex(where: { !$0.actsOnRequest }) else { return }
    problems.add(
      elements[index],
      "steps that act while the request is read come first: put step \(index + 1) before step \(earlier + 1)")
  }
}

extension ScenarioStep {
  /// Tells whether it answers every request that a later step is for: it never ends, and has no `when` or the same one.
  fileprivate func leavesNothing(for later: ScenarioStep) -> Bool {
    guard times == nil, span == nil, chance == 1 else { return false }
    // Requests are counted apart for steps that act while the request is read.
    if when == later.when { return when.nth == nil || actsOnRequest == later.actsOnRequest }
    var unvalidated = when
    unvalidated.isValid = nil
    let isForAll = unvalidated == RequestPattern() && !later.when.endpoints.contains(.generated)
    return isForAll && (when.isValid == nil || when.isValid == later.when.isValid)
  }
}
