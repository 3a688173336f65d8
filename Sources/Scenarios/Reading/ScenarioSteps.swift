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
    var coverage = ReachabilityCheck()
    for index in steps.indices {
      noteUnreachable(coverage.finding(on: steps[index]), index, elements[index], &problems)
      coverage.add(steps[index], index)
      noteLate(steps, index, elements, &problems)
      noteImpossible(steps[index], elements[index], &problems)
    }
    return steps
  }

  private static func noteUnreachable(_ finding: ReachabilityCheck.Finding, _ index: Int, _ node: YAMLNode, _ problems: inout ProblemList) {
    switch finding {
    case .reachable: break
    case .coveredBy(let earlier):
      problems.add(
        node,
        "step \(index + 1) can never be reached: step \(earlier + 1) answers all of its requests and is never used up; put it first, or give step \(earlier + 1) a `times`, `for` or narrower `when`"
      )
    case .coveredTogether:
      problems.add(
        node,
        "step \(index + 1) can never be reached: the steps above answer all of its requests and are never used up; put it first, or give one of them a `times`, `for` or narrower `when`"
      )
    }
  }

  private static func noteLate(_ steps: [ScenarioStep], _ index: Int, _ elements: [YAMLNode], _ problems: inout ProblemList) {
    guard steps[index].actsOnRequest, let earlier = steps[..<index].firstIndex(where: { !$0.actsOnRequest }) else { return }
    problems.add(
      elements[index],
      "steps that act while the request is read come first: put step \(index + 1) before step \(earlier + 1)")
  }

  private static func noteImpossible(_ step: ScenarioStep, _ node: YAMLNode, _ problems: inout ProblemList) {
    let when = step.when
    if !when.endpoints.isEmpty, when.endpoints.allSatisfy({ $0 == .models || $0 == .generated }), when.wantsBody {
      problems.add(
        node, "the step can never fit: requests for \(when.endpoints.map(\.rawValue).listed) have no body; ask for the edit endpoint")
    }
    if !when.endpoints.isEmpty, when.endpoints.allSatisfy({ $0 == .other }), when.isValid == true {
      problems.add(node, "the step can never fit: no path but the APIs' own is valid; write `validate: off`")
    }
  }
}
