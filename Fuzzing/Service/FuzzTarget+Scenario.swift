internal import Contract
internal import Formats
internal import FuzzReaders
internal import Scenarios

extension FuzzTarget {
  /// A scenario file is refused at places that it has, or can be rehearsed.
  static let scenario = FuzzTarget("scenario", upTo: 1_024) { input throws(PropertyViolation) in
    switch ScenarioFile.read(input, name: "fuzzed.yaml", isNamed: false) {
    case .failure(let problems): try ScenarioProperty.pointed(problems, at: input)
    case .success(let scenario): try ScenarioProperty.rehearsed(scenario)
    }
  }
}

private enum ScenarioProperty {
  static func pointed(_ problems: DocumentProblems, at input: [UInt8]) throws(PropertyViolation) {
    try demand(!problems.all.isEmpty, "it is refused for nothing")
    let lineEnds: Set<Unicode.Scalar> = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]
    let lines = String(decoding: input, as: UTF8.self).unicodeScalars.count(where: lineEnds.contains) + 1
    for problem in problems.all {
      try demand(1...lines ~= problem.position.line, "\(problem)\nis behind the last line")
      try demand(1...problem.line.unicodeScalars.count + 1 ~= problem.position.column, "\(problem)\nis behind the end of its line")
      try demand(!problem.message.isEmpty && "\(problem)".hasSuffix("^"), "\(problem)\nhas no words or no caret")
    }
  }

  static func rehearsed(_ scenario: Scenario) throws(PropertyViolation) {
    for isRefused in [false, true] {
      var rehearsal = DryRun(scenario, seed: 1)
      rehearsal.isRefused = isRefused
      rehearsal.requests = 3
      for turn in rehearsal.run() {
        guard let answer = turn.response else { continue }
        try demand(answer.delay >= .zero, "request \(turn.request) waits for \(answer.delay)")
        try demand(answer.step.map(scenario.steps.indices.map { $0 + 1 }.contains) ?? true, "there is no step \(answer.step ?? 0)")
      }
      _ = rehearsal.mismatches()
    }
  }
}
