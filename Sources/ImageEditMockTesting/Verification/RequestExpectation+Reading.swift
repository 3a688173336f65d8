internal import Formats
internal import Journal
internal import RequestMatching
internal import Scenarios

extension RequestExpectation {
  private static let mostCount = 1_000_000_000

  /// Reads it with the readers of scenario files.
  ///
  /// - Parameter number: which one it is, counted from 1, for messages.
  func read(_ number: Int) throws(ImageEditMockError) -> Expectation {
    try checkCounts(number)
    let bytes = Array(when.utf8)
    var problems = ProblemList()
    let node: YAMLNode
    do { node = try YAMLText.parse(bytes, &problems) } catch {
      throw ImageEditMockError(DocumentProblems([error.problem], file: "expectation \(number)", bytes: bytes))
    }
    let pattern = RequestPattern(reading: node, as: "the expectation", &problems)
    guard problems.all.isEmpty else {
      throw ImageEditMockError(DocumentProblems(problems.all, file: "expectation \(number)", bytes: bytes))
    }
    // Without a number: that there is one. With an upper bound alone: none will do, too.
    return Expectation(pattern, when: node.json, atLeast: times ?? atLeast ?? (atMost == nil ? 1 : 0), atMost: times ?? atMost)
  }

  private func checkCounts(_ number: Int) throws(ImageEditMockError) {
    for (name, count) in [("times", times), ("atLeast", atLeast), ("atMost", atMost)] {
      guard let count, !(0...Self.mostCount ~= count) else { continue }
      throw ImageEditMockError("expectation \(number): `\(name)` is \(count); write a whole number from 0 to \(Self.mostCount)")
    }
    if times != nil, atLeast != nil || atMost != nil {
      throw ImageEditMockError(
        "expectation \(number): `times` says it all; take `atLeast` and `atMost` away, or write these instead")
    }
    if let atLeast, let atMost, atLeast > atMost {
      throw ImageEditMockError("expectation \(number): `atMost` is \(atMost) and `atLeast` is \(atLeast), which no count fits")
    }
  }
}
